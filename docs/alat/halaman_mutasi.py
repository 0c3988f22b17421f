"""What the page on mutation testing shows of the last whole run: the figures, and every survivor with its explanation.

Called from the cog blocks of `docs/penjelasan/uji-mutasi.md`. Every survivor stands there under a class, the unexplained ones
under a class of their own, so that a new run cannot leave the page behind.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from ektp_core.tulisan import show_count

HASIL = Path(__file__).resolve().parents[1] / "penjelasan" / "uji-mutasi"


@frozen
class Golongan:
    """Why some survivors survive: `pola` is searched in a survivor's line (file, place, old and new code, operator)."""

    judul: str
    sebab: str
    pola: str

    def holds(self, baris: dict[str, str]) -> bool:
        """Whether the class explains the survivor."""
        return re.search(self.pola, show(baris)) is not None


GOLONGAN = (
    Golongan(
        "Ingatan",
        "Berapa banyak jawaban yang diingat, atau apakah diingat sama sekali, mengubah kecepatan dan bukan jawaban.",
        r"maxsize|lru_cache",
    ),
    Golongan(
        "Tidak pernah selesai",
        "Gelung tanpa akhir: CI berhenti di situ dan siapa pun melihatnya, tetapi tidak ada uji yang gagal, jadi dihitung tidak "
        "terbunuh.",
        r"habis waktu\)$",
    ),
    Golongan(
        "Urutan yang tidak berarti",
        "Anggota sebuah enum yang urutannya tidak dipakai siapa pun, pengganti ejaan yang tidak saling menyentuh, atau dua "
        "bagian sebuah kunci yang hanya dibandingkan atau dikumpulkan: menukar dua tetangganya tidak mengubah apa pun.",
        r"\(TukarAnggota;|PENGGANTI.*\(TukarUnsur;"
        r"|(?:_group_by_nik|_strong_pairs|_lend_to|find_lent|_count_used|_join_outsiders|_mistyped_pairs|_agrees_on_name"
        r"|_slips_among|add_similar|iter_strong_pairs|join_pairs|_URUTAN_ALASAN|check_published(?:\.check)?|from_serial|death_at"
        r"|rekonsiliasi/__init__\.py \w+): .*\(TukarUnsur;|_namesakes: .*\(TukarNama;",
    ),
    Golongan(
        "Perbandingan yang tidak dapat berbeda",
        "Dua tanggal atau dua NIK yang di situ sudah terurut atau terpilih: `>` sama dengan `!=`, `==` sama dengan `>=`; dan `?` "
        "berdiri sesudah semua angka. Hari 40 tidak ada pada siapa pun, kelamin hanya L atau P, abad tidak mengubah "
        "kabisat, dan siapa pun yang sudah berumur 17 pada 28 Februari tidak lahir sesudah tanggal 29.",
        r"_latest_at: .*\(ComparisonOperator|_check_recordings: .*keluar:.*\(ComparisonOperator"
        r"|full_form: .*\(ComparisonOperator|_same_person: .*\(ComparisonOperator|_lead: .*len\(cocok\)"
        r"|_day_month_year: |birth_digits: |_is_leap_day_case: |_year: .*len\(teks\)"
        r"|parse_nik: .*\.match\(|dugaan\.py _pair: .*_Lt;",
    ),
    Golongan(
        "Hanya kecepatan",
        "Jalan pintas bagi keadaan yang biasa, atau penyaring di depan pemeriksaan yang lengkap: tanpanya jawabannya sama, lebih "
        "lambat.",
        r"_(?:mistyped_pairs|index_names): |Register\.lend: .*> 1|Register\._lend_to: .*\[: 14\]|_full_forms: "
        r"|Pemeriksa\.check: .*(?:baris|rekam)|_join_lost_digits: |_join_lost_digit: return False|join_pairs: .*reverse=",
    ),
    Golongan(
        "Tidak ada saat program berjalan",
        "Jenis yang hanya dibaca mypy, nama sebuah jenis, dan `strict=True` di antara deret yang sama panjang.",
        r"\(BinaryOperator_BitOr_(?:Sub|BitAnd);|strict=|_Satu: |JenisKelamin: ",
    ),
    Golongan(
        "Nilai yang diganti sebelum dibaca",
        "Nilai awal yang selalu ditimpa sebelum siapa pun membacanya, atau jawaban bagi keadaan yang tidak dapat terjadi dan "
        "hanya diminta mypy.",
        r"Kenalan\.__init__: |_plain_percent: |_repair_evidence: return|_match: return|_by_15: return|_not_recorded: return"
        r"|agrees_on_birth: return|baris\[0\]|latest_birth: ",
    ),
    Golongan(
        "Urutan di antara dugaan yang sama kuat",
        "NIK dan nama mengurutkan dugaan yang sama kuatnya, dan akhirnya semua isinya; tanpa satu bagian, bagian berikutnya "
        "sudah memberi urutan yang tetap juga. Urutan itu hanya untuk mata, dan tidak diuji sampai bagian terakhir.",
        r"dugaan\.py _order: ",
    ),
    Golongan(
        "Belum dijelaskan satu per satu",
        "Hidup pada pengukuran terakhir dan dihitung hidup. Uji yang lebih baik, atau kode yang lebih sedikit, menghapusnya.",
        r"",
    ),
)
"""The classes; the first that fits explains a survivor, and the last holds whatever nobody has explained yet."""


def read(nama: str) -> list[dict[str, str]]:
    """The rows of one of the run's two files; none where no run was kept."""
    if not (HASIL / nama).is_file():
        return []
    with (HASIL / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def show(baris: dict[str, str]) -> str:
    """A survivor as one line."""
    return f"{baris['berkas']} {baris['tempat']}: {baris['lama']} -> {baris['baru']} ({baris['operator']}; {baris['hasil']})"


def classify(hidup: Sequence[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """The survivors by class; `ValueError` for one that no class takes."""
    hasil: dict[str, list[dict[str, str]]] = {g.judul: [] for g in GOLONGAN}
    for baris in hidup:
        golongan = next((g for g in GOLONGAN if g.holds(baris)), None)
        if golongan is None:
            raise ValueError(f"mutan hidup tanpa golongan: {show(baris)}")
        hasil[golongan.judul].append(baris)
    return hasil


def angka() -> str:
    """The table of the run, part by part, with a sum for the parts that the project holds to 95%."""
    semua = read("angka.csv")
    if not semua:
        return "\nBelum ada pengukuran seluruhnya yang disimpan.\n"
    pokok = [b for b in semua if b["pokok"]]
    kepala = (
        "bagian",
        "mutan",
        "terbunuh",
        "oleh uji bernama aturan",
        "hidup",
        "habis waktu",
        "tak termuat",
        "terbunuh",
        "detik CPU",
    )
    baris = [
        f"| {' | '.join(kepala)} |",
        "|---|" + "--:|" * (len(kepala) - 1),
        *(_row(f"`{b['bagian']}`", [b]) for b in pokok),
        _row("**yang dijaga 95%**", pokok),
        *(_row(f"`{b['bagian']}`", [b]) for b in semua if not b["pokok"]),
        _row("**semua**", semua),
    ]
    tanggal, mesin = ("; ".join(sorted({b[k] for b in semua})) for k in ("tanggal", "mesin"))
    return "\n" + "\n".join(baris) + f"\n\nDiukur {tanggal}; {mesin}.\n"


def _row(nama: str, baris: Sequence[dict[str, str]]) -> str:
    kolom = ("mutan", "terbunuh", "oleh_uji_aturan", "hidup", "habis_waktu", "tak_termuat", "cpu_detik")
    n = [sum(int(b[k]) for b in baris) for k in kolom]
    persen = f"{100 * n[1] / n[0]:.2f}%".replace(".", ",")
    return f"| {nama} | " + " | ".join([*map(show_count, n[:-1]), persen, show_count(n[-1])]) + " |"


def hidup() -> str:
    """Every class with its explanation and its survivors."""
    bagian = []
    for judul, baris in classify(read("hidup.csv")).items():
        if baris:
            sebab = next(g.sebab for g in GOLONGAN if g.judul == judul)
            daftar = "\n".join(
                f"{b['berkas'].removeprefix('src/ektp_core/')}:{b['baris']} {b['tempat']}: {b['lama']} -> {b['baru']}"
                for b in baris
            )
            bagian.append(f"\n### {judul} ({len(baris)})\n\n{sebab}\n\n```text\n{daftar}\n```\n")
    return "".join(bagian)
