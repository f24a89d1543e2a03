"""A line that other records carry too was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate import layout, stamps
from textassay.checks.boilerplate.decision import leftovers
from textassay.checks.boilerplate.reporting import removal
from textassay.checks.boilerplate.weights import WARNING
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.frozen import NamedTuple
from textassay.text.fingerprints import line_key
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row
    from textassay.contract import Context, Facts
    from textassay.text.document import Document

RECORDS = 3  # two records may be versions of one article
WORDS = 25  # longer lines that repeat are passages of text: duplicates
SAMPLE = 20  # lines of prose that tell of copies
WORDS_OF_A_HEADING = 4  # shorter lines that repeat may be headings of a series
FORMULAS = 8  # more such lines, each apart in the prose: records of a series have formulas
INDENT = 3  # blanks before the text below a heading of a manual
MESSAGE = "A line that other records carry too was left in the text."


@check(
    code="BPL020",
    name="template-line",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.WARNING,
    fix="unsafe",
    facts=("lines",),
    options={"records": RECORDS},
)
def template_line(document: Document, context: Context) -> Iterator[Hit]:
    """A line that other records carry too was left in the text.

    ## What it finds
    Lines of up to 25 words that three records or more of the corpus carry, letter case and
    white space aside. What belongs to the text is left: a section heading, numbered or in
    Markdown, the author below a quotation, the rest of a wrapped sentence, what leads to
    the next line.

    ## Why it matters
    What a site prints on every page is its template, in any language and whatever it says.

    ## How it decides
    By the corpus facts alone: three records with the line for each source that has it, so
    that a heading which many sources use is none. Records that carry most of its prose too
    are copies of the record and do not count. A remark only are lines of four words or
    fewer above prose, or a line above indented text, as series have headings of their own;
    short sentences and entries of a list between the prose, and lines there that stand
    apart where they are more than eight; and the lines of a record without prose. Lines that
    another check of leftovers has, at least as a warning, are left to it.

    ## Known mistakes
    Headings and formulas of records of one kind: minutes, recipes, laws.

    ## Options
    `records`: from how many records of a source on a line is a template, 3.
    """
    lines = list(_lines(document, context.facts, context.options["records"]))
    formulas = _formulas(lines)
    for number, row, _, doubtful, evidence in lines:
        yield Hit(
            row.start,
            row.end,
            MESSAGE,
            evidence=evidence,
            suggestion="",
            edits=(removal(document.text, row.start, row.end),),
            severity=Severity.INFO if doubtful or number in formulas else None,
        )


class Line(NamedTuple):
    """A line of other records too, by number; in the prose; doubtful by what it looks like."""

    number: int
    row: Row
    inside: bool
    doubtful: bool
    evidence: dict[str, object]


def _lines(document: Document, facts: Facts, needed: int) -> Iterator[Line]:
    """Yield the lines that enough records carry and that do not belong to the text."""
    rows = layout.rows(document)
    taken = {(one.start, one.end) for one in leftovers(document) if one.score >= WARNING}
    first, last = layout.first_and_last_prose(rows)
    copies: int | None = None
    for index, row in enumerate(rows):
        if row.words > WORDS or (row.prose and first <= index <= last):
            continue
        if not _may_be_template(row):
            continue
        known = facts.line(line_key(row.text))
        if not needed <= known.records >= needed * known.sources or _is_taken(row, taken):
            continue
        if copies is None:  # few records have a line that comes this far
            copies = _copies(rows, facts)
        if known.records - copies < needed or _belongs(document, rows, index, last):
            continue
        inside = first < index < last
        evidence = {
            "rule": "records of the corpus with the line, by source",
            "records": known.records,
            "copies": copies,
            "sources": known.sources,
            "needed": needed,
        }
        doubtful = _is_doubtful(document, rows, index, (first, last))
        yield Line(index, row, inside, doubtful, evidence)


def _formulas(lines: list[Line]) -> set[int]:
    """Return the lines apart from each other in the prose, where they are many: no menu."""
    known = {line.number for line in lines}
    apart = {
        line.number
        for line in lines
        if line.inside and known.isdisjoint((line.number - 1, line.number + 1))
    }
    return apart if len(apart) > FORMULAS else set()


def _belongs(document: Document, rows: list[Row], index: int, last: int) -> bool:
    """Tell whether a line is of the text: who is quoted, what leads to the next, a heading."""
    row = rows[index]
    return (
        (index > 0 and _is_attribution(row, rows[index - 1], document.text))
        or (row.text[-1] == ":" and index + 1 < len(rows))
        or (index < last and _is_marked_heading(row))
    )


def _is_doubtful(document: Document, rows: list[Row], index: int, prose: tuple[int, int]) -> bool:
    """Tell whether records of a series may have a line in common that is no leftover."""
    row, (first, last) = rows[index], prose
    if row.words <= WORDS_OF_A_HEADING and first - 1 <= index < last:
        return True
    if _is_marked_heading(row) or _heads_indented(rows, index, document.text):
        return True
    return last < 0 or (first < index < last and (row.ended or row.role is Role.LIST_ITEM))


def _heads_indented(rows: list[Row], index: int, text: str) -> bool:
    """Tell whether a line at the margin heads indented ones, as in a page of a manual."""
    if index + 1 == len(rows):
        return False
    row, below = rows[index], rows[index + 1]
    indented = text[row.end : below.start].rpartition("\n")[2]
    return len(indented) >= INDENT and text[row.start - 1 : row.start] in {"", "\n"}


def _copies(rows: list[Row], facts: Facts) -> int:
    """Return how many other records carry most of the prose too: the median of a sample."""
    prose = [row for row in rows if row.prose]
    sample = prose[:: 1 + len(prose) // SAMPLE]
    carrying = sorted(facts.line(line_key(row.text)).records for row in sample)
    return carrying[(len(carrying) - 1) // 2] - 1 if carrying else 0


def _may_be_template(row: Row) -> bool:
    """Tell what a row shows by itself; the facts of a line cost more."""
    return (
        not row.continues
        and row.role is not Role.TITLE
        and row.text[0] != TAG
        and any(map(str.isalpha, row.text))
    )


def _is_taken(row: Row, taken: set[tuple[int, int]]) -> bool:
    return any(start <= row.start < end for start, end in taken)


def _is_marked_heading(row: Row) -> bool:
    """Tell whether a row with prose below is a heading, by its number or in Markdown."""
    marked = row.text[0] == "#" and row.text.lstrip("#")[:1].isspace()
    return marked or stamps.numbered(row.folded)


def _is_attribution(row: Row, above: Row, text: str) -> bool:
    """Tell whether a row says who is quoted: under the last line, behind a dash or indented."""
    between = text[above.end : row.start]
    return between.count("\n") == 1 and (row.text.startswith(DASHES) or between[-1] != "\n")


TAG = "<"  # markup is another check's
DASHES = ("--", "\N{EM DASH}", "\N{EN DASH}", "\N{HORIZONTAL BAR}")


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_OTHERS = (
    "The mill was sold in spring.\n\nRiverton Post, your daily since 1902",
    "A school opened on Friday.\n\nRiverton Post, your daily since 1902",
)

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nRiverton Post, your daily since 1902",
        span="Riverton Post, your daily since 1902",
        corpus=_OTHERS,
    ),
    Good(f"{_PROSE}\n\nRiverton Post, your daily since 1902", corpus=_OTHERS[:1]),
    Good(_PROSE, corpus=(_PROSE, _PROSE)),
    Good(f"{_PROSE}\n\nThe mill is next", corpus=(f"{_PROSE}\n\nThe mill is next",) * 2),
    Good(
        f"# Bridges\n\n## Context\n\n{_PROSE}",
        corpus=(f"# Mills\n\n## Context\n\n{_PROSE}", f"# Schools\n\n## Context\n\n{_PROSE}"),
    ),
)
