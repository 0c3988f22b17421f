"""Reads the next sheet while one is being used: calamine does not hold the GIL.

Without the pools and events of the standard library, of which each may leave its asker waiting for ever when a thread gets no
memory at the wrong moment: here one thread is started while there is room, and two locks pass the work to and fro.
"""

from collections.abc import Generator, Mapping
from threading import Lock, Thread

from ektp_excel.buku.baca_berkas import IsiLembar, Sumber


def read_ahead(sumber: Sumber, posisi: Mapping[str, int]) -> Generator[tuple[str, IsiLembar]]:
    """The sheets in order, each with its name.

    Where there is no room for two at once, the next is read only when the one before has been used. Raises what
    `Sumber.read` raises.
    """
    antre = iter(posisi.items())
    nama, satu = next(antre)
    isi = sumber.read(satu)
    pembaca = _Pembaca(sumber)
    try:
        for berikut, satu in antre:
            pembaca.begin(satu)
            yield nama, isi
            del isi
            nama, isi = berikut, pembaca.take()
        yield nama, isi
    finally:
        pembaca.end()


class _Pembaca:
    """A thread that reads one sheet at a time for its owner."""

    def __init__(self, sumber: Sumber) -> None:
        self._sumber = sumber
        self._posisi: int | None = None
        self._isi: IsiLembar | None = None
        self._galat: BaseException | None = None
        self._sibuk = False
        self._mulai, self._selesai = Lock(), Lock()
        self._mulai.acquire()
        self._selesai.acquire()
        Thread(target=self._work, daemon=True).start()

    def begin(self, posisi: int) -> None:
        """Let the thread read this sheet."""
        self._posisi, self._isi, self._galat = posisi, None, None
        self._sibuk = True
        self._mulai.release()

    def take(self) -> IsiLembar:
        """The sheet; read anew when there was no room for it beside the one before."""
        self._wait()
        assert self._posisi is not None
        galat, self._galat = self._galat, None
        if galat is not None and not isinstance(galat, MemoryError):
            raise galat
        isi, self._isi = self._isi, None
        return isi or self._sumber.read(self._posisi)

    def end(self) -> None:
        """Let the thread end, after what it is reading."""
        self._wait()
        self._posisi = self._isi = None
        self._mulai.release()

    def _wait(self) -> None:
        if self._sibuk:
            self._selesai.acquire()
            self._sibuk = False

    def _work(self) -> None:
        while True:
            self._mulai.acquire()
            if self._posisi is None:
                return
            try:
                self._isi = self._sumber.read(self._posisi, sambil=True)
            except BaseException as e:
                self._galat = e
            finally:
                self._selesai.release()
