"""`python -m ektp_excel.bangun.rujukan`: write `docs/rujukan/fungsi.md` anew, run in the project's folder.

What a function and its arguments say comes from `FUNGSI`; the examples are cases that the tests hold on every host.
Where a case leaves a text open, the page shows what the function answers today.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from ektp_excel.fungsi import FUNGSI, Fungsi
from ektp_excel.pita.bantuan import signature

KASUS = Path("tests/host/kasus_fungsi.json")
HALAMAN = Path("docs/rujukan/fungsi.md")
PERINTAH = "uv run python -m ektp_excel.bangun.rujukan"

CONTOH: Mapping[str, Sequence[int]] = {
    "EKTP_TANGGAL": (1, 2, 7),
    "EKTP_UMUR": (1, 2, 11),
    "EKTP_WAJIB": (2, 13, 9),
    "EKTP_ALASAN_WAJIB": (1, 2, 11),
    "EKTP_TANGGAL_WAJIB": (1, 2, 10),
    "EKTP_NIK_SAH": (2, 7, 11),
    "EKTP_NIK_URAI": (1, 2),
    "EKTP_NIK_SAMAR": (1, 9, 10),
    "EKTP_DOBEL": (2, 7, 8),
    "EKTP_ALASAN_KEMBALI": (2, 3, 7),
    "EKTP_REKON": (2, 6, 8),
    "EKTP_TERCECER": (1, 2),
    "EKTP_PENYISIRAN": (1, 3),
    "EKTP_CAKUPAN": (1, 2, 9),
    "EKTP_REKAP_DESA": (1, 3),
    "EKTP_SELANG_TEREKAM": (1, 2, 9),
    "EKTP_HARI_KERJA": (1, 2, 10),
    "EKTP_LAJU_PERLU": (1, 2, 11),
    "EKTP_PERKIRAAN_SELESAI": (1, 2, 11),
    "EKTP_VERSI": (1,),
}
"""Which cases are shown, by their place in the file, counted from 1."""

_PEMBUKA = f"""\
# Rujukan fungsi

<!-- Dibuat dari kode oleh: {PERINTAH}. Jangan diubah di sini. -->

{{banyak}} fungsi ini dapat ditulis di sel mana pun sesudah add-in dipasang ([Windows](../tutorial/windows.md); LibreOffice:
`ektp pasang`). Yang berlaku bagi semuanya:

- Argumen di dalam kurung siku boleh dikosongkan. Pemisah argumen di sini `;`; di Windows berbahasa Inggris `,`.
- Satu sel dijawab satu sel; satu kolom atau baris dijawab dalam bentuk yang sama. Sel kosong dijawab kosong.
- Yang tidak dapat dijawab menjadi teks yang diawali `GALAT:`, hanya di barisnya sendiri.
- `per`, tanggal acuan, selalu harus diisi: jawaban yang sama hari ini dan tahun depan.
- Jawaban berupa tanggal adalah tanggal sungguhan; bila tampil sebagai angka, beri sel itu format tanggal.
- Jawaban lebih dari satu sel: di Excel 365 mengisi sendiri; sebelum itu pilih dahulu rentangnya, tulis rumusnya, lalu tekan
  Ctrl+Shift+Enter ([jebakan Excel](../penjelasan/jebakan-excel.md)).

Setiap contoh di bawah juga diuji. Nama dan NIK di dalamnya rekaan. `#N/A` dan sejenisnya adalah sel galat.
"""
_PENUTUP = """\
## Tabel contoh

Tabel yang dipakai contoh-contoh di atas.
"""
_RUJUKAN = re.compile(r"([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?")
_HURUF = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Tabel = Sequence[Sequence[Any]]


@frozen
class Contoh:
    """One case: the formula, what stands where, and the answer; names of tables stand for their rows."""

    rumus: str
    sel: Mapping[str, Any]
    harap: Any
    tabel: Mapping[str, Tabel]

    @property
    def jawaban(self) -> Tabel:
        """The answer's rows; what the case leaves open is asked of the function."""
        harap = [satu if isinstance(satu, list) else [satu] for satu in _listed(self.harap)]
        if not any("*" in satu for satu in harap):
            return harap
        nama = self.rumus.partition("(")[0]
        (panggil,) = (fungsi.panggil for fungsi in FUNGSI if fungsi.nama == nama)
        return panggil(*self._arguments())

    def cells(self) -> dict[tuple[int, int], Any]:
        """What stands in each cell, by row and column."""
        hasil = {}
        for alamat, isi in self.sel.items():
            baris, kolom = _place(alamat)
            rows = self.tabel[isi[1:]] if _is_table(isi) else _listed(isi)
            for b, satu in enumerate(rows):
                for k, nilai in enumerate(satu if isinstance(satu, list) else [satu]):
                    hasil[baris + b, kolom + k] = nilai
        return hasil

    def _arguments(self) -> Iterator[Tabel | None]:
        sel = self.cells()
        isi = self.rumus[self.rumus.index("(") + 1 : -1]
        for teks in isi.split(",") if isi else ():
            if not teks:
                yield None
                continue
            awal, _, akhir = teks.partition(":")
            (atas, kiri), (bawah, kanan) = _place(awal), _place(akhir or awal)
            yield [[_plain(sel.get((b, k))) for k in range(kiri, kanan + 1)] for b in range(atas, bawah + 1)]


def make_page(kasus: Mapping[str, Any]) -> str:
    """The whole page, from the content of the case file."""
    bagian = [_PEMBUKA.format(banyak=len(FUNGSI)), _index()]
    dipakai = set[str]()
    for fungsi in FUNGSI:
        contoh = [
            Contoh(satu["rumus"], satu["sel"], satu["harap"], kasus["tabel"])
            for satu in (kasus["kasus"][fungsi.nama][nomor - 1] for nomor in CONTOH[fungsi.nama])
        ]
        dipakai.update(isi[1:] for satu in contoh for isi in satu.sel.values() if _is_table(isi))
        bagian.append(_section(fungsi, contoh))
    bagian.append(_PENUTUP)
    for nama, isi in kasus["tabel"].items():
        if nama in dipakai:
            bagian.append(f"### Tabel {nama}\n\n{_table(isi)}")
    return "\n".join(bagian)


def _index() -> str:
    baris = [f"| [{f.nama}](#{f.nama.lower()}) | {_escape(f.doc)} |" for f in FUNGSI]
    return "\n".join(["| fungsi | jawaban |", "|---|---|", *baris, ""])


def _section(fungsi: Fungsi, contoh: Sequence[Contoh]) -> str:
    bagian = [f"## {fungsi.nama}", "", f"`={signature(fungsi)}`", "", _escape(fungsi.doc), ""]
    if fungsi.argumen:
        bagian += ["| argumen | harus diisi | isinya |", "|---|---|---|"]
        bagian += [f"| `{a.nama}` | {'ya' if a.wajib else 'tidak'} | {_escape(a.doc)} |" for a in fungsi.argumen]
        bagian.append("")
    singkat = [satu for satu in contoh if not _wide(satu.jawaban)]
    for satu in contoh:
        if _wide(satu.jawaban):
            bagian += [
                f"Contoh: `={_spell(satu.rumus)}` dengan {_where(satu, ', ')} dijawab:",
                "",
                _table(satu.jawaban),
            ]
    if singkat:
        bagian += ["| contoh | isi sel | jawaban |", "|---|---|---|"]
        bagian += [f"| `={_spell(s.rumus)}` | {_where(s, '<br>')} | {_answer(s.jawaban)} |" for s in singkat]
        bagian.append("")
    return "\n".join(bagian)


def _wide(jawaban: Tabel) -> bool:
    """Whether the answer is a table with a header of its own."""
    return len(jawaban[0]) > 4 or jawaban[0][0] == "DESA"


def _where(contoh: Contoh, antara: str) -> str:
    """What stands in which cell: a line for every row, and for a table its name."""
    tabel = []
    for alamat, isi in contoh.sel.items():
        if _is_table(isi):
            tabel.append(f"{_span(contoh.rumus, alamat)} = [tabel {isi[1:]}](#tabel-{isi[1:]})")
    lepas = Contoh(contoh.rumus, {a: i for a, i in contoh.sel.items() if not _is_table(i)}, None, {}).cells()
    per_baris: dict[int, list[str]] = {}
    for (baris, kolom), nilai in sorted(lepas.items()):
        if nilai is not None:
            per_baris.setdefault(baris, []).append(f"{_HURUF[kolom - 1]}{baris}: {_show(nilai)}")
    return antara.join([*tabel, *(" · ".join(satu) for satu in per_baris.values())])


def _span(rumus: str, alamat: str) -> str:
    """The range of the formula that begins in this cell."""
    return next(m[0] for m in _RUJUKAN.finditer(rumus.partition("(")[2]) if m[0].split(":")[0] == alamat)


def _answer(jawaban: Tabel) -> str:
    return "<br>".join(" · ".join(_show(nilai) or "(kosong)" for nilai in satu) for satu in jawaban)


def _table(isi: Tabel) -> str:
    lebar = max(map(len, isi))
    baris = [f"| {' | '.join([*map(_show, satu), *[''] * (lebar - len(satu))])} |" for satu in isi]
    return "\n".join([baris[0], "|" + "---|" * lebar, *baris[1:], ""])


def _show(nilai: object) -> str:
    """A cell as an Indonesian Excel shows it; a NIK that is a number is named as one.

    >>> _show("@2012-08-28"), _show(0.92102), _show(3171011708450001)
    ('28-08-2012', '0,9210…', '3171011708450001 (angka)')
    """
    match _plain(nilai):
        case None:
            return ""
        case bool() as benar:
            return "TRUE" if benar else "FALSE"
        case date() as hari:
            return f"{hari:%d-%m-%Y}"
        case float() as pecahan:
            return (
                f"{pecahan:.4f}…".replace(".", ",")
                if round(pecahan, 4) != pecahan
                else f"{pecahan:g}".replace(".", ",")
            )
        case int() as bulat:
            return f"{bulat} (angka)" if bulat >= 10**15 else str(bulat)
        case lain:
            return _escape(str(lain).removeprefix("!"))


def _escape(teks: str) -> str:
    return re.sub(r"([|*<\[\]])", r"\\\1", teks)


def _spell(rumus: str) -> str:
    return rumus.replace(",", "; ").replace(";  ", "; ")


def _plain(nilai: object) -> object:
    return date.fromisoformat(nilai[1:]) if isinstance(nilai, str) and nilai.startswith("@") else nilai


def _is_table(isi: object) -> bool:
    return isinstance(isi, str) and isi.startswith("$")


def _listed(isi: Any) -> list[Any]:
    return isi if isinstance(isi, list) else [isi]


def _place(alamat: str) -> tuple[int, int]:
    cocok = _RUJUKAN.fullmatch(alamat)
    assert cocok, alamat
    return int(cocok[2]), _HURUF.index(cocok[1]) + 1


if __name__ == "__main__":
    HALAMAN.write_text(make_page(json.loads(KASUS.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")
    print(HALAMAN)
