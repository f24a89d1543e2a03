"""Quotations: marks paired by the conventions of the language and of the text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text import quotation_marks as marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textassay.model import Span

LONGEST_SPAN = 5
"""Paragraphs after the first that one quotation may run over without opening again,
all without marks but the last: lines of verse, or of a letter that is quoted."""
DEEPEST = 6
"""Open quotations at a time; more are stray marks, and the oldest goes."""


class Quotation(NamedTuple):
    """Quoted text with its marks; ``closed`` is False where the end mark is missing.

    ``continued`` is True where the quotation runs on into the next paragraph,
    which opens it again: the mark is missing by convention. ``depth`` counts
    the quotations around this one.
    """

    start: int
    end: int
    opening: str
    closing: str
    closed: bool = True
    continued: bool = False
    depth: int = 0


class UnpairedMark(NamedTuple):
    """A quotation mark out of place, with what was expected.

    Args:
        start: Offset of the mark; it is one code point long.
        mark: The mark as written.
        fault: "unclosed" and "unopened" lack their partner, "wrong-direction"
            faces the wrong way, "mixed" is of another style than its partner,
            the one of the two that the rest of the text uses less.
        expected: The mark to write instead ("wrong-direction", "mixed"), else
            the partner that is missing.
        partner: Offset of the other mark of the pair, None where it is missing.
    """

    start: int
    mark: str
    fault: str
    expected: str
    partner: int | None = None

    @property
    def end(self) -> int:
        """The offset behind the mark."""
        return self.start + 1


class Scan(NamedTuple):
    """The quotations of a text and the marks that are out of place, in order."""

    quotations: tuple[Quotation, ...]
    unpaired: tuple[UnpairedMark, ...]


class _Open(NamedTuple):
    """A quotation not closed yet."""

    at: int
    mark: str
    family: str


class _Pairing:
    """The state of the scan: what is open, what was found."""

    def __init__(
        self,
        text: str,
        habit: Counter[str],
        language: str,
        *,
        equal_marks: bool,
        reversed_guillemets: bool,
    ) -> None:
        self.text = text
        self.habit = habit
        self.resumes = language in marks.LANGUAGES_THAT_RESUME_BY_CLOSING
        self.resumed = ""
        self.equal_marks = equal_marks
        self.reversed_guillemets = reversed_guillemets
        self.stack: list[_Open] = []
        self.strays: list[int] = []
        self.pending: _Open | None = None
        self.pending_end = 0
        self.patience = 0
        self.quotations: list[Quotation] = []
        self.unpaired: list[UnpairedMark] = []

    def take(self, at: int, start: int, end: int) -> None:
        """Pair or open the mark at ``at`` in the paragraph ``[start, end)``."""
        mark = self.text[at]
        family = marks.FAMILY[mark]
        resumed, self.resumed = self.resumed, ""
        if resumed and at == start:
            self.stack.append(_Open(at, resumed, family))
            return
        if self.stack and family in _SINGLE and mark in self.text[at - 1 : at + 2 : 2]:
            self.strays.append(at)  # two of them for a double one
            return
        opens, closes = marks.facing(self.text, at, start, end)
        if family not in {"straight", "apostrophe"}:
            opens, closes = self._directed(at, mark, opens=opens, closes=closes)
        opener = self._opener(family)
        if opener is not None and self._is_closing(opener, at, opens=opens, closes=closes):
            self._close(opener, at, mark)
        elif opens:
            if family != "guillemet" or at + 1 < end:
                self._open(at, mark, family)
        elif closes:
            self._unopened(at, mark, family)
        elif family == "straight" and not self.text[max(start, at - 1)].isdecimal():
            self._open(at, mark, family)

    def take_plain(self, pair: Sequence[int], start: int, end: int) -> bool:
        """Take two marks at once that nothing but a quotation can be made of.

        Four of five are such: a mark behind a blank and before a letter or
        figure, then its partner behind a letter, figure or stop and before a blank.
        """
        if self.stack or self.pending is not None or len(pair) < 2 or pair[1] + 1 > end:  # noqa: PLR2004
            return False
        text = self.text
        first, last = pair
        opening, closing = text[first], text[last]
        if _PLAIN.get(opening) != closing or not text[first + 1].isalnum():
            return False
        if first > start and not text[first - 1].isspace():
            return False
        if last + 1 < end and not text[last + 1].isspace():
            return False
        if not text[last - 1].isalnum() and text[last - 1] not in _STOPS:
            return False
        self.quotations.append(Quotation(first, last + 1, opening, closing))
        return True

    def _is_closing(self, opener: _Open, at: int, *, opens: bool, closes: bool) -> bool:
        """Tell whether the mark closes the quotation, not a plural's apostrophe."""
        if opener.family == marks.FAMILY[self.text[at]]:
            return closes or not opens or self.text[at - 1 : at + 1] == _LOST_BLANK
        if not closes or opens:
            return False
        if self.text[at] == marks.APOSTROPHE and self.text[at - 1] == "s":
            return not self.text[at + 1 : at + 3].strip(" ").isalpha()
        return opener.family != "apostrophe"

    def _directed(self, at: int, mark: str, *, opens: bool, closes: bool) -> tuple[bool, bool]:
        """Return the way a directed mark faces: by place where it is ambiguous."""
        first = mark in marks.OPENING
        if mark in {marks.GUILLEMET, marks.GUILLEMET_RIGHT}:
            first = self._guillemet_opens(at, mark)
        elif (mark == marks.LEFT and self._is_open(marks.LOW)) or (
            mark == marks.SINGLE_LEFT and self._is_open(marks.SINGLE_LOW)
        ):
            first = False
        elif mark in {marks.LEFT, marks.RIGHT, marks.SINGLE_LEFT} and opens != closes:
            first = opens
        return first, not first

    def _guillemet_opens(self, at: int, mark: str) -> bool:
        """Tell the way of a guillemet: its own unless letters around say otherwise.

        French sets blanks inside the pair, so blanks say nothing.
        """
        left, right = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        opener = self._opener("guillemet")
        if opener is not None and left.isalnum() and not right.isalnum():
            return False
        if opener is None and right.isalnum() and (not left or left.isspace()):
            return True
        return (mark == marks.GUILLEMET) != self.reversed_guillemets

    def _is_open(self, mark: str) -> bool:
        return any(entry.mark == mark for entry in self.stack)

    def _opener(self, family: str) -> _Open | None:
        """Return what a closing mark of the family would close."""
        mixed = None
        for entry in reversed(self.stack):
            if entry.family == family:
                return entry
            if mixed is None and marks.MIXES.get(family) == entry.family:
                mixed = entry
        return mixed

    def _open(self, at: int, mark: str, family: str) -> None:
        if (mark == marks.RIGHT and not self.equal_marks) or (
            family == "guillemet" and (mark == marks.GUILLEMET) == self.reversed_guillemets
        ):
            expected = marks.PARTNER[mark]
            self.unpaired.append(UnpairedMark(at, mark, "wrong-direction", expected))
        self.stack.append(_Open(at, mark, family))
        if len(self.stack) > DEEPEST:
            self._lose(self.stack.pop(0), at)

    def _lose(self, entry: _Open, end: int) -> None:
        if entry.family == "apostrophe":
            return
        if entry.mark == marks.SINGLE_LEFT and not self.text[entry.at + 1 : entry.at + 2].isupper():
            return  # an apostrophe or a letter such as the Hawaiian one
        expected = self._closing(entry.mark)
        self.unpaired.append(UnpairedMark(entry.at, entry.mark, "unclosed", expected))
        self.quotations.append(Quotation(entry.at, end, entry.mark, "", closed=False))

    def _closing(self, mark: str) -> str:
        """Return the mark that should close what ``mark`` opened."""
        if mark == marks.RIGHT:
            return mark
        if mark == marks.LOW and self.habit[marks.RIGHT] > self.habit[marks.LEFT]:
            return marks.RIGHT
        return marks.PARTNER[mark]

    def _close(self, opener: _Open, at: int, mark: str) -> None:
        index = self.stack.index(opener)
        for lost in self.stack[index + 1 :]:
            self._lose(lost, at)
        del self.stack[index:]
        self.quotations.append(Quotation(opener.at, at + 1, opener.mark, mark, depth=index))
        self._judge_pair(opener, at, mark)

    def _judge_pair(self, opener: _Open, at: int, mark: str) -> None:
        """Report a pair of two styles at the rarer mark, or one facing wrong."""
        if marks.FAMILY[mark] != opener.family:
            if self._usual(mark) > self._usual(opener.mark):
                wrong, expected, partner = opener.at, marks.PARTNER[mark], at
            else:
                wrong, expected, partner = at, self._closing(opener.mark), opener.at
            mixed = UnpairedMark(wrong, self.text[wrong], "mixed", expected, partner)
            self.unpaired.append(mixed)
        elif opener.mark == mark in _NEVER_BOTH:
            expected = marks.PARTNER[mark]
            self.unpaired.append(UnpairedMark(at, mark, "wrong-direction", expected, opener.at))

    def _usual(self, mark: str) -> int:
        """Return how often the text uses marks of this style."""
        family = marks.FAMILY[mark]
        return sum(count for other, count in self.habit.items() if marks.FAMILY[other] == family)

    def _unopened(self, at: int, mark: str, family: str) -> None:
        pending = self.pending
        if pending is not None and family == pending.family:
            self.quotations.append(Quotation(pending.at, at + 1, pending.mark, mark))
            self.pending = None
            return
        if family in _SINGLE:
            if self.stack and (self.resumes or self.text[at - 1] in _STOPS):
                self.strays.append(at)
            return
        if family == "straight" and self.text[at - 1].isdecimal():
            return  # inches, seconds of arc
        expected = marks.PARTNER[mark]
        if family == "guillemet" and self._is_pointer(at, expected):
            return
        self.unpaired.append(UnpairedMark(at, mark, "unopened", expected))

    def _is_pointer(self, at: int, partner: str) -> bool:
        """Tell whether a guillemet is an arrow: "News > Europe >", "Read more >>"."""
        if at and not self.text[at - 1].isspace():
            return False
        return not self.habit[partner] or self.text[at + 1 : at + 2] in {"", "\n", "\r"}

    def end_paragraph(self, end: int, following: str, *, marked: bool) -> None:
        """Settle what is still open.

        Args:
            end: Of the paragraph.
            following: The head of the next paragraph.
            marked: Whether the paragraph held any mark.
        """
        if self.pending is not None:
            self.patience -= 1
            if self.patience and following and not marked:
                return
            self._lose(self.pending, self.pending_end)
            self.pending = None
        self._end_at_strays()
        reopened = following.lstrip("([ \N{EM DASH}\N{EN DASH}-")[:1]
        for entry in self.stack:
            resumed = self._is_resumed(entry, following)
            if resumed:
                self.resumed = entry.mark
            if resumed or (reopened and reopened == entry.mark):
                self.quotations.append(
                    Quotation(entry.at, end, entry.mark, "", closed=False, continued=True)
                )
            elif entry is self.stack[0] and following and entry.family in _SPANNING:
                self.pending, self.pending_end = entry, end
                self.patience = LONGEST_SPAN
            else:
                self._lose(entry, end)
        self.stack.clear()

    def _end_at_strays(self) -> None:
        """Take single marks for the end of what two marks opened: "over,'' he said".

        In English behind a stop only, since "the dogs' bowls" ends in one, too.
        """
        strays, self.strays = self.strays, []
        for entry in self.stack if strays else ():
            at = next((at for at in strays if at > entry.at), None)
            if at is not None and entry.family in _TAKEN_FOR_SINGLE:
                self.stack = [other for other in self.stack if other.at < entry.at]
                mark, expected = self.text[at], self._closing(entry.mark)
                self.quotations.append(Quotation(entry.at, at + 1, entry.mark, mark))
                self.unpaired.append(UnpairedMark(at, mark, "mixed", expected, entry.at))
                return

    def _is_resumed(self, entry: _Open, following: str) -> bool:
        """Tell whether the next paragraph goes on by the mark that closes, as Spanish does."""
        if not self.resumes or entry.mark not in marks.OPENING:
            return False
        word = following[1:2]
        return marks.PARTNER[entry.mark] == following[:1] and (word.isalnum() or word in INVERTED)


HEAD = 24  # code points of the next paragraph, its indent with them
_PLAIN = {marks.STRAIGHT: marks.STRAIGHT, marks.LEFT: marks.RIGHT}
_STOPS = frozenset(".,!?")
_LOST_BLANK = ',"'
"""What ends speech before a verb that hangs on it: ``"Yes,"she said``."""
INVERTED = ("\N{INVERTED QUESTION MARK}", "\N{INVERTED EXCLAMATION MARK}")
_SINGLE = frozenset({"apostrophe", "single"})
_TAKEN_FOR_SINGLE = frozenset({"double", "straight"})
_NEVER_BOTH = frozenset({marks.LEFT, marks.SINGLE_LEFT, marks.GUILLEMET, marks.GUILLEMET_RIGHT})
"""Marks that do not both open and close, whatever the convention."""
_SPANNING = frozenset({"double", "guillemet", "straight", "corner\N{LEFT CORNER BRACKET}"})
"""Families that may close in a later paragraph: single marks could be apostrophes."""


def scan(text: str, paragraphs: Sequence[Span], language: str) -> Scan:
    """Pair the quotation marks of each paragraph.

    A quotation ends with its paragraph, unless the next one opens it again, or
    the next one with any mark closes it first of all. Runs once over the marks: linear time.
    """
    found = marks.positions(text)
    if not found:
        return Scan((), ())
    habit = Counter(text[at] for at in found)
    pairing = _Pairing(
        text,
        habit,
        language,
        equal_marks=language in marks.LANGUAGES_WITH_EQUAL_MARKS
        or (habit[marks.RIGHT] > 2 * habit[marks.LEFT]),
        reversed_guillemets=language in marks.LANGUAGES_WITH_REVERSED_GUILLEMETS
        and _reversed_guillemets(text, found),
    )
    position = 0
    for number, paragraph in enumerate(paragraphs):
        marked = False
        while position < len(found) and found[position] < paragraph.end:
            marked = True
            if pairing.take_plain(found[position : position + 2], paragraph.start, paragraph.end):
                position += 2
                continue
            pairing.take(found[position], paragraph.start, paragraph.end)
            position += 1
        if marked or pairing.pending is not None:
            after = paragraphs[number + 1].start if number + 1 < len(paragraphs) else len(text)
            pairing.end_paragraph(paragraph.end, text[after : after + HEAD].lstrip(), marked=marked)
    pairing.end_paragraph(len(text), "", marked=False)
    quotations = sorted(pairing.quotations, key=lambda quotation: quotation.start)
    return Scan(tuple(quotations), tuple(sorted(pairing.unpaired, key=lambda mark: mark.start)))


def _reversed_guillemets(text: str, found: Sequence[int]) -> bool:
    """Tell whether the text opens by the right guillemet, as German books do."""
    votes = 0
    for at in found:
        mark = text[at]
        if mark in {marks.GUILLEMET, marks.GUILLEMET_RIGHT}:
            opens = text[at + 1 : at + 2].isalnum()
            closes = at > 0 and (text[at - 1].isalnum() or text[at - 1] in ".,!?")
            if opens != closes:
                votes += 1 if (mark == marks.GUILLEMET_RIGHT) == opens else -1
    return votes > 0
