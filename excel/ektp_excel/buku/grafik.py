"""The charts of the sheets, native to the spreadsheet and each drawn from a table on its own sheet."""

from collections.abc import Sequence
from datetime import date

from ektp_core.rekonsiliasi.hasil import RekapDesa
from ektp_excel.buku.gaya import ANGKA, PERSEN, TANGGAL
from ektp_excel.buku.xlsx import TINGGI_BARIS, Workbook, Worksheet

LEBAR, LEBAR_PENUH = 640, 930
"""Pixels of a chart beside the tables, and of one across the page."""
_TINGGI_HARIAN, _TINGGI_PENUH = 320, 290
_BIRU, _ABU = "#34556E", "#C55A11"
_ABU_MUDA = "#A9B7C4"
_WARNA = (_ABU, "#7F9C3B", _BIRU, "#8E6BA8", "#B08D2E")
_HURUF = {"size": 9}
_COUNTS = {
    "min": 0,
    "num_format": ANGKA,
    "num_font": _HURUF,
    "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
}
"""The axis of counted people."""


def add_desa_chart(
    buku: Workbook, lembar: Worksheet, desa: Sequence[RekapDesa], *, tabel: int, di: tuple[int, int]
) -> int:
    """Bars of the coverage per desa from the table whose header is in row `tabel`; gives the first row below the chart."""
    grafik = buku.add_chart({"type": "bar"})
    awal, akhir = tabel + 1, tabel + max(1, len(desa))
    grafik.add_series(
        {
            "name": "Cakupan",
            "categories": [lembar.name, awal, 0, akhir, 0],
            "values": [lembar.name, awal, 4, akhir, 4],
            "fill": {"color": _BIRU},
            "gap": 40,
            "data_labels": {
                "value": True,
                "position": "inside_end",
                "num_format": PERSEN,
                "font": {**_HURUF, "color": "#FFFFFF"},
            },
        }
    )
    lebih = any(d.terekam > d.wajib for d in desa)
    grafik.set_title({"name": "Cakupan per desa (terekam / wajib neto)", "name_font": {"size": 12}})
    # The first desa stands on top, as in the table.
    grafik.set_y_axis({"reverse": True, "num_font": _HURUF})
    grafik.set_x_axis(
        {
            "min": 0,
            **({} if lebih else {"max": 1}),
            "num_format": "0%",
            "num_font": _HURUF,
            "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
            "label_position": "high",
        }
    )
    grafik.set_legend({"none": True})
    return _insert(lembar, grafik, "Cakupan tiap desa dalam persen", di, 110 + 24 * max(4, len(desa)))


def add_daily_chart(
    buku: Workbook, lembar: Worksheet, harian: Sequence[tuple[date, int]], *, tabel: int, di: tuple[int, int]
) -> int:
    """Lines of the people recorded until each day, and of the base, from the table whose header is in row `tabel`."""
    grafik = buku.add_chart({"type": "line"})
    awal, akhir = tabel + 1, tabel + len(harian)
    for nama, kolom, garis in [
        ("Terekam (kumulatif)", 2, {"color": _BIRU, "width": 2.25}),
        ("Wajib neto", 3, {"color": _ABU, "width": 1.25, "dash_type": "dash"}),
    ]:
        grafik.add_series(
            {
                "name": nama,
                "categories": [lembar.name, awal, 0, akhir, 0],
                "values": [lembar.name, awal, kolom, akhir, kolom],
                "line": garis,
            }
        )
    grafik.set_title({"name": "Orang terekam, kumulatif per hari", "name_font": {"size": 12}})
    grafik.set_x_axis({"date_axis": True, "num_font": {**_HURUF, "rotation": -45}, **_date_steps(harian)})
    grafik.set_y_axis(_COUNTS)
    grafik.set_legend({"position": "bottom"})
    return _insert(lembar, grafik, "Jumlah kumulatif orang terekam menurut tanggal", di, _TINGGI_HARIAN)


def add_pace_chart(
    buku: Workbook, lembar: Worksheet, laju: Sequence[int], *, hari: int, tabel: int, di: tuple[int, int]
) -> None:
    """Lines of the rest after each day at each pace, from the table whose header is in row `tabel` and has `hari` rows."""
    grafik = buku.add_chart({"type": "line"})
    for i, satu in enumerate(laju, 1):
        grafik.add_series(
            {
                "name": f"{satu} orang sehari",
                "categories": [lembar.name, tabel + 1, 0, tabel + hari, 0],
                "values": [lembar.name, tabel + 1, i, tabel + hari, i],
                "line": {"color": _WARNA[(i - 1) % len(_WARNA)], "width": 2.25},
            }
        )
    grafik.set_title({"name": "Sisa orang menurut laju, hari kerja demi hari kerja", "name_font": {"size": 12}})
    # Each service day one step, so that closed days leave no gap.
    langkah = {"interval_unit": max(1, hari // 15), "text_axis": True, "num_format": "dd-mm"}
    grafik.set_x_axis({"num_font": _HURUF, **langkah})
    grafik.set_y_axis(_COUNTS)
    grafik.set_legend({"position": "bottom"})
    _insert(lembar, grafik, "Sisa orang sampai target, satu garis tiap laju", di, _TINGGI_PENUH, LEBAR_PENUH)


def chart_rows() -> int:
    """The ordinary rows that a chart across the page covers."""
    return _TINGGI_PENUH // TINGGI_BARIS + 2


def add_lebaran_chart(
    buku: Workbook, lembar: Worksheet, tahun: tuple[str, str], *, hari: int, tabel: int, di: tuple[int, int]
) -> None:
    """Columns of the people on each day around the feast, two years side by side; the header is in row `tabel`."""
    grafik = buku.add_chart({"type": "column"})
    for nama, kolom, warna in zip(tahun, (3, 4), (_ABU_MUDA, _BIRU), strict=True):
        grafik.add_series(
            {
                "name": nama,
                "categories": [lembar.name, tabel + 1, 0, tabel + hari, 0],
                "values": [lembar.name, tabel + 1, kolom, tabel + hari, kolom],
                "fill": {"color": warna},
                "gap": 60,
            }
        )
    grafik.set_title({"name": "Orang yang datang, menurut jarak dari Idul Fitri", "name_font": {"size": 12}})
    grafik.set_x_axis({"num_font": {**_HURUF, "rotation": -90}, "label_position": "low"})
    grafik.set_y_axis(_COUNTS)
    grafik.set_legend({"position": "bottom"})
    _insert(lembar, grafik, "Orang sehari pada dua Lebaran menurut jaraknya", di, _TINGGI_PENUH, LEBAR_PENUH)


def _date_steps(harian: Sequence[tuple[date, int]]) -> dict[str, object]:
    """Marks on the axis of days: months, weeks or days, so that they stay readable."""
    rentang = (harian[-1][0] - harian[0][0]).days
    if rentang > 120:
        return {"major_unit": 1, "major_unit_type": "months", "num_format": "[$-421]mmm yyyy"}
    return {"major_unit": 7 if rentang > 14 else 1, "major_unit_type": "days", "num_format": TANGGAL}


def _insert(
    lembar: Worksheet, grafik: object, keterangan: str, di: tuple[int, int], tinggi: int, lebar: int = LEBAR
) -> int:
    # 2: the chart moves with its cells but keeps its size when a row grows.
    grafik.set_size({"width": lebar, "height": tinggi})  # type: ignore[attr-defined]
    lembar.insert_chart(*di, grafik, {"object_position": 2, "description": keterangan})
    return di[0] + tinggi // TINGGI_BARIS + 2
