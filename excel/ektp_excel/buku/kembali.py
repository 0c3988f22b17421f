"""Sweep lists that came back, whatever became of them on the way: every usable sheet in a folder as `Kembalian` records.

A file or a sheet that cannot be read is named and passed over: one desa's broken file must not hold up seven others.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from attrs import Factory, define, frozen

from ektp_core.galat import EktpError, Galat
from ektp_core.kembalian import KOLOM_TANDA, LEMBAR, Kembalian, is_about_person, read_kembalian
from ektp_core.nik import mask_text
from ektp_core.tulisan import show_count
from ektp_excel.buku.baca import open_sumber
from ektp_excel.buku.baca_berkas import AKHIRAN, Sumber
from ektp_excel.buku.baca_csv import MapCsv
from ektp_excel.buku.baca_lembar import open_sheet
from ektp_excel.kolom import KEMBALI, header_key

_SEMENTARA = ("~$", ".")
"""How the names of files begin that a spreadsheet leaves beside an open one."""


@frozen
class IsiKembali:
    """The returned lists as records; `dibaca` counts the rows about people by file and sheet.

    `berkas` are the files used, `pesan` the sentences for the summary: what was left unread, and why.
    """

    kembalian: tuple[Kembalian, ...] = ()
    galat: tuple[Galat, ...] = ()
    dibaca: Mapping[str, int] = Factory(dict)
    berkas: tuple[str, ...] = ()
    pesan: tuple[str, ...] = ()


@define
class _Pengumpul:
    """Gathers what the files hold."""

    kembalian: list[Kembalian] = Factory(list)
    galat: list[Galat] = Factory(list)
    dibaca: dict[str, int] = Factory(dict)
    berkas: list[str] = Factory(list)
    pesan: list[str] = Factory(list)

    def add_file(self, nama: str, sumber: Sumber, on: date) -> None:
        dipakai = 0
        sumber.prepare(range(len(sumber.lembar)))
        for posisi, tertulis in enumerate(sumber.lembar):
            tempat = nama if len(sumber.lembar) == 1 else f"{nama} [{tertulis}]"
            try:
                dipakai += self._add_sheet(mask_text(f"{LEMBAR} {tempat}"), sumber, posisi, on)
            except EktpError as e:
                if not is_recap(sumber.lembar[posisi]):
                    self.pesan.append(f"Tidak dipakai: {tempat}: {e}.")
        self.pesan += sumber.pesan
        if dipakai:
            self.berkas.append(nama)

    def _add_sheet(self, label: str, sumber: Sumber, posisi: int, on: date) -> bool:
        terbaca = open_sheet(sumber.read(posisi), KEMBALI, sumber.lembar[posisi])
        if not terbaca.cocok:
            return False
        ada = {j.kolom for j in terbaca.cocok}
        # A list of invitations has NIK and KETERANGAN too; only a tick column makes a sweep list.
        if not ada.intersection(KOLOM_TANDA):
            raise EktpError("tidak memuat satu pun kolom tanda seperti SUDAH DATANG atau PINDAH")
        hilang = [kolom for kolom in (*KOLOM_TANDA, "CATATAN", "NAMA") if kolom not in ada]
        if hilang:
            self.pesan.append(f"{label}: tanpa kolom {', '.join(k.replace('_', ' ') for k in hilang)}.")
        self.pesan += [f"{label}: {ganda}." for ganda in terbaca.ganda]
        orang = [(nomor, isi) for nomor, isi in zip(terbaca.nomor, terbaca.rows, strict=True) if is_about_person(isi)]
        rekaman, galat = read_kembalian(
            [isi for _, isi in orang],
            lembar=label,
            on=on,
            baris=[nomor for nomor, _ in orang],
            sistem_1904=sumber.sistem_1904,
        )
        self.kembalian += rekaman
        self.galat += galat
        self.dibaca[label] = self.dibaca.get(label, 0) + len(orang)
        return True


def read_kembali(folder: Path, *, on: date) -> IsiKembali:
    """Read every returned sweep list in the folder and the folders in it: .xlsx .xlsm .xls .xlsb .ods and .csv.

    Raises `EktpError` when there is no such folder, or nothing in it is a sweep list.
    """
    if not folder.is_dir():
        raise EktpError(f"{folder} bukan map; --kembali meminta map berisi lembar sisir yang kembali")
    kumpul = _Pengumpul()
    lain: list[str] = []
    for path in _list_files(folder):
        nama = path.relative_to(folder).as_posix()
        if path.suffix.lower() == ".csv":
            continue
        if path.suffix.lower() not in AKHIRAN:
            lain.append(nama)
            continue
        try:
            kumpul.add_file(nama, open_sumber(path), on)
        except EktpError as e:
            kumpul.pesan.append(f"BERKAS TIDAK TERBACA: {e}. Isinya belum dihitung; minta desa mengirim ulang.")
    for tempat in sorted({p.parent for p in _list_files(folder) if p.suffix.lower() == ".csv"}):
        nama = tempat.relative_to(folder).as_posix()
        kumpul.add_file("csv" if nama == "." else f"{nama}/csv", MapCsv(tempat), on)
    if lain:
        sisa = f", dan {len(lain) - 5} lainnya" if len(lain) > 5 else ""
        kumpul.pesan.append(f"Bukan lembar kerja, tidak dibaca: {', '.join(lain[:5])}{sisa}.")
    if not kumpul.dibaca:
        sebab = f" ({kumpul.pesan[0]})" if kumpul.pesan else ""
        raise EktpError(f"map {folder} tidak memuat lembar sisir yang dapat dibaca{sebab}")
    jumlah = show_count(len(kumpul.berkas))
    pesan = (f"Lembar sisir yang kembali: {jumlah} berkas dari map {folder.resolve().name}.", *kumpul.pesan)
    return IsiKembali(tuple(kumpul.kembalian), tuple(kumpul.galat), kumpul.dibaca, tuple(kumpul.berkas), pesan)


def _list_files(folder: Path) -> Iterator[Path]:
    return (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith(_SEMENTARA))


def is_recap(nama: str) -> bool:
    """Whether a sheet is the recap that `ektp sisir` writes before the lists."""
    return header_key(nama) == "REKAP"
