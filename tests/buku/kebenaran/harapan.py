"""The figures that follow from a world, summed person by person, and the identities that they must satisfy."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from attrs import define

from .kisah import Baris, Dunia, Insan, Kertas

KATEGORI = (
    "GALAT", "DOBEL", "MENINGGAL", "PINDAH", "TIDAK_TERDAFTAR", "BUKAN_WAJIB", "ALAMAT_TIDAK_DIKETAHUI", "SAH",
)  # fmt: skip


@define
class Keputusan:
    """What one invitation must become; None where the contract leaves it open."""

    baris: int
    nomor: str
    nik_dipakai: str
    kategori: str
    rujukan: str | None
    baris_rujukan: int | None
    pasti: str | None
    terekam: str
    catatan: str
    insan: Insan
    kertas: Baris
    diperbaiki: bool | None

    def as_dict(self) -> dict[str, Any]:
        """For a file of truth beside a workbook."""
        return {
            "baris": self.baris,
            "no_undangan": self.nomor,
            "nik_dipakai": self.nik_dipakai,
            "kategori": self.kategori,
            "rujukan": self.rujukan,
            "pasti": self.pasti,
            "terekam": self.terekam,
            "kisah": self.insan.kisah,
        }


def _decide(i: Insan, kertas: Kertas, dikirim: Kertas) -> Keputusan:
    kategori, pasti = i.keputusan
    kembar = kertas is not dikirim
    # Whether a dropped double of somebody "not known to be wajib" is certain is not settled.
    yakin: str | None = "YA" if pasti or kembar else "BELUM"
    if kembar and i.belum_diketahui:
        yakin = None
    return Keputusan(
        baris=kertas.baris.nomor,
        nomor=kertas.no.teks,
        nik_dipakai=kertas.nik_dipakai,
        kategori="DOBEL" if kembar else kategori,
        rujukan=dikirim.no.teks if kembar else None,
        baris_rujukan=dikirim.baris.nomor if kembar else None,
        pasti=yakin,
        terekam="YA" if i.terekam else "BELUM",
        catatan=str(kertas.baris.isi.get("KETERANGAN") or "").strip(),
        insan=i,
        kertas=kertas.baris,
        diperbaiki=kertas.diperbaiki,
    )


def decisions(w: Dunia) -> list[Keputusan]:
    """One for each invitation that can be read, in the order of the sheet."""
    hasil = []
    for i in w.insan:
        dikirim = i.dikirim
        if dikirim is not None:
            hasil += [_decide(i, kertas, dikirim) for kertas in i.kertas]
    return sorted(hasil, key=lambda k: k.baris)


def percent(bagian: int, seluruh: int) -> str:
    """Rounded half up to two decimals, once."""
    ratus = (Fraction(bagian * 10_000, seluruh) + Fraction(1, 2)).__floor__()
    return f"{ratus // 100}.{ratus % 100:02}"


def figures(w: Dunia, dibaca: dict[str, int], pagu: int | None) -> dict[str, Any]:
    """The figures of RINGKASAN as the contract names them, without `neraca`; ranges where a figure is left open."""
    neto = [i for i in w.insan if i.neto]
    terekam = sum(i.terekam for i in neto)
    daftar = sum(i.daftar for i in w.insan)
    belum_pasti = sum(i.belum_pasti for i in w.insan)
    keputusan = decisions(w)
    galat = Counter(b.lembar for b in w.baris if b.galat)
    undangan = Counter(k.kategori for k in keputusan)
    undangan["GALAT"] = galat["UNDANGAN"]
    diperbaiki = sum(k.diperbaiki is True for k in keputusan)
    desa: dict[str, list[int]] = {}
    for i in neto:
        angka = desa.setdefault(i.o.desa, [0, 0, 0])
        angka[0] += 1
        angka[1 if i.terekam else 2] += 1
    return {
        "per_tanggal": w.on.isoformat(),
        "dibaca": dibaca,
        "galat": {nama: galat[nama] for nama in dibaca},
        "undangan": {"total": dibaca["UNDANGAN"], **{k.lower(): undangan[k] for k in KATEGORI}},
        "wajib": {
            "pagu": pagu,
            "daftar": daftar,
            "neto": len(neto),
            "belum_pasti": belum_pasti,
            "belum_diketahui": sum(i.belum_diketahui for i in w.insan),
        },
        "terekam": terekam,
        "belum_terekam": len(neto) - terekam,
        "tercecer": sum(i.tercecer for i in w.insan),
        "cakupan": {
            "pagu": percent(terekam, pagu) if pagu else None,
            "daftar": percent(terekam, daftar),
            "neto": percent(terekam, len(neto)),
            "bawah": percent(terekam, len(neto)),
            "atas": percent(terekam, len(neto) - belum_pasti),
        },
        "desa": {nama: {"wajib": a, "terekam": b, "belum": c} for nama, (a, b, c) in sorted(desa.items())},
        "diperbaiki": [diperbaiki, diperbaiki + sum(k.diperbaiki is None for k in keputusan)],
    }


def check_own_identities(w: Dunia, angka: dict[str, Any]) -> None:
    """The contract's identities, held against the examiner's own numbers."""
    wajib, undangan = angka["wajib"], angka["undangan"]
    didaftar = [i for i in w.insan if i.daftar]
    dobel = sum(i.daftar - 1 for i in didaftar)
    mati = sum(i.mati for i in didaftar)
    pindah = sum((i.pindah or i.datang_kelak) and not i.mati for i in didaftar)
    assert wajib["daftar"] - dobel - mati - pindah == wajib["neto"]
    assert undangan["total"] == sum(v for k, v in undangan.items() if k != "total")
    orang = sum(bool(i.kertas) for i in w.insan)
    assert undangan["total"] == orang + undangan["dobel"] + undangan["galat"]
    assert wajib["neto"] == angka["terekam"] + angka["belum_terekam"]
    diundang = sum(bool(i.kertas) and i.neto and not i.terekam for i in w.insan)
    assert angka["belum_terekam"] == diundang + angka["tercecer"]
    for kunci, jumlah in (("wajib", wajib["neto"]), ("terekam", angka["terekam"]), ("belum", angka["belum_terekam"])):
        assert sum(d[kunci] for d in angka["desa"].values()) == jumlah
    for nama, banyak in angka["dibaca"].items():
        galat = sum(b.galat for b in w.baris if b.lembar == nama)
        assert banyak == galat + sum(not b.galat for b in w.baris if b.lembar == nama)
