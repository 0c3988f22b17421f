"""The peraga `jaten`: a small kecamatan with one resident and one invitation, unless the row says otherwise.

BUDI REKAAN, born 17 August 1980 in Jaten RT 001 RW 002, holds invitation number 1 under his own NIK. A column called
after a sheet writes that sheet's rows; the short columns change one field of Budi or of his invitation.
"""

from __future__ import annotations

from collections.abc import Callable

from contoh.peraga.masukan import Jawaban, Masukan, read_rows, yes_no
from contoh.tabel import KOSONG
from ektp_core import (
    Hasil,
    Mutasi,
    read_kembalian,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
    reconcile,
)
from ektp_core.tulisan import show_count

_NIK = {"NIK": "3313111708800001"}
_PENDUDUK = {
    **_NIK,
    "NAMA": "BUDI REKAAN",
    "TGL_LAHIR": "17-08-1980",
    "JENIS_KELAMIN": "L",
    "STATUS_KAWIN": "KAWIN",
    "RT": "001",
    "RW": "002",
    "DESA": "Jaten",
}
_UNDANGAN = {
    "NO_UNDANGAN": "1",
    **{k: _PENDUDUK[k] for k in ("NIK", "NAMA", "TGL_LAHIR", "RT", "RW", "DESA")},
}
_KEMBALI = {**_NIK, "NAMA": "BUDI REKAAN"}
_WILAYAH = {"DESA": "Jaten", "RW": "002", "RT": "001"}
_SINGKAT_PENDUDUK = {"lahir": "TGL_LAHIR", "status kawin": "STATUS_KAWIN", "kewarganegaraan": "KEWARGANEGARAAN"}
_SINGKAT_UNDANGAN = {"catatan desa": "KETERANGAN"}
_PERISTIWA = {"meninggal": "TGL_MENINGGAL", "pindah keluar": "TGL_PINDAH", "direkam": "TGL_REKAM"}


def _rows(m: Masukan, lembar: str, bawaan: dict[str, str], singkat: dict[str, str]) -> list[dict[str, object]]:
    rows = read_rows(m.text(lembar, "bawaan"), bawaan)
    for kolom, nama in singkat.items():
        if m.has(kolom):
            isi = m.text(kolom)
            rows[0][nama] = "" if isi == KOSONG else isi
    return rows


def _event(m: Masukan, lembar: str, singkat: str) -> list[dict[str, object]]:
    """Rows of a sheet of events, or the one date that a short column gives."""
    rows = read_rows(m.text(lembar), _NIK) if lembar != singkat else []
    sel = m.text(singkat)
    if sel in ("", KOSONG):
        return rows
    if "=" in sel or "<br>" in sel:
        return read_rows(sel, _NIK)
    return [*rows, {**_NIK, _PERISTIWA[singkat]: "" if sel == "tanpa tanggal" else sel}]


def _reconcile(m: Masukan) -> Hasil:
    per = m.per()
    penduduk, g1 = read_penduduk(_rows(m, "penduduk", _PENDUDUK, _SINGKAT_PENDUDUK), on=per)
    undangan, g2 = read_undangan(_rows(m, "undangan", _UNDANGAN, _SINGKAT_UNDANGAN), on=per)
    perekaman, g3 = read_perekaman(_event(m, "perekaman", "direkam"), on=per)
    pindah, g4 = read_pindah(_event(m, "pindah", "pindah keluar"), on=per)
    meninggal, g5 = read_meninggal(_event(m, "meninggal", "meninggal"), on=per)
    wilayah, g6 = read_wilayah(read_rows(m.text("wilayah"), _WILAYAH)) if m.has("wilayah") else (None, [])
    kembali, g7 = read_kembalian(read_rows(m.text("lembar sisir"), _KEMBALI), on=per)
    mutasi: list[Mutasi] = [*pindah, *meninggal]
    return reconcile(
        penduduk=penduduk,
        undangan=undangan,
        perekaman=perekaman,
        mutasi=mutasi,
        wilayah=wilayah,
        galat=[*g1, *g2, *g3, *g4, *g5, *g6, *g7],
        on=per,
        pagu=m.number("pagu") if m.has("pagu") else None,
        kembalian=kembali,
    )


def _answers(h: Hasil) -> dict[str, Callable[[], str]]:
    def per_paper(isi: list[str]) -> str:
        return " / ".join(satu or KOSONG for satu in isi)

    k = h.keputusan
    return {
        "kategori": lambda: per_paper([x.kategori.value for x in k]),
        "pasti": lambda: per_paper(["YA" if x.pasti else "BELUM" for x in k]),
        "terekam": lambda: per_paper(["YA" if x.terekam else "BELUM" for x in k]),
        "aturan": lambda: per_paper([", ".join(x.aturan) for x in k]),
        "baris lembar sisir": lambda: per_paper([x.nasib.value for x in h.kembalian]),
        "catatan lalu": lambda: "; ".join(c for b in h.belum for c in b.catatan),
        "NIK dipakai": lambda: per_paper([x.nik_dipakai for x in k]),
        "rujukan": lambda: per_paper([x.rujukan for x in k]),
        "diperbaiki": lambda: yes_no(h.diperbaiki > 0),
        "perlu dilihat": lambda: ", ".join(sorted({p.jenis for p in h.perlu_dilihat})),
        "dugaan dobel": lambda: show_count(len(h.dugaan)),
        "kekuatan": lambda: per_paper([d.kekuatan for d in h.dugaan]),
        "GALAT": lambda: "; ".join(f"{g.lembar}: {g.harusnya}" for g in h.galat),
        "luar dasar": lambda: "; ".join(x.sebab for x in h.luar_dasar),
        "daftar": lambda: show_count(h.wajib.daftar),
        "neto": lambda: show_count(h.wajib.neto),
        "belum pasti": lambda: show_count(h.wajib.belum_pasti),
        "belum diketahui": lambda: show_count(h.wajib.belum_diketahui),
        "jumlah terekam": lambda: show_count(h.terekam),
        "tercecer": lambda: show_count(len(h.tercecer)),
        "cakupan neto": lambda: str(h.cakupan.neto),
        "bawah": lambda: str(h.cakupan.bawah),
        "atas": lambda: str(h.cakupan.atas),
        "neraca": lambda: "<br>".join(
            f"{n.nama}: {show_count(n.kiri)} = {show_count(n.kanan)}" for n in h.neraca if "= dipakai" not in n.nama
        ),
        "neraca lembar": lambda: "<br>".join(
            f"{n.nama}: {show_count(n.kiri)} = {show_count(n.kanan)}"
            for n in h.neraca
            if "= dipakai" in n.nama and n.kiri
        ),
        "seimbang": lambda: yes_no(all(n.seimbang for n in h.neraca)),
        "desa": lambda: "<br>".join(f"{d.desa}: {d.wajib} wajib, {d.terekam} terekam, {d.belum} belum" for d in h.desa),
    }


def jaten(m: Masukan) -> Jawaban:
    """Reconcile the small kecamatan; answers about papers stand in their order, ` / ` between them."""
    h = _reconcile(m)
    assert all(n.seimbang for n in h.neraca)
    dibawa = {id for k in h.keputusan for id in k.aturan} | {p.aturan for p in h.perlu_dilihat}
    dibawa |= {id for d in h.dugaan for id in d.aturan}
    return Jawaban({nama: jawab() for nama, jawab in _answers(h).items()}, frozenset(dibawa))
