"""The peraga `wajib`: one resident, asked at a date."""

from __future__ import annotations

from contoh.peraga.masukan import Jawaban, Masukan, read_rows, show_day, yes_no
from ektp_core import Mutasi, decide_wajib, is_wajib, read_meninggal, read_penduduk, read_pindah, wajib_since

_KOLOM = {
    "lahir": "TGL_LAHIR",
    "status kawin": "STATUS_KAWIN",
    "tanggal kawin": "TGL_KAWIN",
    "kewarganegaraan": "KEWARGANEGARAAN",
    "ITAP sampai": "ITAP_SAMPAI",
}
_NIK = "3313110101800001"


def wajib(m: Masukan) -> Jawaban:
    """Whether, on what ground, by which rules, and since when; a column that the table lacks is missing in the register."""
    per = m.per()
    baris = {"NIK": _NIK, "STATUS_KAWIN": "BELUM KAWIN", **{k: m.text(n) for n, k in _KOLOM.items() if m.has(n)}}
    orang, galat = read_penduduk([baris], on=per)
    assert not galat
    mutasi: list[Mutasi] = [
        *read_pindah(read_rows(m.text("pindah"), {"NIK": _NIK}), on=per)[0],
        *read_meninggal(read_rows(m.text("meninggal"), {"NIK": _NIK}), on=per)[0],
    ]
    k = decide_wajib(orang[0], mutasi=mutasi, on=per)
    if not mutasi:
        assert is_wajib(orang[0], on=per) is k.wajib
    sejak = wajib_since(orang[0])
    isi = {
        "wajib?": yes_no(k.wajib),
        "alasan": k.alasan.value,
        "aturan": ", ".join(k.aturan),
        "wajib sejak": sejak if isinstance(sejak, str) else show_day(sejak),
    }
    return Jawaban(isi, frozenset(k.aturan))
