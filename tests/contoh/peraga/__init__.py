"""What plays an example of the docs: the input columns of one row go in, every answer comes out.

Each *peraga* stands in a module of this package and is entered in `PERAGA` under the name that a page writes. A column that
a peraga does not know is an error, so that no example says something that nobody reads.
"""

from __future__ import annotations

from collections.abc import Callable

from contoh.peraga.angka import bagi, cakupan, hari_kerja, laju, selang
from contoh.peraga.dugaan import dugaan
from contoh.peraga.jaten import jaten
from contoh.peraga.masukan import Jawaban, Masukan
from contoh.peraga.panggilan import dipanggil, isi_sesi, jam_sesi
from contoh.peraga.proyeksi import dasar, lebaran, musim, pemudik, perkiraan, selesai, target, tempat, uji
from contoh.peraga.satu import catatan, nama, nik, samar, tanggal, tertukar
from contoh.peraga.sisir import didatangi, jalan, jemput, pintu, tanda
from contoh.peraga.wajib import wajib

PERAGA: dict[str, Callable[[Masukan], Jawaban]] = {
    "bagi": bagi,
    "cakupan": cakupan,
    "catatan": catatan,
    "dugaan": dugaan,
    "hari_kerja": hari_kerja,
    "jaten": jaten,
    "laju": laju,
    "nama": nama,
    "nik": nik,
    "samar": samar,
    "selang": selang,
    "tanggal": tanggal,
    "tertukar": tertukar,
    "wajib": wajib,
    "dasar": dasar,
    "lebaran": lebaran,
    "musim": musim,
    "pemudik": pemudik,
    "perkiraan": perkiraan,
    "selesai": selesai,
    "target": target,
    "tempat": tempat,
    "uji": uji,
    "didatangi": didatangi,
    "jalan": jalan,
    "jemput": jemput,
    "pintu": pintu,
    "tanda": tanda,
    "dipanggil": dipanggil,
    "isi_sesi": isi_sesi,
    "jam_sesi": jam_sesi,
}
