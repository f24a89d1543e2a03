"""Hypothesis strategies: texts and records as hostile as the web.

For the tests of people who write checks. Hypothesis is imported with this
module only: install ``textassay[test]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from textassay import registry
from textassay.contract import Bad, Good
from textassay.model import Record

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

HOSTILE = (
    "",
    "\x00",
    "\ufeff",
    "\u200b",
    "\u202e",
    "\U000e0041",
    "\ud800",
    "\r\n",
    "\u2028",
    "\u00a0",
    "<script>alert(1)</script>",
    "</script><!--",
    "&lt;&#x41;%20\\u0041=C3=A9",
    "a" * 200,
    "\u0301" * 50,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "١٢٣",
    "這是一個測試。",
    "ภาษาไทย",
)
"""Pieces that break careless code: controls, bidi, surrogates, markup, scripts."""


def fragments() -> SearchStrategy[str]:
    """Return texts of the examples that the checks carry, and hostile pieces."""
    examples = sorted(
        {
            example.text
            for check in registry.builtin()
            for example in registry.examples(check)
            if isinstance(example, (Bad, Good))
        }
    )
    return st.sampled_from([*HOSTILE, *examples])


def texts() -> SearchStrategy[str]:
    """Return any text at all: random code points, or defects in random company."""
    joined = st.tuples(
        st.sampled_from(["\n", "\n\n", " ", ""]), st.lists(fragments(), max_size=5)
    ).map(lambda pair: pair[0].join(pair[1]))
    return st.one_of(st.text(max_size=200), joined)


def records() -> SearchStrategy[Record]:
    """Return records of any text, in any language or none."""
    return st.builds(
        lambda text, language: Record("record", "record.txt", text, language=language),
        texts(),
        st.sampled_from([None, "en", "es", "fr", "de", "it", "pt", "zh", "ar"]),
    )
