"""Finding ids that an edit elsewhere in the record does not move."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import normalize

from textassay.digests import blake2b
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.text.document import Document

CONTEXT_WORDS = 3
_REACH = 120  # code points looked at each side for the three words of context
_NEAR = 40  # three words stand so near, mostly
_WORD = lazy(r"\w+")


class IdentityMaker:
    """Makes the ids of one record's findings; remembers equals to number them."""

    def __init__(self, document: Document) -> None:
        """Start with no finding seen."""
        self._text = document.text
        self._record = document.record.id
        self._seen: dict[str, int] = {}  # quicker to make than a Counter

    def make(self, code: str, start: int, end: int) -> str:
        """Return ``CODE-`` and 16 hexadecimal digits for a span.

        Built from code, record id, matched text (NFC) and three words of
        context each side; equals are numbered in the order of the calls.
        """
        before = _WORD.findall(self._text, max(0, start - _NEAR), start)
        if len(before) <= CONTEXT_WORDS:  # the first one may be cut
            before = _WORD.findall(self._text, max(0, start - _REACH), start)
        after = [
            match[0]
            for match in islice(_WORD.finditer(self._text, end, end + _REACH), CONTEXT_WORDS)
        ]
        parts = (
            code,
            self._record,
            self._text[start:end],
            " ".join(before[-CONTEXT_WORDS:]),
            " ".join(after),
        )
        basis = normalize("NFC", "\x1f".join(parts))
        ordinal = self._seen.get(basis, 0)
        self._seen[basis] = ordinal + 1
        digest = blake2b(f"{basis}\x1f{ordinal}".encode("utf-8", "replace"), digest_size=8)
        return f"{code}-{digest.hexdigest()}"
