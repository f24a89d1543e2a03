"""Embedded posts: the words of a post stand above the name of who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.text.lines import Role

if TYPE_CHECKING:
    from textassay.checks.boilerplate.tally import Tally

POST_WORDS = 70  # 280 code points hold fewer
RESIDUE = ("pic.twitter.com/", "https://t.co/", "@", "#")


def count(text: str, tallies: list[Tally]) -> None:
    """Count the row above a name with a handle as the text of that post."""
    if "@" not in text:
        return
    for index in range(2, len(tallies)):
        row, above = tallies[index].row, tallies[index - 1]
        if "(@" not in row.text or row.text[0].isalnum():
            continue
        if "post residue" not in tallies[index].cues.get(Kind.EMBED, ()):
            continue
        if above.row.words <= POST_WORDS and above.row.role is not Role.TITLE:
            if any(mark in above.row.text for mark in RESIDUE):
                above.add(Kind.EMBED, "text of a post, with its marks")
                above.parts.clear()
            elif not above.row.prose:
                above.add(Kind.EMBED, "text above a post")
