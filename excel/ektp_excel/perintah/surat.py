"""`ektp surat`: the letters of a reconciliation as Word documents, from the office's templates; all of them or none."""

import os
from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path

from ektp_core.aturan import check_reference_date
from ektp_core.galat import EktpError
from ektp_core.nik import mask_text
from ektp_core.panggilan import JadwalSesi, Sesi, least_capacity, make_sessions, schedule, summon
from ektp_core.pemulung import without_collector
from ektp_core.proyeksi import Kantor, check_target
from ektp_core.rekonsiliasi import Hasil
from ektp_core.tulisan import show_count
from ektp_excel.buku.json_ringkasan import write_json
from ektp_excel.buku.laporan import LaporanBaca
from ektp_excel.buku.tulis import write_hasil
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.utuh import explain, write_whole
from ektp_excel.kalender import closed_in
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.cocok import match_buku, unbalanced
from ektp_excel.perintah.layar import Kemajuan, one_line, say, show_table, warn
from ektp_excel.perintah.rekon import SELESAI, TIDAK_SEIMBANG, check_output, check_outputs
from ektp_excel.surat.muat import Templat, copy_templates
from ektp_excel.surat.susun import Surat, compose

_AWALAN = ("edaran_", "panggilan_", "surat_pengantar.", "berita_acara.", "jadwal_sesi.")
"""How the names of the letters begin that this command writes."""


def surat(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    if panggilan.salin_templat is not None:
        for berkas in copy_templates(panggilan.salin_templat):
            say(str(berkas))
        say(f"Ubah dengan Word dan Notepad, lalu: ektp surat … --templat {panggilan.salin_templat}")
        return SELESAI
    assert panggilan.per is not None
    assert panggilan.keluaran is not None
    check_reference_date(panggilan.per)
    if panggilan.target is not None:
        check_target(panggilan.target, on=panggilan.per)
    sesi = _sessions(panggilan)
    templat = Templat(panggilan.templat)
    baru = _prepare(panggilan)
    try:
        return _run(panggilan, templat, sesi, panggilan.keluaran)
    finally:
        # A folder made for letters that then could not be made.
        if baru:
            with suppress(OSError):
                panggilan.keluaran.rmdir()


def _run(panggilan: Panggilan, templat: Templat, sesi: tuple[Sesi, ...], folder: Path) -> int:
    assert panggilan.per is not None
    kemajuan = Kemajuan()
    try:
        with without_collector():
            hasil, laporan = match_buku(
                panggilan.buku, panggilan.per, kemajuan, pagu=panggilan.pagu, kembali=panggilan.kembali
            )
            if timpang := unbalanced(hasil):
                kemajuan.clear()
                warn(f"neraca tidak seimbang, tidak ada yang ditulis: {timpang}")
                return TIDAK_SEIMBANG
            jadwal = _schedule(hasil, sesi, panggilan.kapasitas_sesi)
            semua = compose(
                hasil,
                templat,
                target=panggilan.target,
                jadwal=jadwal,
                progress=lambda berkas: kemajuan.say(f"Membuat {berkas} …"),
            )
            kemajuan.say(f"Menulis {show_count(len(semua))} surat …")
            if panggilan.hasil is not None:
                write_hasil(panggilan.hasil, hasil, laporan)
            _write(semua, folder, panggilan.buku)
            if panggilan.json is not None:
                write_json(panggilan.json, hasil)
    finally:
        kemajuan.clear()
    _show(panggilan, hasil, laporan, semua, jadwal)
    return SELESAI


def _sessions(panggilan: Panggilan) -> tuple[Sesi, ...]:
    """The sessions that the call asks for; none without a capacity."""
    if panggilan.kapasitas_sesi is None:
        return ()
    assert panggilan.per is not None
    if panggilan.kapasitas_sesi < 1:
        raise EktpError("--kapasitas-sesi: paling sedikit 1 orang")
    if panggilan.target is None:
        raise EktpError("--kapasitas-sesi memerlukan --target, hari terakhir yang boleh dipakai")
    mulai = panggilan.mulai or panggilan.per + timedelta(days=1)
    if mulai <= panggilan.per:
        raise EktpError(f"--mulai {show_date(mulai)} harus sesudah tanggal acuan {show_date(panggilan.per)}")
    kantor = Kantor(closed_in, hari_per_minggu=panggilan.hari_kerja, tutup=panggilan.tutup_kantor, buka=panggilan.buka)
    return make_sessions(kantor, mulai, panggilan.target, jam=panggilan.sesi)


def _schedule(hasil: Hasil, sesi: tuple[Sesi, ...], kapasitas: int | None) -> JadwalSesi | None:
    if kapasitas is None:
        return None
    orang = summon(hasil.belum)
    jadwal = schedule(orang, sesi=sesi, kapasitas=kapasitas)
    if jadwal.tanpa_sesi:
        raise EktpError(
            f"{show_count(len(jadwal.tanpa_sesi))} dari {show_count(len(orang))} orang tidak mendapat sesi dalam "
            f"{show_count(len(sesi))} sesi; cukup dengan --kapasitas-sesi {least_capacity(orang, sesi=sesi)}, atau tambah jam "
            "(--sesi) atau undurkan --target"
        )
    return jadwal


def _prepare(panggilan: Panggilan) -> bool:
    """Look at every place that will be written to, before anything is read; tells whether the folder was made here."""
    folder = panggilan.keluaran
    assert folder is not None
    if folder.exists() and not folder.is_dir():
        raise EktpError(f"{folder} bukan map; -o menyebut map untuk surat-surat")
    if panggilan.templat is not None and folder.is_dir() and os.path.samefile(folder, panggilan.templat):
        raise EktpError(f"{folder} adalah map templat, yang tidak ditimpa; pilih map lain untuk surat-surat")
    _check_json(panggilan.json, panggilan.templat)
    baru = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise EktpError(f"map {folder} tidak dapat dibuat: {explain(e)}") from e
    try:
        if panggilan.hasil is not None:
            check_outputs(panggilan.buku, panggilan.hasil, panggilan.json, panggilan.kembali)
        elif panggilan.json is not None:
            check_output(panggilan.buku, panggilan.json, panggilan.kembali)
    except EktpError:
        if baru:
            folder.rmdir()
        raise
    return baru


def _check_json(json: Path | None, templat: Path | None) -> None:
    """The figures must not take the place of a letter or of a template."""
    if json is None:
        return
    if json.suffix.lower() == ".docx":
        raise EktpError(f"--json {json}: nama surat, bukan nama berkas JSON; pilih misalnya angka.json")
    if templat is not None and os.path.realpath(json.parent) == os.path.realpath(templat):
        raise EktpError(f"--json {json}: map templat tidak ditulisi; pilih map lain")


def _write(semua: list[Surat], folder: Path, buku: Path) -> None:
    """Write every letter beside its place, and only then put them all there."""
    for satu in semua:
        check_output(buku, folder / satu.berkas)
    with ExitStack() as tumpukan:
        for satu in semua:
            berkas = tumpukan.enter_context(write_whole(folder / satu.berkas))
            berkas.write(satu.dokumen)
            berkas.flush()
            os.fsync(berkas.fileno())


def _older_letters(folder: Path, semua: list[Surat]) -> list[str]:
    """The letters in the folder that an earlier run wrote and this one did not."""
    kini = {satu.berkas for satu in semua}
    return sorted(p.name for p in folder.glob("*.docx") if p.name not in kini and p.name.startswith(_AWALAN))


def _show(
    panggilan: Panggilan, hasil: Hasil, laporan: LaporanBaca, semua: list[Surat], jadwal: JadwalSesi | None
) -> None:
    say(f"Surat per {show_date(hasil.on)} dari {one_line(laporan.nama)}")
    for pesan in dict.fromkeys((*laporan.pesan, *hasil.pesan, *laporan.tidak_ada)):
        say(f"  ! {one_line(pesan)}")
    say()
    if semua:
        show_table((satu.berkas, show_count(satu.jumlah), satu.perihal) for satu in semua)
        say()
    say(f"Belum terekam {show_count(hasil.belum_terekam)} orang, semuanya ada di surat edaran desanya.")
    if lengkap := [desa.desa for desa in hasil.desa if not desa.belum]:
        say(f"Tanpa surat edaran, karena semua sudah terekam: {mask_text(one_line(', '.join(lengkap)))}")
    if jadwal is not None:
        _show_sessions(hasil, jadwal)
    say("Surat memuat NIK lengkap: untuk petugas, tidak untuk ditempel atau disebarkan.")
    say()
    say(f"Surat: {panggilan.keluaran}")
    assert panggilan.keluaran is not None
    if sisa := _older_letters(panggilan.keluaran, semua):
        nama = mask_text(one_line(", ".join(sisa)))
        say(f"  ! Di map itu masih ada surat dari sebelumnya, yang angkanya bukan angka ini: {nama}")
    if panggilan.hasil is not None:
        say(f"Hasil: {panggilan.hasil}")
    if panggilan.json is not None:
        say(f"JSON:  {panggilan.json}")


def _show_sessions(hasil: Hasil, jadwal: JadwalSesi) -> None:
    dipakai = sum(map(bool, jadwal.isi))
    say(
        f"Dipanggil {show_count(jadwal.orang)} orang dalam {show_count(dipakai)} dari {show_count(len(jadwal.sesi))} sesi; "
        f"{show_count(hasil.belum_terekam - jadwal.orang)} tidak dipanggil (meninggal atau pindah menurut catatan, atau "
        "alamatnya tidak diketahui)."
    )
    for keluarga in jadwal.terpecah:
        say(
            f"  ! satu keluarga di {one_line(keluarga[0].desa)} beranggota {show_count(len(keluarga))} orang, lebih besar "
            "daripada satu sesi: dipanggil dalam sesi yang berurutan"
        )
