"""Do threshold and calibration carry over? One row for each kind of register, all on seeds used for nothing else.

    uv run python -m bench.dugaan_ragam

`salah taksir` is the mean distance between strength and truth over ten bins of strength, weighted by pairs (expected
calibration error); F1 is over pairs, decided at `kekuatan` >= 0,5.
"""

import polars as pl
from bench.dobel_buatan import KOLOM, Takaran, make_register
from bench.dugaan import score

from ektp_core.massal import find_dugaan_dobel

RAGAM: tuple[tuple[str, Takaran], ...] = (
    ("bawaan: 2% dobel, banyak nama tunggal", Takaran(benih=701)),
    ("0,5% dobel", Takaran(benih=702, tingkat=0.005)),
    ("8% dobel", Takaran(benih=703, tingkat=0.08)),
    ("nama dua-tiga kata", Takaran(benih=704, kolam="campur")),
    ("sedikit nama", Takaran(benih=705, kolam="padat")),
    ("salah ketik acak, separuh tanpa ibu", Takaran(benih=706, ketik="seragam", tanpa_ibu=0.5)),
    ("40% tanggal lahir bulat", Takaran(benih=707, tanggal_bulat=0.4)),
    ("yang ber-NIK dua 60% pindah", Takaran(benih=708, pindah=0.6)),
    ("10% isian kosong", Takaran(benih=709, kosong=0.1)),
    ("5.000 orang", Takaran(benih=710, orang=5_000)),
)


def calibration_error(jawaban: pl.DataFrame, benar: pl.DataFrame) -> float:
    """The mean distance between strength and truth."""
    tanda = benar.select("a", "b").unique().with_columns(benar=pl.lit(1.0))
    kotak = (
        jawaban.join(tanda, on=["a", "b"], how="left")
        .group_by((pl.col("kekuatan") * 10).floor().clip(0, 9))
        .agg(pl.len(), jarak=(pl.col("kekuatan").mean() - pl.col("benar").fill_null(0).mean()).abs())
    )
    return float(kotak.select((pl.col("len") * pl.col("jarak")).sum() / pl.col("len").sum()).item())


def main() -> None:
    """Print the table."""
    print("| register | F1 tanpa ibu | salah taksir | F1 dengan ibu | salah taksir |\n|---|---|---|---|---|")
    for sebutan, takaran in RAGAM:
        r = make_register(takaran)
        sel = []
        for kolom in (KOLOM[:7], KOLOM[:8]):
            jawaban = find_dugaan_dobel(r.bingkai.select(kolom))
            nilai = score(jawaban.filter(pl.col("kekuatan") >= 0.5), r.benar)
            sel += [f"{nilai.f1:.1f}", f"{calibration_error(jawaban, r.benar):.3f}"]
        print(f"| {sebutan} | {' | '.join(sel)} |".replace(".", ","), flush=True)


if __name__ == "__main__":
    main()
