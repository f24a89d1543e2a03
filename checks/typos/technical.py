"""Whether a text is about programs: their names look like slips of other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.text.document import once
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.text.document import Document

# Paths, pages of a manual, options, names with underscores, and marks of code, but for
# tags that were left in the text and codes of shares ("<XYZ>").
# It begins with the set of their marks, so that the engine skips to the next one.
_CODE = lazy(
    r"[/(_$~\\<>{}-](?:(?<=[\\{}])|(?<=<)(?!/?(?:[A-Z.]+|a|b|br|div|em|h\d|i|img|li|p|span|strong|ul)"
    r"\b[^<>]*>)|(?<=>)(?<![\w\"'/]>)|(?<=[$~])(?=[/({a-z])|(?<=/)(?<![:/\w]/)(?=\w)"
    r"|(?<=\w\()(?=\d\))|(?<=\w_)(?=\w)|(?<=-)(?<![-\w]-)-[a-z])"
)
# Of 130 texts of Spanish news none has so many, of web pages one in twenty, of manuals half.
DENSE = 0.25  # marks of code in a hundred words
FEWEST = 4  # marks; letters and recipes have some ("and/or")
LONGER = 8  # letters; of 40 unknown words in manuals that are longer two were names of programs


@once
def technical(document: Document) -> bool:
    """Tell whether a record has so many marks of code that it is about programs."""
    marks = sum(1 for _ in _CODE.finditer(document.text))
    return marks >= FEWEST and marks * 100 >= DENSE * len(document.words)


def may_be_program(document: Document, written: str) -> bool:
    """Tell whether an unknown word may be the name of a program, a command or a file."""
    return len(written) <= LONGER and written.islower() and technical(document)
