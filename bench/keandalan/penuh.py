"""No room, no leave, others at the same files: a run either gives the whole new output, or one line and the old one as it was."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from zipfile import ZipFile

from attrs import frozen
from bench.keandalan.laporan import Bagian, table

from buku.gangguan import Keadaan, await_code, digest, fork_run, prepare
from ektp_excel.contoh import make_buku

BATAS, TMPFS, PUTARAN = 100, 24, 25
WAJIB = 400
_SELESAI, _DITOLAK = 0, 2


@frozen
class Akhir:
    """How one run ended: `selesai` with the new output, `ditolak` with the old one and one line, or what was wrong."""

    kata: str
    salah: tuple[str, ...] = ()


def measure() -> Bagian:
    """Let every fault happen, and count how the runs ended."""
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        folder = Path(tempat)
        contoh = folder / "contoh.xlsx"
        make_buku(contoh, wajib=WAJIB)
        keadaan = prepare(folder / "kerja", contoh)
        akhir = {
            "tempat habis setelah bita ke-n": list(_file_limits(keadaan)),
            "cakram penuh sungguhan (tmpfs)": list(_full_disks(contoh, folder / "cakram")),
            "map hasil tidak boleh ditulisi": list(_refused_folders(contoh, folder / "tertutup")),
            "tiga jalan, satu nama hasil": list(_together(keadaan)),
            "masukan berubah selama dibaca": list(_changing(contoh, folder / "berubah")),
        }
    salah = tuple(f"{nama}: {satu}" for nama, semua in akhir.items() for a in semua for satu in a.salah)
    baris = []
    for nama, semua in akhir.items():
        n = Counter(a.kata for a in semua)
        baris.append((nama, len(semua), n["selesai"], n["ditolak"], sum(bool(a.salah) for a in semua)))
    jumlah = sum(len(semua) for semua in akhir.values())
    pokok = (
        f"{jumlah} gangguan tempat simpan dan berkas: semuanya berakhir utuh atau ditolak dengan satu baris, "
        f"{len(salah)} yang salah"
    )
    return Bagian(
        "penuh", pokok, table(("gangguan", "kali", "selesai utuh", "ditolak, yang lama utuh", "salah"), baris), salah
    )


def _judge(keadaan: Keadaan, kode: int, kata: str) -> Akhir:
    """The end of a run, by its code, what it said, and the folder; the old output stands in its place again afterwards."""
    salah = keadaan.wrong()
    harus = {_SELESAI: keadaan.baru, _DITOLAK: keadaan.lama}.get(kode)
    if harus is None:
        salah.append(f"kode {kode}")
    elif digest(keadaan.hasil) != harus:
        salah.append(f"kode {kode}, tetapi hasilnya bukan yang dijanjikan")
    if kode == _DITOLAK and (kata.count("\n") != 1 or "Traceback" in kata):
        salah.append(f"bukan satu baris: {kata[:200]!r}")
    with open(keadaan.hasil, "wb") as berkas:
        berkas.write(keadaan.isi_lama)
    return Akhir({_SELESAI: "selesai", _DITOLAK: "ditolak"}.get(kode, "salah"), tuple(salah))


def _run(keadaan: Keadaan, awal: Callable[[], object] = lambda: None) -> Akhir:
    """A run with what it says on stderr."""
    baca, tulis = os.pipe()

    def speak() -> None:
        os.dup2(tulis, 2)
        os.sys.stderr = open(2, "w", closefd=False)  # type: ignore[attr-defined]  # noqa: SIM115
        awal()

    pid = fork_run(keadaan, speak)
    os.close(tulis)
    with open(baca, encoding="utf-8", errors="replace") as pipa:
        kata = pipa.read()
    return _judge(keadaan, await_code(pid), kata)


def _file_limits(keadaan: Keadaan) -> Iterator[Akhir]:
    """The system refuses every byte beyond a limit, from none to a little more than the largest file of a run."""
    with ZipFile(keadaan.hasil) as arsip:  # its parts are written unpacked first
        terbesar = max(satu.file_size for satu in arsip.infolist()) * 11 // 10
    for ke in range(BATAS):
        batas = terbesar * ke // (BATAS - 1)

        def limit(batas: int = batas) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (batas, batas))

        yield _run(keadaan, limit)


def _full_disks(contoh: Path, folder: Path) -> Iterator[Akhir]:
    """Disks of their own, each with a little more room for the output and the temporary parts; only for root."""
    if os.geteuid():
        return
    for ke in range(TMPFS):
        folder.mkdir(exist_ok=True)
        with _mounted(folder, f"size={(400 + 40 * ke) // 4 * 4}k"):
            keadaan = prepare_small(folder / "kerja", contoh)
            if keadaan is not None:
                yield _run(keadaan)


def prepare_small(folder: Path, contoh: Path) -> Keadaan | None:
    """As `prepare`, made elsewhere first, since here there may be no room for it; None when not even the input fits."""
    with tempfile.TemporaryDirectory(prefix="andal-") as lain:
        asal = prepare(Path(lain) / "kerja", contoh)
        try:
            (folder / "tmp").mkdir(parents=True)
            for satu in (asal.buku, asal.hasil):
                (folder / satu.name).write_bytes(satu.read_bytes())
        except OSError:
            return None
        return Keadaan(folder, folder / asal.buku.name, folder / asal.hasil.name, asal.lama, asal.baru, asal.isi_lama)


def _refused_folders(contoh: Path, folder: Path) -> Iterator[Akhir]:
    """A folder that may only be read: for root a disk that is mounted so, for others the folder's own mode."""
    folder.mkdir()
    if os.geteuid():
        keadaan = prepare(folder / "kerja", contoh)
        keadaan.folder.chmod(0o555)
        yield _only_read(keadaan, folder / "tmp")
        keadaan.folder.chmod(0o755)
        return
    with _mounted(folder, "size=4m"):
        keadaan = prepare(folder / "kerja", contoh)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield _only_read(keadaan, folder.parent)
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)


def _only_read(keadaan: Keadaan, lain: Path) -> Akhir:
    """A run whose temporary parts have room elsewhere; here nothing can be put back, and nothing has to be."""

    def elsewhere() -> None:
        tempfile.tempdir = str(lain)

    kode = await_code(fork_run(keadaan, elsewhere))
    salah = [*keadaan.wrong(), *([] if kode == _DITOLAK else [f"kode {kode}"])]
    if digest(keadaan.hasil) != keadaan.lama:
        salah.append("yang lama berubah")
    return Akhir("ditolak", tuple(salah))


@contextmanager
def _mounted(folder: Path, pilihan: str) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", pilihan, "ektp-andal", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _together(keadaan: Keadaan) -> Iterator[Akhir]:
    """Three runs at once on one output, two of them with the same answer: whichever is last, it is whole."""
    for _ in range(PUTARAN):
        semua = [fork_run(keadaan, per=per) for per in ("2012-08-28", "2012-08-27", "2012-08-28")]
        kode = [await_code(pid) for pid in semua]
        salah = [*keadaan.wrong(), *(f"kode {k}" for k in kode if k)]
        yield Akhir("selesai", tuple(salah))
    keadaan.hasil.write_bytes(keadaan.isi_lama)


def _changing(contoh: Path, folder: Path) -> Iterator[Akhir]:
    """The input is written over in place, again and again, by one of two books: one of them is read whole, or none."""
    keadaan = prepare(folder, contoh)
    lain = folder.parent / "lain.xlsx"
    make_buku(lain, wajib=WAJIB, benih=1)
    asal = (contoh.read_bytes(), lain.read_bytes())
    hasil = {keadaan.lama}
    for isi in asal:
        keadaan.buku.write_bytes(isi)
        await_code(fork_run(keadaan))
        hasil.add(digest(keadaan.hasil))
    acak = Random(BATAS)
    for _ in range(PUTARAN * 2):
        keadaan.hasil.write_bytes(keadaan.isi_lama)
        kode = _run_while_written(keadaan, asal, acak)
        keadaan.buku.write_bytes(asal[0])
        salah = keadaan.wrong() if digest(keadaan.hasil) in (keadaan.lama, keadaan.baru) else []
        if kode not in (_SELESAI, _DITOLAK) or digest(keadaan.hasil) not in hasil:
            salah.append(f"kode {kode}: hasil dari masukan yang tidak pernah ada")
        if kode == _DITOLAK and digest(keadaan.hasil) != keadaan.lama:
            salah.append("ditolak, tetapi yang lama berubah")
        yield Akhir("selesai" if kode == _SELESAI else "ditolak", tuple(salah))


def _run_while_written(keadaan: Keadaan, asal: tuple[bytes, bytes], acak: Random) -> int:
    selesai = threading.Event()
    sebongkah, sesudah = acak.choice((0.0, 0.0005)), acak.uniform(0, 0.02)

    def write() -> None:
        while not selesai.is_set():
            isi = asal[acak.randrange(2)]
            with open(keadaan.buku, "r+b", buffering=0) as berkas:
                for awal in range(0, len(isi), 8192):
                    berkas.write(isi[awal : awal + 8192])
                    selesai.wait(sebongkah)
                berkas.truncate()
            selesai.wait(sesudah)

    pid = fork_run(keadaan)
    penulis = threading.Thread(target=write)
    penulis.start()
    try:
        return await_code(pid)
    finally:
        selesai.set()
        penulis.join()
