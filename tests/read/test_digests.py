"""Digests are those of ``hashlib``, whichever implementation makes them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textassay import digests


@pytest.mark.parametrize("digested", [0, digests.SHORT])
def test_the_digest_is_that_of_hashlib(digested: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the start of a run and later."""
    monkeypatch.setattr(digests, "_digested", digested)

    @given(st.binary(max_size=300))
    def holds(data: bytes) -> None:
        assert digests.sha256(data) == hashlib.sha256(data).hexdigest()

    holds()


def test_a_corpus_is_digested_with_openssl(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interpreter's own takes four times as long for a row: only the first bytes go to it."""
    own: list[int] = []
    monkeypatch.setattr(digests, "_digested", 0)

    def counted(data: bytes) -> str:
        own.append(len(data))
        return ""

    monkeypatch.setattr(digests, "_own", counted)
    for _ in range(500):
        digests.sha256(b"x" * 1_000)

    assert 0 < sum(own) <= digests.SHORT
