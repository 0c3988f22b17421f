"""The people of the example: households with family cards, ages as a kecamatan has them, from fourteen years up.

Exact numbers are asked for and given: so many adults, and the children of fourteen to sixteen who live with them. No
two people share a folded name and a birth date, whatever happens to them later.
"""

from datetime import date
from random import Random

from attrs import define, field

from ektp_excel.contoh.desa import DESA, RtRw, make_alamat
from ektp_excel.contoh.nama import fold, make_nama, make_nama_asing
from ektp_excel.contoh.nomor import Penerbit
from ektp_excel.contoh.orang import PER_ORD, TEPAT_17, Nasib, Orang

_TAHUN = 365.2425
_TERMUDA = date(1997, 11, 10).toordinal()
_BULAT = ((12, 31), (7, 1), (1, 1), (12, 31))
_DESA_WNA = (4, 4, 4, 6, 2, 3)


@define
class _Rumah:
    """What the members of one household share."""

    desa: int
    rw: int
    rt: int
    kk: str
    alamat: str


@define
class Warga:
    """Makes people and keeps their names apart."""

    acak: Random
    penerbit: Penerbit
    rt_rw: RtRw
    peluang_kembar: float = 0.012
    _kunci: set[tuple[str, int]] = field(factory=set)

    def settle(self, dewasa: int) -> tuple[list[Orang], list[Orang]]:
        """Exactly `dewasa` adults in families over the eight desa, and the children from 14 to 16 of these families."""
        besar: list[Orang] = []
        kecil: list[Orang] = []
        for nomor, desa in enumerate(DESA):
            jatah = round(dewasa * desa.bagian) if nomor < len(DESA) - 1 else dewasa - len(besar)
            penuh = len(besar) + jatah
            while len(besar) < penuh:
                for o in self._household(nomor):
                    (besar if o.lahir <= TEPAT_17 else kecil).append(o)
            del besar[penuh:]
        return besar, kecil

    def make_asing(self) -> Orang:
        """A foreigner who works in one of the factories; without ITAP until the story gives one."""
        nama, perempuan = make_nama_asing(self.acak)
        rumah = self._rumah(_DESA_WNA[int(self.acak.random() * len(_DESA_WNA))])
        lahir = self._lahir(24 + self.acak.random() * 36)
        while (fold(nama), lahir) in self._kunci:
            lahir -= 1
        status = "KAWIN" if self.acak.random() < 0.6 else "BELUM KAWIN"
        o = self._add(Orang(nama, fold(nama), lahir, perempuan, status, rumah.desa, rumah.rw, rumah.rt, rumah.kk, "",
                            rumah.alamat, warga="WNA", nasib=Nasib.BELUM_WAJIB, dipakai=True))  # fmt: skip
        o.nik = self.penerbit.issue_nik(lahir, perempuan)
        return o

    def make_luar(self) -> Orang:
        """Somebody with an address here who stands in no row of PENDUDUK."""
        acak = self.acak
        rumah = self._rumah(self._pick_desa())
        o = self._orang(rumah, acak.random() < 0.5, 17.5 + acak.random() * 55, "KAWIN", self._ibu())
        o.nasib, o.dipakai = Nasib.LUAR, True
        o.nik = self.penerbit.issue_nik(o.lahir, o.perempuan, luar=0.5)
        return o

    def redate(self, o: Orang, lahir: int) -> None:
        """Give a person another birth date (and another name if that is taken)."""
        while (o.kunci, lahir) in self._kunci:
            o.nama = make_nama(self.acak, o.perempuan, date.fromordinal(lahir).year)
            o.kunci = fold(o.nama)
        o.lahir = lahir
        self._add(o)

    def _household(self, nomor: int) -> list[Orang]:
        rumah = self._rumah(nomor)
        r = self.acak.random()
        kos = 0.10 if nomor == 4 else 0.04
        if r < kos:
            return [self._orang(rumah, r < kos / 2, 18 + self.acak.random() * 12, "BELUM KAWIN", self._ibu())]
        if r < kos + 0.12:
            return self._janda(rumah)
        return self._keluarga(rumah)

    def _janda(self, rumah: _Rumah) -> list[Orang]:
        acak = self.acak
        perempuan = acak.random() < 0.75
        umur = min(95.0, 34 + acak.random() * 30 + acak.random() * 24)
        status = "CERAI HIDUP" if acak.random() < (0.5 if umur < 50 else 0.1) else "CERAI MATI"
        kepala = self._orang(rumah, perempuan, umur, status, self._ibu())
        return [kepala, *self._anak(rumah, umur, kepala.nama if perempuan else self._ibu(), kepala)]

    def _keluarga(self, rumah: _Rumah) -> list[Orang]:
        acak = self.acak
        umur = 22 + acak.random() * 28 + max(0.0, acak.gauss(4, 13))
        umur = min(92.0, umur)
        istri_umur = max(17.5, umur - 3 + acak.gauss(0, 3))
        suami = self._orang(rumah, False, umur, "KAWIN", self._ibu())
        istri = self._orang(rumah, True, istri_umur, "KAWIN", self._ibu())
        if istri_umur < 27 and acak.random() < 0.7:
            nikah = PER_ORD - int(acak.random() * (istri_umur - 16.4) * _TAHUN) - 30
            suami.tgl_kawin = istri.tgl_kawin = nikah
        hasil = [suami, istri, *self._anak(rumah, istri_umur, istri.nama, suami)]
        if umur < 55 and acak.random() < 0.11:
            perempuan = acak.random() < 0.7
            tua = min(96.0, umur + 20 + acak.random() * 14)
            hasil.append(self._orang(rumah, perempuan, tua, "CERAI MATI", self._ibu()))
        return hasil

    def _anak(self, rumah: _Rumah, umur_ibu: float, ibu: str, kepala: Orang) -> list[Orang]:
        """Children of nearly fifteen and more; grown ones have mostly left, the older the more."""
        acak = self.acak
        hasil: list[Orang] = []
        umur = umur_ibu - 19 - acak.random() * 7
        for _ in range(1 + int(acak.random() * 4)):
            if umur < 14.8:
                break
            if umur < 18 or acak.random() < max(0.06, 1.05 - (umur - 17) * 0.055):
                perempuan = acak.random() < 0.5
                kawin = umur > 21 and acak.random() < (umur - 20) * 0.04
                anak = self._orang(rumah, perempuan, umur, "KAWIN" if kawin else "BELUM KAWIN", ibu)
                hasil.append(anak)
                if acak.random() < self.peluang_kembar:
                    hasil.append(self._twin(rumah, anak))
                elif not perempuan and not kepala.perempuan and acak.random() < 0.02:
                    self._rename(anak, kepala)
            umur -= 2 + acak.random() * 4
        return hasil

    def _twin(self, rumah: _Rumah, anak: Orang) -> Orang:
        """A twin of the same sex, with another first name and the next number."""
        while True:
            nama = make_nama(self.acak, anak.perempuan, date.fromordinal(anak.lahir).year)
            if nama.split()[0] != anak.nama.split()[0] and (fold(nama), anak.lahir) not in self._kunci:
                break
        kembar = self._add(Orang(nama, fold(nama), anak.lahir, anak.perempuan, "BELUM KAWIN", rumah.desa, rumah.rw,
                                 rumah.rt, rumah.kk, anak.ibu, rumah.alamat))  # fmt: skip
        anak.status = "BELUM KAWIN"
        kembar.kembar, anak.kembar = anak, kembar
        return kembar

    def _rename(self, anak: Orang, ayah: Orang) -> None:
        """A son who bears his father's name."""
        if (ayah.kunci, anak.lahir) not in self._kunci:
            anak.nama, anak.kunci = ayah.nama, ayah.kunci
            self._add(anak)

    def _orang(self, rumah: _Rumah, perempuan: bool, umur: float, status: str, ibu: str) -> Orang:
        lahir = self._lahir(umur)
        tahun = PER_ORD // _TAHUN - umur
        while True:
            nama = make_nama(self.acak, perempuan, int(tahun) + 1)
            kunci = fold(nama)
            if (kunci, lahir) not in self._kunci:
                break
        self._kunci.add((kunci, lahir))
        return Orang(nama, kunci, lahir, perempuan, status, rumah.desa, rumah.rw, rumah.rt, rumah.kk, ibu, rumah.alamat)

    def _lahir(self, umur: float) -> int:
        """A birth date for an age: the old ones often on a round day, nobody within a day of the 17th birthday."""
        lahir = PER_ORD - int(umur * _TAHUN)
        if umur > 45 and self.acak.random() < 0.11:
            bulan, hari = _BULAT[int(self.acak.random() * 4)]
            lahir = date(date.fromordinal(lahir).year, bulan, hari).toordinal()
        if umur >= 17:
            return min(lahir, TEPAT_17 - 2)
        return min(max(lahir, TEPAT_17 + 3), _TERMUDA)

    def _rumah(self, nomor: int) -> _Rumah:
        tempat = self.rt_rw[nomor]
        rw, rt = tempat[int(self.acak.random() * len(tempat))]
        return _Rumah(nomor, rw, rt, self.penerbit.issue_kk(), make_alamat(self.acak, nomor, rw))

    def _pick_desa(self) -> int:
        return self.acak.choices(range(len(DESA)), [d.bagian for d in DESA])[0]

    def _ibu(self) -> str:
        return make_nama(self.acak, True, 1950)

    def _add(self, o: Orang) -> Orang:
        self._kunci.add((o.kunci, o.lahir))
        return o


def number_people(warga: list[Orang], penerbit: Penerbit) -> None:
    """Give everybody without one a NIK, twins one after the other."""
    for o in warga:
        if o.nik:
            continue
        if o.kembar and o.kembar.nik:
            o.nik = penerbit.issue_kembar(o.kembar.nik)
        else:
            o.nik = penerbit.issue_nik(o.lahir, o.perempuan)
