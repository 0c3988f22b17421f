"""A missing spreadsheet host is a skip on somebody's machine and a failure where EKTP_WAJIB_HOST=1 says so."""

from __future__ import annotations

import pytest

from host.conftest import do_without


def test_missing_host_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EKTP_WAJIB_HOST", raising=False)
    with pytest.raises(pytest.skip.Exception, match="LibreOffice tidak ditemukan"):
        do_without("LibreOffice")


def test_missing_host_is_a_failure_where_hosts_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EKTP_WAJIB_HOST", "1")
    with pytest.raises(pytest.fail.Exception, match="LibreOffice tidak ditemukan"):
        do_without("LibreOffice")
