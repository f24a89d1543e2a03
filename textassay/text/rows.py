"""Lines that are items of a list or rows of a table, line-up or score sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.text import shapes
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BULLETS = (
    "*+\N{BULLET}\N{MIDDLE DOT}\N{BLACK SMALL SQUARE}\N{WHITE BULLET}\N{TRIANGULAR BULLET}"
    "\N{BLACK CIRCLE}\N{WHITE CIRCLE}\N{BLACK SQUARE}\N{WHITE SQUARE}\N{CHECK MARK}"
    "\N{HEAVY CHECK MARK}\N{RIGHTWARDS ARROW}\N{BLACK RIGHT-POINTING TRIANGLE}"
    "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}\N{HYPHEN BULLET}\N{KATAKANA MIDDLE DOT}"
)
_BULLET = lazy(rf"[{_BULLETS}]\s?\S|-\s+\S")
_HEADS = frozenset(_BULLETS + "-(\N{EN DASH}\N{EM DASH}")  # and letters and digits
_DASH = lazy(r"[\N{EN DASH}\N{EM DASH}]\s+\S")
_NUMBER = lazy(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+\S|\d{1,3}\s?[-\N{EN DASH}]\s\S")
_CELL = lazy(r"\t+|\s*\|\s*|\s{3,}")
_TOKEN = lazy(r"\S+")
_FIGURE = lazy(
    r"[+-]?[\d.,:%/\N{EURO SIGN}$\N{POUND SIGN}'()-]*\d[\d.,:%/()'\N{EURO SIGN}hkgmin-]*"
)
_SCORE = lazy(r"(?<!\S)\d{1,3}\s?[-\N{EN DASH}:\N{HYPHEN}]\s?\d{1,3}(?!\S)|\(\d{1,3}\)")
_LABEL = lazy(r"[^\W\d_][^:.?!]{0,30}:\s+\S.{0,70}")
_LONGEST_LINE_UP = 600
_FEWEST_NAMES = 5
_MOST_NAME_WORDS = 4
_MOST_BLANKS = 5  # a name between two marks: prose has ten words and more
_NAMES_SHARE = 0.75
_SURE_SHARE = 0.85
"""Of the pieces; without a label in front nearly all must be names."""
_FIGURE_SHARE = 0.4
_FEWEST_FIGURES = 2
_CERTAIN_FIGURES = 4
_FEWEST_LABELS = 3
_SHORT_ROW = 90
_ROWS_ALONE = frozenset({"figures", "names"})  # need no neighbour of their kind


def mark_list_items(
    contents: Sequence[str], roles: list[Role | None], order: Sequence[int]
) -> None:
    """Mark bullets always, dashes and numbers only beside another of their kind.

    A dash opens the speech of a dialogue too, so lines that end as sentences
    do not count as items behind an en or em dash.
    """
    for place, index in enumerate(order):
        content = contents[index]
        if content[0] not in _HEADS and not content[0].isalnum():
            continue
        if content[0].isalpha() and content[1:2] not in {".", ")"} and content[:1] not in "ivxIVX":
            continue
        if _BULLET.match(content):
            roles[index] = Role.LIST_ITEM
        elif _DASH.match(content):
            if not shapes.is_sentence(content) and _beside(contents, order, place, _is_dashed):
                roles[index] = Role.LIST_ITEM
        elif _NUMBER.match(content) and _beside(contents, order, place, _is_numbered):
            roles[index] = Role.LIST_ITEM


def _is_dashed(content: str) -> bool:
    return _DASH.match(content) is not None and not shapes.is_sentence(content)


def _is_numbered(content: str) -> bool:
    return _NUMBER.match(content) is not None


def _beside(
    contents: Sequence[str], order: Sequence[int], place: int, kind: Callable[[str], bool]
) -> bool:
    """Tell whether the line before or after is of the kind too."""
    return (place > 0 and kind(contents[order[place - 1]])) or (
        place + 1 < len(order) and kind(contents[order[place + 1]])
    )


def mark_tables(contents: Sequence[str], roles: list[Role | None], order: Sequence[int]) -> None:
    """Mark rows of cells, figures, scores and labelled values, and line-ups."""
    kinds = [_row(contents[index]) if roles[index] is None else "" for index in order]
    for place, index in enumerate(order):
        if roles[index] is not None:
            if len(contents[index]) <= _LONGEST_LINE_UP and is_line_up(contents[index]):
                roles[index] = Role.TABLE
            continue
        kind = kinds[place]
        if kind and (kind in _ROWS_ALONE or _in_run(kinds, place)):
            roles[index] = Role.TABLE


def _in_run(kinds: Sequence[str], place: int) -> bool:
    """Tell whether enough neighbours are rows of the same kind."""
    kind = kinds[place]
    first = place
    while first > 0 and kinds[first - 1] == kind:
        first -= 1
    last = place
    while last + 1 < len(kinds) and kinds[last + 1] == kind:
        last += 1
    return last - first + 1 >= (_FEWEST_LABELS if kind == "label" else 2)


def _row(content: str) -> str:
    """Return the kind of row that the line could be, "" for none."""
    if "\t" in content or "|" in content or "   " in content:
        return f"cells {len(_CELL.findall(content))}"
    if shapes.is_sentence(content):
        return "names" if is_line_up(content) else ""
    if shapes.has_digit(content):
        figures = _figures(content)
        if figures >= _CERTAIN_FIGURES:
            return "figures"
        if len(content) <= _SHORT_ROW and (figures >= _FEWEST_FIGURES or _SCORE.search(content)):
            return "figures?"
    if is_line_up(content):
        return "names"
    return "label" if ":" in content and _LABEL.fullmatch(content) else ""


def _figures(content: str) -> int:
    """Return the number of figures where they are a good part of the line."""
    tokens = _TOKEN.findall(content)
    figures = len([*filter(None, map(_FIGURE.fullmatch, tokens))])
    return figures if figures >= _FIGURE_SHARE * len(tokens) else 0


def is_line_up(content: str) -> bool:
    """Tell whether the line is a list of names, as a team's line-up is.

    Five names or more between commas, each at most four words long and
    capitalised, behind an optional label; a sentence has longer or
    lower-case pieces.
    """
    marks = content.count(",") + content.count(";")
    if marks < _FEWEST_NAMES - 1 or content.count(" ") > _MOST_BLANKS * (marks + 1):
        return False
    label, colon, names = content.partition(":")
    if not colon or "," in label:
        label, names = "", content
    pieces = [piece.split() for piece in names.rstrip(".").replace(";", ",").split(",")]
    if len(pieces) < _FEWEST_NAMES or not _is_name(pieces[0]):
        return False
    good = sum(_is_name(piece) for piece in pieces)
    return good >= (_NAMES_SHARE if label else _SURE_SHARE) * len(pieces)


def _is_name(piece: Sequence[str]) -> bool:
    """Tell whether the words are few and at least half of them capitalised."""
    if not 0 < len(piece) <= _MOST_NAME_WORDS or not piece[0].lstrip("(")[:1].isupper():
        return False
    return 2 * sum(word[0].islower() for word in piece) <= len(piece)
