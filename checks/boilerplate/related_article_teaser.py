"""A teaser or headline of another article was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A teaser or headline of another article was left in the text."


@check(
    code="BPL002",
    name="related-article-teaser",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def related_article_teaser(document: Document, _context: Context) -> Iterator[Hit]:
    """A teaser or headline of another article was left in the text.

    ## What it finds
    Lines such as "READ MORE ...", "You may be interested in: ...", "Lee también: ...",
    "Related articles" and the headlines listed below, and a headline in capitals that
    interrupts the prose.

    ## Why it matters
    The line tells of something else: whoever reads the record takes it for a part of the
    story.

    ## How it decides
    Opening phrases of the lexicon decide by themselves unless the line is a sentence. A
    line in capitals of seven words or more between two lines of prose counts as a headline
    of another article if the next two lines hold a quarter of its words or less, and the
    record has no short headings in capitals. Lines that end no sentence, under a label such
    as "Related articles", are taken as its list: any after the prose, two or more within,
    where a short line and the last one, which may be the next heading, stay warnings. So
    is the headline above a lone "Read more". A headline at the foot of the page is an error
    where a quarter of the lines there are known. A bar or a bracket stands for the colon
    ("READ | ..."), and in brackets inside a paragraph only the brackets are the span. A hand,
    a pin or an arrow before a headline counts .7 where no other stands beside it. A label of
    two to six words that all lead to other articles ("Also making news:") is a warning.

    ## Known mistakes
    A section heading all in capitals with seven words or more. A headline in plain letters
    between two paragraphs is not told from a section heading.

    ## Options
    None.
    """
    return hits(document, Kind.RELATED, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nREAD MORE Village band wins the county prize\n\n{_PROSE}",
        span="READ MORE Village band wins the county prize",
    ),
    Bad(
        f"{_PROSA}\n\nLee también: La banda del pueblo gana el premio",
        span="Lee también: La banda del pueblo gana el premio",
    ),
    Good(f"{_PROSE} Read more than forty books a year, she told the children."),
    Good(f"{_PROSE}\n\nWhat the neighbours say\n\n{_PROSE}"),
)
