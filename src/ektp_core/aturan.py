"""What a rule is, and the registry of all of them; each rule is declared beside the code that applies it.

A rule without a source cannot be made: where no law decides, the source is a *keputusan proyek* with its reason.
Nothing here decides anything about a person.
"""

import itertools
from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from ektp_core.galat import EktpError

UU_23_2006 = date(2006, 12, 29)
"""First day of UU 23/2006: the library answers for no earlier date."""

UU_24_2013 = date(2013, 12, 24)
"""First day of UU 24/2013, which changed UU 23/2006."""

KEPUTUSAN_PROYEK = "keputusan proyek"


def _check_text(_: object, attribute: object, value: str) -> None:
    if not value.strip():
        raise EktpError(f"aturan tanpa {getattr(attribute, 'name', 'isi')}")


@frozen
class Sumber:
    """Where a rule comes from, and from when until when that version is in force (both days counted).

    `instrumen` names the law, regulation or practice, or is `keputusan proyek`; `rincian` gives the article, or the
    reason of the project's decision. `sampai` is None while in force.

    >>> Sumber("UU 23/2006", "pasal 63 ayat (1)", date(2006, 12, 29), date(2013, 12, 23)).is_in_force(date(2012, 8, 28))
    True
    """

    instrumen: str = field(validator=_check_text)
    rincian: str = field(validator=_check_text)
    sejak: date = UU_23_2006
    sampai: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether this version is in force on the date."""
        return self.sejak <= on and (self.sampai is None or on <= self.sampai)

    def __str__(self) -> str:
        return f"{self.instrumen}: {self.rincian}"


def _check_versions(aturan: "Aturan", _: object, versi: tuple[Sumber, ...]) -> None:
    if not versi:
        raise EktpError(f"aturan {aturan.id} tanpa sumber")
    urut = sorted(versi, key=lambda s: s.sejak)
    if urut[0].sejak != UU_23_2006 or urut[-1].sampai is not None:
        raise EktpError(f"versi aturan {aturan.id} harus berlaku sejak UU 23/2006 tanpa akhir")
    for lama, baru in itertools.pairwise(urut):
        if lama.sampai is None or (baru.sejak - lama.sampai).days != 1:
            raise EktpError(f"versi aturan {aturan.id} harus bersambung tanpa celah")


@frozen
class Aturan:
    """One rule: a stable id, one Indonesian sentence, and its sources by date.

    >>> a = Aturan("CONTOH-01", "Contoh saja.", (Sumber("keputusan proyek", "untuk contoh"),))
    >>> a.version_on(date(2012, 8, 28)).instrumen
    'keputusan proyek'
    """

    id: str = field(validator=_check_text)
    teks: str = field(validator=_check_text)
    sumber: tuple[Sumber, ...] = field(validator=_check_versions)

    def version_on(self, on: date) -> Sumber:
        """The one version in force on the date; `EktpError` before UU 23/2006."""
        for s in self.sumber:
            if s.is_in_force(on):
                return s
        raise EktpError(f"tanggal {on.isoformat()} sebelum UU 23/2006 berlaku ({UU_23_2006.isoformat()})")


_DAFTAR: dict[str, Aturan] = {}


def declare(id: str, teks: str, *sumber: Sumber) -> Aturan:
    """Make a rule and enter it in the registry; an id stands for one rule, ever (the same rule again is no matter)."""
    aturan = Aturan(id, teks, sumber)
    if _DAFTAR.setdefault(id, aturan) != aturan:
        raise EktpError(f"aturan {id} sudah ada dengan isi lain")
    return aturan


def keputusan_proyek(alasan: str) -> Sumber:
    """A source for what no law decides: the words `keputusan proyek` and the reason."""
    return Sumber(KEPUTUSAN_PROYEK, alasan)


def semua() -> tuple[Aturan, ...]:
    """Every declared rule, in order of id.

    >>> import ektp_core
    >>> "WAJIB-01" in [a.id for a in semua()]
    True
    """
    return tuple(_DAFTAR[k] for k in sorted(_DAFTAR))


def get(id: str) -> Aturan:
    """The rule with this id; `EktpError` when there is none.

    >>> import ektp_core
    >>> get("WAJIB-01").id
    'WAJIB-01'
    """
    try:
        return _DAFTAR[id]
    except KeyError:
        raise EktpError(f"aturan {id} tidak ada") from None


def ids(daftar: Iterable[Aturan]) -> tuple[str, ...]:
    """The ids of some rules, in their order."""
    return tuple(a.id for a in daftar)


def check_reference_date(on: date) -> date:
    """The date itself when the law covers it; `EktpError` before UU 23/2006.

    >>> check_reference_date(date(2012, 8, 28))
    datetime.date(2012, 8, 28)
    """
    if on < UU_23_2006:
        raise EktpError(f"tanggal {on.isoformat()} sebelum UU 23/2006 berlaku ({UU_23_2006.isoformat()})")
    return on
