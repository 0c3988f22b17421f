"""What `ektp rekon` wrote, held against the truth: every invitation, every unusable row, every figure, every list."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import Factory, define
from python_calamine import CalamineWorkbook

from .harapan import Keputusan, decisions, figures
from .kisah import Baris, Dunia, Insan
from .tulisan import Sel

Catatan = dict[str, str]


@define
class Beda:
    """One disagreement, with the rows as they were written."""

    jenis: str
    kisah: str
    harap: object
    dapat: object
    baris: list[Baris] = Factory(list)

    def __str__(self) -> str:
        kepala = f"[{self.jenis}] {self.kisah}: diharapkan {self.harap}, didapat {self.dapat}"
        return "\n".join([kepala, *(f"      {b.lembar}!{b.nomor} {show_row(b.isi)}" for b in self.baris)])


def show_row(isi: Mapping[str, Sel]) -> str:
    """A row as written, blanks left out, text told apart from numbers."""
    return " ".join(f"{k}={v!r}" for k, v in isi.items() if v is not None)


def _text(sel: object) -> str:
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    return "" if sel is None else str(sel).strip()


def _spaced(sel: object) -> str:
    return " ".join(_text(sel).split())


def _number(sel: object) -> str:
    """RT and RW are numbers, with zeros before them or without."""
    return _text(sel).lstrip("0")


def read_table(buku: CalamineWorkbook, nama: str, kunci: str) -> list[Catatan]:
    """A result sheet as records: the header is the first row that holds `kunci` as a cell."""
    rows = [[_text(sel) for sel in row] for row in buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)]
    at = next((n for n, row in enumerate(rows) if kunci in row), None)
    if at is None:
        raise AssertionError(f"lembar {nama}: tidak ada kepala kolom {kunci}")
    return [dict(zip(rows[at], row, strict=False)) for row in rows[at + 1 :] if any(row)]


def _plain(teks: str) -> str:
    return re.sub(r"^(DESA|KEL\.?|KELURAHAN)\s+", "", teks.strip().upper())


class Pembanding:
    """Compares one result with one world."""

    def __init__(self, w: Dunia, dibaca: dict[str, int], pagu: int | None, hasil: Path, ringkasan: Path) -> None:
        self.w = w
        self.angka = figures(w, dibaca, pagu)
        self.harap = decisions(w)
        self.buku = CalamineWorkbook.from_path(str(hasil))
        self.json: dict[str, Any] = json.loads(ringkasan.read_text(encoding="utf-8"))
        self.beda: list[Beda] = []

    def run(self) -> list[Beda]:
        """All disagreements, invitations first."""
        self.invitations()
        self.unusable()
        self.figures()
        self.lists()
        self.looks()
        self.returns()
        return self.beda

    def tell(self, jenis: str, kisah: str, harap: object, dapat: object, baris: Iterable[Baris] = ()) -> None:
        self.beda.append(Beda(jenis, kisah, harap, dapat, list(baris)))

    def invitations(self) -> None:
        """KEPUTUSAN, row by row."""
        didapat: dict[int, Catatan] = {}
        row: Catatan | None
        for row in read_table(self.buku, "KEPUTUSAN", "KATEGORI"):
            nomor = int(row["BARIS"])
            if nomor in didapat:
                self.tell("KEPUTUSAN", f"baris {nomor}", "sekali", "dua kali")
            didapat[nomor] = row
        for k in self.harap:
            row = didapat.pop(k.baris, None)
            if row is None:
                self.tell("KEPUTUSAN", k.insan.kisah, f"{k.kategori} (baris {k.baris})", "tidak ada", k.insan.baris)
                continue
            self._compare(k, row)
        galat = {b.nomor: b for b in self.w.baris if b.galat and b.lembar == "UNDANGAN"}
        for nomor, row in didapat.items():
            b = galat.get(nomor)
            self.tell("KEPUTUSAN", b.kisah if b else f"baris {nomor}", "GALAT", _brief(row), [b] if b else [])

    def _compare(self, k: Keputusan, row: Catatan) -> None:
        harap = {
            "NO_UNDANGAN": k.nomor,
            "NIK_DIPAKAI": k.nik_dipakai,
            "KATEGORI": k.kategori,
            "RUJUKAN": k.rujukan or "",
            "TEREKAM": k.terekam,
            "KETERANGAN": k.catatan,
            "NAMA": _spaced(k.kertas.isi.get("NAMA")),
            "RT": _number(k.kertas.isi.get("RT")),
            "RW": _number(k.kertas.isi.get("RW")),
        }
        row = row | {"NAMA": _spaced(row.get("NAMA")), "RT": _number(row.get("RT")), "RW": _number(row.get("RW"))}
        if k.pasti is not None:
            harap["PASTI"] = k.pasti
        salah = {kolom: (isi, row.get(kolom)) for kolom, isi in harap.items() if row.get(kolom) != isi}
        # A paper without a desa may be shown under its person's.
        desa = _text(k.kertas.isi.get("DESA"))
        if desa and _plain(row.get("DESA", "")) != _plain(desa):
            salah["DESA"] = (desa, row.get("DESA"))
        terdaftar = [b.isi["NAMA"] for b in k.insan.baris if b.lembar == "PENDUDUK" and not b.galat]
        if len(terdaftar) == 1:
            nama = " ".join(str(terdaftar[0]).split()).upper()
            if " ".join(row.get("NAMA_TERDAFTAR", "").split()).upper() != nama:
                salah["NAMA_TERDAFTAR"] = (nama, row.get("NAMA_TERDAFTAR"))
        if not row.get("ATURAN"):
            salah["ATURAN"] = ("(berisi)", row.get("ATURAN"))
        if salah:
            self.tell(
                "KEPUTUSAN " + "+".join(salah),
                f"{k.insan.kisah} baris {k.baris}",
                {c: h for c, (h, _) in salah.items()},
                {c: d for c, (_, d) in salah.items()} | {"ATURAN": row.get("ATURAN"), "BUKTI": row.get("BUKTI")},
                k.insan.baris,
            )

    def unusable(self) -> None:
        """GALAT, by sheet and row; values are masked there."""
        rows = read_table(self.buku, "GALAT", "LEMBAR")
        didapat = {(row["LEMBAR"].upper().strip(), int(row["BARIS"])) for row in rows if row["BARIS"].isdigit()}
        baris = {(b.lembar, b.nomor): b for b in self.w.baris}
        harap = {tempat for tempat, b in baris.items() if b.galat}
        for tempat in sorted(harap ^ didapat):
            b = baris.get(tempat)
            sebab = next((f"{r['KOLOM']}: {r['HARUSNYA']}" for r in rows if r["BARIS"] == str(tempat[1])), "terpakai")
            self.tell(
                "GALAT",
                b.kisah if b else str(tempat),
                "GALAT" if tempat in harap else "terpakai",
                f"GALAT ({sebab})" if tempat in didapat else "terpakai",
                [b] if b else [],
            )
        for row in rows:
            # Twelve digits tell region and birth date; whatever shows more of a damaged NIK is not masked.
            if sum(c.isdigit() for c in row["NILAI"]) > 12 or re.search(r"\d{13}", row.get("USUL", "")):
                b = baris.get((row["LEMBAR"].upper().strip(), int(row["BARIS"])))
                self.tell("SAMAR", b.kisah if b else "?", "NIK tersamar", row["NILAI"], [b] if b else [])

    def figures(self) -> None:
        """Every figure of --json, and the balance."""
        harap = dict(self.angka)
        # A numeric paper of a numeric resident is a repair by one reading and none by the other: all of them, or none.
        salah_satu = harap.pop("diperbaiki")
        if self.json.get("diperbaiki") not in salah_satu:
            self.tell("JSON", "diperbaiki", salah_satu, self.json.get("diperbaiki"))
        desa = {_plain(d["desa"]): {k: d[k] for k in ("wajib", "terekam", "belum")} for d in self.json["desa"]}
        if len(desa) != len(self.json["desa"]):
            self.tell("JSON", "desa", "tiap desa sekali", [d["desa"] for d in self.json["desa"]])
        desa = {nama: isi for nama, isi in desa.items() if any(isi.values())}
        self._same("desa", harap.pop("desa"), desa)
        for kunci, isi in harap.items():
            self._same(kunci, isi, self.json.get(kunci))
        rekap = {_plain(r["DESA"]): r for r in read_table(self.buku, "REKAP DESA", "DESA")}
        for nama, isi in desa.items():
            row = {k: int(float(rekap.get(nama, {}).get(k.upper(), "-1") or -1)) for k in isi}
            self._same(f"REKAP DESA {nama}", isi, row)
        neraca = self.json["neraca"]
        goyah = [n for n in neraca if not n["seimbang"] or n["kiri"] != n["kanan"]]
        if goyah or len(neraca) < 5:
            self.tell("JSON", "neraca", "seimbang semua", goyah or len(neraca))

    def _same(self, nama: str, harap: Any, dapat: Any) -> None:
        if isinstance(harap, dict) and isinstance(dapat, dict):
            for kunci in [*harap, *(k for k in dapat if k not in harap)]:
                kosong = 0 if nama in ("galat",) else None
                self._same(f"{nama}.{kunci}", harap.get(kunci, kosong), dapat.get(kunci, kosong))
        elif harap != dapat:
            self.tell("JSON", nama, harap, dapat)

    def lists(self) -> None:
        """TERCECER and PENYISIRAN name exactly whom they should; TEREKAM LUAR DASAR nobody of the base."""
        self._same_people("TERCECER", [i for i in self.w.insan if i.tercecer])
        self._same_people("PENYISIRAN", [i for i in self.w.insan if i.neto and not i.terekam])
        luar = {row["NIK"] for row in read_table(self.buku, "TEREKAM LUAR DASAR", "NIK")}
        for i in self.w.insan:
            if i.luar and not luar & i.semua_nik:
                self.tell("TEREKAM LUAR DASAR", i.kisah, "tercantum", "tidak", i.baris)
            if i.neto and luar & i.semua_nik and i.tampil is None and i.kisah != _SAMA_NIK:
                self.tell("TEREKAM LUAR DASAR", i.kisah, "tidak (ada di dasar)", "tercantum", i.baris)

    def _same_people(self, lembar: str, orang: list[Insan]) -> None:
        didapat = Counter(row["NIK"] for row in read_table(self.buku, lembar, "NIK") if row.get("NIK"))
        harap = Counter(i.nik_tampil for i in orang)
        siapa = {i.nik_tampil: i for i in self.w.insan}
        for nik in sorted((harap - didapat) | (didapat - harap)):
            i = siapa.get(nik)
            self.tell(lembar, i.kisah if i else "?", harap[nik], didapat[nik], i.baris if i else [])

    def looks(self) -> None:
        """PERLU DILIHAT holds every contradiction and no plain person; DUGAAN DOBEL every weak pair."""
        rows = read_table(self.buku, "PERLU DILIHAT", "JENIS")
        if len(rows) != self.json["perlu_dilihat"]:
            self.tell("JSON", "perlu_dilihat", len(rows), self.json["perlu_dilihat"])
        dilihat = {row["NIK"] for row in rows}
        for i in self.w.insan:
            ada = bool(dilihat & i.semua_nik)
            if i.lihat is not None and ada != i.lihat:
                apa = next((r for r in rows if r["NIK"] in i.semua_nik), {})
                self.tell("PERLU DILIHAT", i.kisah, i.lihat, f"{ada} {_brief(apa)}", i.baris)
        dugaan = read_table(self.buku, "DUGAAN DOBEL", "NIK_A")
        if len(dugaan) != self.json["dugaan_dobel"]:
            self.tell("JSON", "dugaan_dobel", len(dugaan), self.json["dugaan_dobel"])
        pasangan = {frozenset((row["NIK_A"], row["NIK_B"])) for row in dugaan}
        for a, b in self.w.pasangan_lemah:
            if frozenset((a, b)) not in pasangan:
                baris = [x for i in self.w.insan if i.o.nik in (a, b) for x in i.baris]
                self.tell("DUGAAN DOBEL", "pasangan lemah", "tercantum", "tidak", baris)

    def returns(self) -> None:
        """PENGEMBALIAN: as many rows for each reason as papers of that category."""
        rows = read_table(self.buku, "PENGEMBALIAN", "ALASAN")
        alasan = Counter(row["ALASAN"] for row in rows)
        for kategori in ("MENINGGAL", "PINDAH", "DOBEL", "ALAMAT_TIDAK_DIKETAHUI"):
            banyak = sum(k.kategori == kategori for k in self.harap)
            if alasan[kategori] != banyak:
                self.tell("PENGEMBALIAN", kategori, banyak, alasan[kategori])


# Two people under one calendar-false NIK: a list that names it says nothing about either.
_SAMA_NIK = "penduduk_nik/kalender_salah_dua_kali"


def _brief(row: Catatan) -> str:
    return " ".join(f"{k}={v}" for k, v in row.items() if v)[:300]
