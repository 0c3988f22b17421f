"""The two charts of the summary, native to the spreadsheet and drawn from tables on the same sheet."""

from collections.abc import Sequence
from datetime import date

from ektp_core.rekonsiliasi.hasil import RekapDesa
from ektp_excel.buku.gaya import ANGKA, PERSEN, TANGGAL
from ektp_excel.buku.xlsx import TINGGI_BARIS, Workbook, Worksheet

LEBAR = 640
_TINGGI_HARIAN = 320
_BIRU, _ABU = "#34556E", "#C55A11"
_HURUF = {"size": 9}


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
    grafik.set_y_axis(
        {
            "min": 0,
            "num_format": ANGKA,
            "num_font": _HURUF,
            "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
        }
    )
    grafik.set_legend({"position": "bottom"})
    return _insert(lembar, grafik, "Jumlah kumulatif orang terekam menurut tanggal", di, _TINGGI_HARIAN)


def _date_steps(harian: Sequence[tuple[date, int]]) -> dict[str, object]:
    """Marks on the axis of days: months, weeks or days, so that they stay readable."""
    rentang = (harian[-1][0] - harian[0][0]).days
    if rentang > 120:
        return {"major_unit": 1, "major_unit_type": "months", "num_format": "[$-421]mmm yyyy"}
    return {"major_unit": 7 if rentang > 14 else 1, "major_unit_type": "days", "num_format": TANGGAL}


def _insert(lembar: Worksheet, grafik: object, keterangan: str, di: tuple[int, int], tinggi: int) -> int:
    # 2: the chart moves with its cells but keeps its size when a row grows.
    grafik.set_size({"width": LEBAR, "height": tinggi})  # type: ignore[attr-defined]
    lembar.insert_chart(*di, grafik, {"object_position": 2, "description": keterangan})
    return di[0] + tinggi // TINGGI_BARIS + 2
