"""The outline leaves out no run of characters that UTF-8 may show as another set."""

from hypothesis import given, settings
from hypothesis import strategies as st

from textassay.checks.encoding._mojibake_search import TOKEN, _beyond_ascii, _tokens
from textassay.checks.encoding.landmarks import landmarks
from textassay.checks.encoding.suspicion import adjoining_runs, runs_beyond_ascii, utf8_suspects
from textassay.model import Record
from textassay.text.document import Document
from textassay.text.outline import known

BEYOND = sorted(char for char in known() if not char.isascii())


def _named(text: str) -> set[bytes]:
    document = Document(Record("r", "r.txt", text))
    return adjoining_runs(text, landmarks(document).adjoining)


def test_two_characters_that_are_left_out_are_no_sequence_in_any_set() -> None:
    """All pairs of what the outline knows are tried."""
    pairs = [first + second for first in BEYOND for second in BEYOND]
    left_out = {pair.encode() for pair in pairs} - _named(" ".join(pairs))

    assert len(left_out) > len(pairs) / 10
    assert utf8_suspects(left_out) == ()


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from([*BEYOND, " ", "a"]), max_size=12))
def test_the_runs_that_are_named_give_the_same_suspects_as_all(text: str) -> None:
    """Whatever stands beside them."""
    assert utf8_suspects(_named(text)) == utf8_suspects(runs_beyond_ascii(text.encode()))


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("a\xe9\u0436 \t\r\n\x0b\x0c\x1c\x85\xa0\u2028"), max_size=40),
    st.integers(0, 3),
)
def test_tokens_beyond_ascii_are_those_that_the_pattern_parts(text: str, pieces: int) -> None:
    """Only four blanks part them, and long ones are cut: in one go as one by one."""
    text += "b\xe9" * (TOKEN // 2) * pieces + text

    found = [token for token in _tokens().findall(text) if not token.isascii()]
    assert _beyond_ascii(text) == found
