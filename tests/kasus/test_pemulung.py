"""The collector while it rests, and what it does at once when it is on again."""

from __future__ import annotations

import gc

from ektp_core.pemulung import without_collector


def test_what_was_made_while_the_collector_rested_is_not_looked_through_at_once() -> None:
    with without_collector():
        banyak = [[n] for n in range(10_000)]
    assert gc.isenabled()
    assert gc.get_count()[0] < len(banyak) / 2


def test_what_somebody_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        beku = gc.get_freeze_count()
        with without_collector():
            pass
        assert gc.get_freeze_count() > beku / 2
    finally:
        gc.unfreeze()
