"""The reconciliation by hand in DuckDB's SQL: one statement over six relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.massal_rekan import ATURAN, BATAS, KATEGORI, KOLOM, ON, PER, decide_note, rank_status


def _table(isi: Mapping[str, object]) -> str:
    rows = ", ".join(f"('{a.replace(chr(39), chr(39) * 2)}', {b!r})" for a, b in isi.items())
    return f"(values {rows})"


def reconcile(sambungan: Any, b: Mapping[str, Any]) -> Any:
    """The sixteen columns for the six relations, as a relation in the order of the list."""
    for nama, relasi in b.items():
        relasi.create_view(f"asal_{nama}", replace=True)
    catatan = {t: decide_note(t) for (t,) in sambungan.sql("select distinct KETERANGAN from asal_UNDANGAN").fetchall()}
    status = {t: rank_status(t) for (t,) in sambungan.sql("select distinct STATUS from asal_PEREKAMAN").fetchall()}
    on, per = f"date '{ON}'", f"per {PER}"
    nik = "'UNDANGAN baris ' || BARIS || ' NIK ''' || NIK_DIPAKAI || ''' | '"
    note = "'UNDANGAN baris ' || b{0} || ' KETERANGAN ''' || t{0} || ''' | {1}'"
    bukti = {
        "DOBEL": "'UNDANGAN baris ' || BARIS || ' NO_UNDANGAN ''' || NO_UNDANGAN || ''' | UNDANGAN baris ' || baris_dipakai || "
        "': ' || nomor_dipakai || '; ' || " + nik + " || 'UNDANGAN baris ' || baris_dipakai || ': ' || NIK_DIPAKAI",
        "MENINGGAL": f"{nik} || 'MENINGGAL baris ' || mb || ': meninggal ' || mtgl",
        "MENINGGAL?": note.format("M", "MENINGGAL"),
        "PINDAH": f"{nik} || 'PINDAH baris ' || kb || ': keluar ' || ktgl",
        "PINDAH?": note.format("P", "PINDAH"),
        "TIDAK_TERDAFTAR": f"{nik} || 'tidak ada di PENDUDUK, PINDAH, MENINGGAL'",
        "BELUM_DATANG": f"'PINDAH baris ' || kb || ' TGL_PINDAH ''DATANG ' || ktgl || ''' | {per}'",
        "BUKAN_WAJIB": f"'PENDUDUK baris ' || pb || ' TGL_LAHIR ''' || tgl || ''' | umur ' || umur || ' {per}, batas 17; "
        f"PENDUDUK baris ' || pb || ' STATUS_KAWIN ''BELUM KAWIN'' | {per}'",
        "ALAMAT?": note.format("A", "ALAMAT_TIDAK_DIKETAHUI"),
        "ALAMAT": "'UNDANGAN baris ' || BARIS || ' DESA/RW/RT ''' || DESA || ' RW ' || RW || ' RT ' || RT || "
        "''' | WILAYAH: tidak ada di daftar'",
        "SAH": f"{nik} || 'PENDUDUK baris ' || pb || ': ' || NIK_DIPAKAI",
    }
    kapan = {
        "DOBEL": "nomor_dipakai <> nomor",
        "MENINGGAL": "mati",
        "MENINGGAL?": "tM is not null and mb is null",
        "PINDAH": "keluar",
        "PINDAH?": "tP is not null and kb is null",
        "TIDAK_TERDAFTAR": "pb is null and mb is null and kb is null",
        "BELUM_DATANG": "kelak",
        "BUKAN_WAJIB": "not wajib",
        "ALAMAT?": "tA is not null",
        "ALAMAT": "ada is null",
    }

    def choose(kolom: str, isi: Mapping[str, str]) -> str:
        pilih = " ".join(f"when '{cara}' then {nilai}" for cara, nilai in isi.items() if cara != "SAH")
        return f"case cara {pilih} else {isi['SAH']} end as {kolom}"

    cara = " ".join(f"when {syarat} then '{nama}'" for nama, syarat in kapan.items())
    kata = " ".join(
        f"left join (select k, min(BARIS) b{h}, arg_min(KETERANGAN, BARIS) t{h} from surat where catatan = '{h}' group by k) "
        f"k{h} using (k)"
        for h in "MPA"
    )
    kutip = {c: f"'{v}'" for c, v in ATURAN.items()}
    kategori = {c: f"'{v}'" for c, v in KATEGORI.items()}
    pasti = {c: "'BELUM'" if v.endswith("UNDANGAN-08") else "'YA'" for c, v in ATURAN.items()}
    rujukan = {c: "nomor_dipakai::varchar" if c == "DOBEL" else "''" for c in ATURAN}
    return sambungan.sql(f"""
    with penduduk as (
      select NIK::bigint k, pb, NAMA NAMA_TERDAFTAR, TGL_LAHIR tgl, date_diff('year', lahir, {on})
        - (strftime(lahir, '%m%d') > '{ON:%m%d}')::int umur, lahir <= date '{BATAS}' or STATUS_KAWIN = 'KAWIN' wajib
      from (select *, row_number() over () pb, strptime(TGL_LAHIR, '%d-%m-%Y')::date lahir from asal_PENDUDUK)),
    mati as (select NIK::bigint k, row_number() over () mb, TGL_MENINGGAL mtgl,
      strptime(TGL_MENINGGAL, '%d-%m-%Y')::date <= {on} mati from asal_MENINGGAL),
    pindah as (select k, kb, ktgl, lalu and ARAH = 'KELUAR' keluar, not lalu and ARAH = 'DATANG' kelak from (
      select NIK::bigint k, row_number() over () kb, TGL_PINDAH ktgl, ARAH,
        strptime(TGL_PINDAH, '%d-%m-%Y')::date <= {on} lalu from asal_PINDAH)),
    rekam as (select NIK::bigint k, max(date_diff('day', date '1970-01-01', TGL_REKAM::date) * 100 + tingkat) % 2 = 1 sudah
      from asal_PEREKAMAN join {_table(status)} s(STATUS, tingkat) using (STATUS) where TGL_REKAM::date <= {on} group by 1),
    wilayah as (select DESA, RW, RT, true ada from asal_WILAYAH),
    surat as (select *, NIK_DIPAKAI::bigint k, NO_UNDANGAN::bigint nomor from (
      select *, row_number() over () BARIS, replace(NIK, '.', '') NIK_DIPAKAI from asal_UNDANGAN)
      join {_table(catatan)} c(KETERANGAN, catatan) using (KETERANGAN)),
    dipakai as (select k, min(nomor) nomor_dipakai, arg_min(BARIS, nomor) baris_dipakai from surat group by k
      having count(*) > 1),
    semua as (select *, case {cara} else 'SAH' end cara from surat left join dipakai using (k) {kata}
      left join penduduk using (k) left join mati using (k) left join pindah using (k) left join rekam using (k)
      left join wilayah using (DESA, RW, RT))
    select {", ".join(KOLOM)} from (select * replace (regexp_replace(DESA, '^Desa ', '') as DESA,
      coalesce(NAMA_TERDAFTAR, '') as NAMA_TERDAFTAR), {choose("KATEGORI", kategori)}, {choose("ATURAN", kutip)},
      {choose("BUKTI", bukti)}, {choose("RUJUKAN", rujukan)}, {choose("PASTI", pasti)},
      case when sudah then 'YA' else 'BELUM' end TEREKAM from semua) order by BARIS
    """)
