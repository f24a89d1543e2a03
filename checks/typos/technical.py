"""Whether a text is about programs: their names look like slips of other words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks import encoding
from textassay.text.document import once
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.text.document import Document

# Of 130 texts of Spanish news none has so many, of web pages one in twenty, of manuals half.
DENSE = 0.25  # marks of code in a hundred words
FEWEST = 4  # marks; letters and recipes have some ("and/or")
LONGER = 8  # letters; of 40 unknown words in manuals that are longer two were names of programs


@cache
def _code() -> re.Pattern[str]:
    """Return the pattern of paths, pages of a manual, options, names with underscores and code.

    But for tags that were left in the text and codes of shares ("<XYZ>"). It begins with the
    set of their marks, so that the engine skips to the next one.
    """
    tags = "|".join(entries(encoding.__file__, "html_tags.txt"))
    return re.compile(
        rf"[/(_$~\\<>{{}}-](?:(?<=[\\{{}}])|(?<=<)(?!/?(?:[A-Z.]+|{tags})\b[^<>]*>)"
        r"|(?<=>)(?<![\w\"'/]>)|(?<=[$~])(?=[/({a-z])|(?<=/)(?<![:/\w]/)(?=\w)"
        r"|(?<=\w\()(?=\d\))|(?<=\w_)(?=\w)|(?<=-)(?<![-\w]-)-[a-z])"
    )


@once
def technical(document: Document) -> bool:
    """Tell whether a record has so many marks of code that it is about programs."""
    marks = sum(1 for _ in _code().finditer(document.text))
    return marks >= FEWEST and marks * 100 >= DENSE * len(document.words)


def may_be_program(document: Document, written: str) -> bool:
    """Tell whether an unknown word may be the name of a program, a command or a file."""
    return len(written) <= LONGER and written.islower() and technical(document)
