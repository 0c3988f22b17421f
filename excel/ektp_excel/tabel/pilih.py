"""Which of several columns is used for a field, when headers alone do not say: the first rows below them do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve

from ektp_core.galat import EktpError
from ektp_core.perekaman import Perekaman
from ektp_excel.kolom import (
    GABUNGAN,
    RT_RW,
    RW_RT,
    TEMPAT_TGL_LAHIR,
    Judul,
    Lembar,
    find_header,
    header_key,
    is_numbering_row,
    show_written,
)
from ektp_excel.sel import column_letters

Rows = Sequence[Sequence[object]]
_NOMOR_BARIS = frozenset(("NO", "NOMOR", "NOURUT", "NOMORURUT"))
"""A column that only numbers the rows is nobody's lost column."""
_NIK_APA_PUN = "0" * 16
_SATU_NOMOR = re.compile(r"\s*\d{1,3}(\.0)?\s*")


def _filled(rows: Rows, i: int) -> list[object]:
    return [row[i] for row in rows if i < len(row) and row[i] not in (None, "")]


def match_columns(kepala: Rows, lembar: Lembar, tempat: str, geser: int = 0) -> tuple[Judul, dict[str, int], int]:
    """The header among the first rows of a table, the column of each field, and where the rows below begin.

    Of several columns for one field it is the best that is not wholly blank in the first rows. `geser` columns of the sheet
    stand before the table. Raises `EktpError` without a header or a required column, and when two columns equally called NIK
    hold different persons.
    """
    judul = find_header(kepala, lembar, tempat)
    awal = judul.akhir + 1
    if awal < len(kepala) and is_numbering_row(kepala[awal]):
        awal += 1
    judul = _spread_merged(judul, kepala, kepala[awal:])
    return judul, _choose(judul, kepala[awal:], lembar, tempat, geser), awal


def _choose(judul: Judul, contoh: Rows, lembar: Lembar, tempat: str, geser: int) -> dict[str, int]:
    hasil = {}
    for nama, calon in judul.calon.items():
        hasil[nama] = calon[0] if len(calon) == 1 else next((i for i in calon if _filled(contoh, i)), calon[0])
    if lembar.nama == "PEREKAMAN" and "STATUS" in hasil:
        # Next to STATUS E-KTP a column STATUS may be about marriage; the words of SIAK tell.
        bersiak = (i for i in judul.calon["STATUS"] if any(map(_is_siak, _filled(contoh, i))))
        hasil["STATUS"] = next(bersiak, hasil["STATUS"])
    if "NIK" in hasil:
        _refuse_two_persons(judul, hasil["NIK"], contoh, tempat, geser)
    return hasil


def _is_siak(nilai: object) -> bool:
    return isinstance(nilai, str) and bool(nilai.strip()) and Perekaman(_NIK_APA_PUN, date.min, nilai).dikenal


def _refuse_two_persons(judul: Judul, dipakai: int, contoh: Rows, tempat: str, geser: int) -> None:
    for i in judul.calon["NIK"]:
        if i == dipakai or header_key(judul.teks[i]) != header_key(judul.teks[dipakai]):
            continue
        dua = [(row[dipakai], row[i]) for row in contoh if max(i, dipakai) < len(row)]
        if any(header_key(str(a)) != header_key(str(b)) for a, b in dua if a not in (None, "") and b not in (None, "")):
            sel = " dan ".join(f"{column_letters(k + geser)}{judul.akhir + 1}" for k in sorted((dipakai, i)))
            raise EktpError(
                f"{tempat}: kolom NIK ada dua, di {sel}, dan isinya berlainan; "
                "ubah judul yang bukan NIK orang di baris itu, misalnya menjadi NIK PELAPOR"
            )


def doubled(kolom: Mapping[str, int], judul: Judul, geser: int) -> Iterable[str]:
    """A remark for every column that could have been read for a field and was not."""
    for nama, calon in judul.calon.items():
        pakai = kolom[nama]
        for i in calon:
            kunci = header_key(judul.teks[i])
            if i == pakai or kunci in _NOMOR_BARIS:
                continue
            dipakai, tidak = column_letters(pakai + geser), column_letters(i + geser)
            if kunci != header_key(judul.teks[pakai]):
                dipakai += f" ({show_written(judul.teks[pakai])})"
                tidak += f" ({show_written(judul.teks[i])})"
            yield f"kolom {nama} ada dua: {dipakai} dipakai, {tidak} tidak"


def _spread_merged(judul: Judul, rows: Rows, contoh: Rows) -> Judul:
    """The header with a combined cell that is merged over two columns taken as the two columns that it stands over."""
    calon, teks = dict(judul.calon), dict(judul.teks)
    for nama in (RT_RW, RW_RT, TEMPAT_TGL_LAHIR):
        i = calon.get(nama, (-1,))[0]
        kepala = rows[judul.awal : judul.akhir + 1]
        if i < 0 or i + 1 in teks or _filled(kepala, i + 1) or any(b in calon for b in GABUNGAN[nama]):
            continue
        kiri, kanan = _filled(contoh, i), _filled(contoh, i + 1)
        if nama == TEMPAT_TGL_LAHIR and not any(map(_has_digit, kiri)) and any(map(_has_digit, kanan)):
            baru = {"TGL_LAHIR": (i + 1,)}
        elif nama != TEMPAT_TGL_LAHIR and kanan and all(map(_is_one_number, [*kiri, *kanan])):
            baru = {bidang: (i + k,) for k, bidang in enumerate(GABUNGAN[nama])}
        else:
            continue
        del calon[nama]
        calon |= baru
        teks[i + 1] = teks[i]
    return evolve(judul, calon=calon, teks=teks)


def _has_digit(nilai: object) -> bool:
    return isinstance(nilai, date | float | int) or any(huruf.isdigit() for huruf in str(nilai))


def _is_one_number(nilai: object) -> bool:
    return _SATU_NOMOR.fullmatch(str(nilai)) is not None
