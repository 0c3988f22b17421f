"""The library on one page: mappings in, decisions and figures out. Runs with attrs and dateutil alone.

python examples/pustaka.py
"""

from datetime import date, timedelta

from ektp_core import Perekaman, decide_wajib, read_penduduk, read_undangan, reconcile

D = date(2012, 8, 28)
LAHIR = date(1950, 1, 1)

# A thousand invented people of Jaten, born on a thousand days; the last row of each list cannot be used.
hari = [LAHIR + timedelta(days=15 * i) for i in range(1000)]
niks = [f"331311{h:%d%m%y}{i:04d}" for i, h in enumerate(hari, start=1)]
rows = [
    {"NIK": nik, "NAMA": f"WARGA {i}", "TGL_LAHIR": f"{h:%d-%m-%Y}", "JENIS_KELAMIN": "L", "DESA": "Jaten"}
    for i, (nik, h) in enumerate(zip(niks, hari, strict=True))
] + [{"NIK": "JUMLAH", "NAMA": "1000"}]
rows2 = [{"NO_UNDANGAN": str(i), "NIK": nik, "NAMA": f"WARGA {i}"} for i, nik in enumerate(niks)] + [
    {"NIK": "3,31311E+15"}
]

penduduk, galat_p = read_penduduk(rows)  # mappings with canonical column names -> records and Galat
undangan, galat_u = read_undangan(rows2)  # nothing raises for a bad row

k = decide_wajib(penduduk[0], on=D)
print(k.wajib, k.alasan, k.aturan)  # True UMUR ('WAJIB-01',)

hasil = reconcile(
    penduduk=penduduk,
    undangan=undangan,
    perekaman=[Perekaman(nik=nik, tanggal=D) for nik in niks[:921]],
    mutasi=[],
    galat=[*galat_p, *galat_u],
    on=D,
    pagu=1_000,
)
print(repr(hasil.cakupan.neto.persen))  # Decimal('92.10')
for x in hasil.keputusan[:2]:
    print(x.undangan.nomor, x.kategori, x.aturan, *x.bukti)
for g in hasil.galat:
    print(g)
assert all(n.seimbang for n in hasil.neraca)
