"""The collector while it rests, and what it does at once when it is on again."""

from __future__ import annotations

import gc

from ektp_core.pemulung import without_collector


def test_what_was_made_while_the_collector_rested_is_not_looked_through_at_once() -> None:
    mulai: list[str] = []

    def note(tahap: str, _: dict[str, int]) -> None:
        mulai.append(tahap)

    with without_collector():
        banyak = [[n] for n in range(10_000)]
        gc.callbacks.append(note)
    try:
        banyak += [[n] for n in range(10)]
    finally:
        gc.callbacks.remove(note)
    assert gc.isenabled()
    assert not mulai


def test_what_somebody_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        beku = gc.get_freeze_count()
        with without_collector():
            pass
        assert gc.get_freeze_count() > beku / 2
    finally:
        gc.unfreeze()
