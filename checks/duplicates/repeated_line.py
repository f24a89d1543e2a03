"""A line or sentence stands in the record twice, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import hit, place
from textassay.checks.duplicates.kinds import Kind
from textassay.checks.duplicates.repeats import adjoin, may_be_meant, repeats
from textassay.contract import Bad, Good, Severity, check
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

CERTAIN_WORDS = 12  # in 10 MB of manuals nearly all that recurs by design is shorter
CERTAIN_BELOW = 6  # the same directly below the first copy


@check(
    code="DUP001",
    name="repeated-line",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def repeated_line(document: Document, _context: Context) -> Iterator[Hit]:
    """A line or sentence stands in the record twice, word for word.

    ## What it finds
    A sentence, or a line that is one, with the same words in the same order
    as an earlier one; case, punctuation and white space may differ. The later
    copy is the finding, the first one is shown beside it.

    ## Why it matters
    Extraction often takes a caption, a pull quote or a teaser along with the
    body. A model trained on the text learns the sentence twice, and counts,
    summaries and quotations built on it are wrong.

    ## How it decides
    Equal words after case folding, at least six of them (characters count
    half in scripts without blanks). A shorter line counts only directly below
    its first copy. Headings, list items, table rows and verse are left alone
    unless they are long, and so is a short line that recurs four times or
    more: that is a refrain or the label of a form.

    An error from twelve words on, or from six directly below the first
    copy; otherwise a warning, since short sentences recur on purpose. So
    is a sentence with text before and behind it in both paragraphs: a tale
    repeats itself, extraction copies blocks; and any in text about programs.

    ## Known mistakes
    A slogan that an author repeats on purpose, once.

    ## Options
    None.
    """
    for repeat in repeats(document, Kind.PIECE):
        is_below = adjoin(document, repeat.first, repeat.later)
        enough = CERTAIN_BELOW if is_below else CERTAIN_WORDS
        role = document.line_at(repeat.later[0]).role
        is_certain = repeat.words >= enough and role not in {Role.LIST_ITEM, Role.TABLE}
        is_certain = is_certain and not may_be_meant(document, repeat)
        yield hit(
            document,
            repeat,
            f"Repeats {place(document, repeat)} word for word.",
            "same words in the same order, case and punctuation aside",
            Severity.ERROR if is_certain else Severity.WARNING,
        )


EXAMPLES = (
    Bad(
        "The mayor opened the new bridge on Monday morning.\n"
        "Traffic had been diverted for two years.\n"
        "The mayor opened the new bridge on Monday morning.",
        span="The mayor opened the new bridge on Monday morning.",
        fix="",
        language="en",
    ),
    Good(
        "The mayor opened the new bridge on Monday morning.\n"
        "Traffic had been diverted for two years.\n"
        "The mayor will open a second bridge next spring.",
        language="en",
    ),
)
