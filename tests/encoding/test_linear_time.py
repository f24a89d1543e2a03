"""Every encoding check runs in linear time on its worst input."""

import time

import pytest

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.text.document import Document

CHECKS = [check for check in registry.builtin() if check.code.startswith("ENC")]
SIZE = 100_000  # characters
LONGEST = 20.0  # seconds of CPU time for all checks: the worst, linear too, takes 2 to 7
WORST = [
    "é»",
    "Ã©",
    "Ã ",
    "‘a ",
    "“a ",
    '" a',
    "( a",
    "theUnited ",
    "<a ",
    '{"a":',
    ".a{b:c ",
    "window.a(",
    "&amp;",
    "[a](http:",
    "**a ",
    "_a ",
    "*a",
    "\u200e",
    "\u202e ",
    "\ufeff",
    "?a",
    "?? ",
    "a.Bc",
    "a,b",
    " ,",
    "..a",
    "a..",
    "e\u0301",
    "%C3%A9",
    "\\n",
    "x",
    " ",
    "漢",
    "谩a",
    "Ж",
    "aЖ",
    "\u00a0",
    "\x85",
    "( a) ",
    "a .. ",
    " ? a",
    "aAa",
    "\u00ef\u00bf\u00bd",
    "\u00ed\u00a0\u00bd",
    "\x1b[3",
    "&EACUTE;",
    "illet\u00f5 ",
]


@pytest.mark.parametrize("unit", WORST, ids=ascii)
def test_a_hundred_thousand_characters_of_the_worst_are_judged_in_seconds(unit: str) -> None:
    """A quadratic check would take minutes on one of these."""
    text = unit * (SIZE // len(unit))
    document = Document(Record(id="r", path="r.txt", text=text, language="en"))
    start = time.process_time()
    for check in CHECKS:
        inspect(document, [check])

    assert time.process_time() - start < LONGEST
