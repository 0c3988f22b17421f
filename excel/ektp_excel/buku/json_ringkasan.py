"""The figures of a result for programs: what `--json` writes. The keys are a contract; a figure that cannot be known is null."""

import json
import os

from ektp_core.cakupan import Rasio
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_excel.buku.utuh import write_whole


def summary(hasil: Hasil) -> dict[str, object]:
    """The figures under the keys of the contract; percentages are texts with two decimals."""
    w, c = hasil.wajib, hasil.cakupan
    return {
        "per_tanggal": hasil.on.isoformat(),
        "dibaca": dict(hasil.dibaca),
        "galat": hasil.galat_per_lembar,
        "undangan": {
            "total": sum(hasil.kategori.values()),
            **{k.value.lower(): jumlah for k, jumlah in hasil.kategori.items()},
        },
        "wajib": {
            "pagu": w.pagu,
            "daftar": w.daftar,
            "neto": w.neto,
            "belum_pasti": w.belum_pasti,
            "belum_diketahui": w.belum_diketahui,
        },
        "terekam": hasil.terekam,
        "belum_terekam": hasil.belum_terekam,
        "tercecer": len(hasil.tercecer),
        "cakupan": {
            "pagu": _percent(c.pagu),
            "daftar": _percent(c.daftar),
            "neto": _percent(c.neto),
            "bawah": _percent(c.bawah),
            "atas": _percent(c.atas),
        },
        "desa": [{"desa": d.desa, "wajib": d.wajib, "terekam": d.terekam, "belum": d.belum} for d in hasil.desa],
        "neraca": [{"nama": n.nama, "kiri": n.kiri, "kanan": n.kanan, "seimbang": n.seimbang} for n in hasil.neraca],
        "diperbaiki": hasil.diperbaiki,
        "dugaan_dobel": len(hasil.dugaan),
        "perlu_dilihat": len(hasil.perlu_dilihat),
    }


def write_json(path: str | os.PathLike[str], hasil: Hasil) -> None:
    """Write the summary as UTF-8 JSON, whole or not at all."""
    # A name with half a surrogate pair in it is no reason to fail: it is shown with a mark.
    teks = json.dumps(summary(hasil), ensure_ascii=False, indent=2) + "\n"
    with write_whole(path) as berkas:
        berkas.write(teks.encode("utf-8", errors="replace"))


def _percent(rasio: Rasio | None) -> str | None:
    persen = None if rasio is None else rasio.persen
    return None if persen is None else str(persen)
