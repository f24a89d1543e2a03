"""Cues that need no lexicon of a language: dates, handles, links, capitals.

Patterns are compiled by ``re`` when first used: few records need them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate import stamps
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.layout import PROSE_WORDS
from textassay.checks.boilerplate.weights import LONG_WORDS
from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from textassay.checks.boilerplate.layout import Row

INITIALS = 12  # code points of the initials before the agencies: "jc/rml (efe, afp)"
SIGNATURE_WORDS = 6  # of an agency with its photographer, of a dateline
HEADLINE_WORDS = 7  # all-capital section headings are shorter

_DIGIT = lazy(r"\d")
_ORDINAL = lazy(r"\d{1,2}[:.]\d\d\s+#\d{1,5}\b")  # "User 28.10.2012 | 11:26 #11"
_POST = lazy(
    "[\N{EM DASH}\N{EN DASH}-]{1,2}\\s?[^\\n@`*:]{1,60}\\s\\(@\\w{1,30}\\)"
    "(?:\\s?[^\\W\\d_]{3,12}\\.? \\d{1,2}, \\d{4}"
    "|\\s?\\d{1,2}\\.?(?: de)? [^\\W\\d_]{3,12}\\.?(?: de)?,? \\d{4})?"
    "|pic\\.twitter\\.com/\\w+|https://t\\.co/\\w+"
)
_ADDRESS = lazy(r"(?:https?://|www\.)\S+$")
_PICTURE = (
    "(?:photos?|fotos?|image|imagem|imagen|picture|bild|cr\u00e9dito?|credit|supplied|handout)"
    "(?: by| de| von|:| courtesy)"
)
_OWNER = (
    "(?:getty images|shutterstock|ap photo|/ ?(?:ap|afp|reuters|epa|efe|dpa|getty|lusa|ansa)\\b"
    "|(?:quelle|fuente|fonte|source) ?: ?(?:ap|afp|reuters|epa|efe|dpa|getty|lusa|ansa|apa)\\b)"
)
_AGENCY = (
    "(?:afp|ap|efe|reuters|rtr|dpa|ansa|lusa|xinhua|tass|europa press|notimex|bloomberg|upi|pti"
    "|ians|ani|belga|ats|apa|sda|epd|kna|agi|adnkronos|ag\u00eancia brasil|agencias|agencies"
    "|ag\u00eancias|agences|agenturen|agenzie|associated press)"
)
_CREDIT = lazy(
    f"[(\\[](?:{_PICTURE}[^()\\[\\]\\n]{{1,100}}"
    f"|[^()\\[\\]\\n]{{0,60}}{_OWNER}[^()\\[\\]\\n]{{0,60}})[)\\]]"
)
_SIGNATURE = lazy(f"\\((?:[a-z/, ]{{0,12}}\\b)?{_AGENCY}(?:[,/; ]+{_AGENCY}){{0,4}}\\)$")
_SIGNERS = lazy(
    r"[(*\u2014\u2013-]{0,3}\s?(?:(?:with|con|mit|avec|com|by|por|von|par|di) )?"
    rf"{_AGENCY}(?:(?:\s?[,/&|]\s?| y | and | und | et | e | con ){_AGENCY}){{0,4}}[)*]?\.?"
)
SIGNERS = frozenset(_AGENCY[3:-1].split("|")) | {"press", "brasil"}  # their last words
_PHOTOGRAPHER = lazy(
    r"\b(?:reuters|afp|afp photo|ap photo|ap foto|ap|efe|epa|dpa|ansa|lusa|getty images|getty"
    r"|unsplash|shutterstock|pexels|pixabay|istock)"
    r" ?/ ?[^/\n]{2,40}$"
)
_OUTLET = lazy(
    r"(?:[.!?][\"'\u2019\u201d]?\s|[(\[])(?:[A-Z]\.|[A-Z\u00c0-\u00dd][\w'\u2019-]+)"
    r"(?: [A-Z\u00c0-\u00dd][\w.'\u2019-]*){1,3} ?/ ?(?:(?:The|El|La) )?"
    r"[A-Z\u00c0-\u00dd][\w.&'\u2019-]+"
    r"(?: (?:(?:of|de|del|do|da|for|the) )?[A-Z\u00c0-\u00dd&][\w.'\u2019-]*){0,3}[)\]]?$"
)  # "... on Tuesday. Jane Smith/The Daily Herald"
PHOTOGRAPHER_LENGTH = 62  # code points that hold an agency with its photographer
_FRAME = lazy(
    r"(?:Image (?:copyright|caption|source)|Media (?:caption|playback)|Fuente de la imagen"
    r"|Derechos de autor de la imagen|Pie de foto)(?=[A-Z\u00c0-\u00dd])"
)
FRAME_LETTERS = frozenset("DFIMP")
_SIGNED = lazy(
    r"[(\[/]\s?(?:(?:photos?|pictures?|pics?|images?|fotos?)\s?[:/]\s?)?"
    f"(?:{_AGENCY}|getty(?: images)?|sputnik|epa|pa|vcg|cfp|agencies|shutterstock|handout)"
    r"(?:\s?[/,]\s?[^/\n()\[\]]{2,40}){0,2}[)\]]?"
)
_BRACKETED = lazy(
    r"\[[^\[\]\n]{0,90}(?:\b[A-Z\u00c0-\u00dd][\w'.-]*\s?/\s?(?=[A-Z\u00c0-\u00dd])|\b[Vv]ia\b)"
    r"[^\[\]\n]{2,60}\]$"
    r"|(?i:\[(?:reuters|afp|ap|ap photo|epa|getty images|al jazeera)\])$"
)
_HASHTAGS = lazy(r"(?:#(?!\d+\b)\w{2,40}[\s,]*){2,20}")  # no numbers of bugs
_LABELLED = lazy(
    r"(?:[^\W\d_]+ )?(?:source|original|originaltext|fuente|quelle|fonte|link|enlace|lien)"
    r"(?: [^\W\d_]+)?: (?=(?:https?://|www\.)\S+$)"
)  # "Texto original: https://..."
_ANSWERS = lazy(
    r"\d{1,4} (?:thoughts?|responses?|repl(?:y|ies)|comments?|(?:respuesta|comentario|pensamiento"
    r"|resposta|pensamento|commentaire|r\u00e9ponse)s?|kommentare?|gedanken|antworten|commenti"
    r"|rispost[ae]|pensieri) (?:on|to|a|en|em|sobre|para|zu|auf|sur|\u00e0|su|per)"
    r" [\"'\u2018\u201c\u201e\u00ab]"
)  # "2 thoughts on "The bridge""
_SEGMENTS = lazy(
    r"\s+[|>/\u203a\u00bb\u2022\u00b7\u25b8\u2192\u2013-]\s+|\s[>\u203a\u00bb]|[\u203a\u00bb|]"
)
_PARTED_BY = frozenset("|>/\u203a\u00bb\u2022\u00b7\u25b8\u2192\u2013-")
_LINK = lazy(r"(?<=\s)https?://\S{4,}")
_MAIL = lazy(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,20}")


class Mark(NamedTuple):
    """A cue seen in a row; start and end differ from the row's for a part of it."""

    kind: Kind
    cue: str
    start: int
    end: int


def find(row: Row) -> list[Mark]:
    """Return the marks of one row."""
    text = row.text
    found: list[Mark] = []
    slash = "/" in text
    if "@" in text or (slash and ("t.co/" in text or "pic.t" in text)):
        found += _parts(row, _POST.finditer(text), Kind.EMBED, "post residue")
    if "(" in text or "[" in text:
        found += _credits(row)
    if slash and "://" in text and row.words >= PROSE_WORDS:
        found += _addresses(row)
    if text[0] in "([/#" and (mark := _whole(row)):
        return [mark]
    bracketed = text[-1] == "]" and row.words <= LONG_WORDS and "://" not in text
    if bracketed and _BRACKETED.search(text):
        found.append(Mark(Kind.CAPTION, "credit at its end", row.start, row.end))
    if slash or text[-1] == ")" or (row.words <= SIGNATURE_WORDS and _ends_in_agency(row.folded)):
        found += _agencies(row)
    if _is_stamp_like(row, slash=slash):
        found += _short(row, slash=slash)
    if row.words >= HEADLINE_WORDS and text[-1] != "?" and _in_capitals(text) and _worded(text):
        found.append(Mark(Kind.RELATED, "headline in capitals", row.start, row.end))
    if text[0] == BACK or text[-1] == ON or text[0] in FRAME_LETTERS or text[0].isdecimal():
        found += _edges(row)
    return found


def _is_stamp_like(row: Row, *, slash: bool) -> bool:
    """Tell whether a line is short as a date or an address, and may hold one."""
    if (row.ended and not row.folded.endswith(stamps.HOURS)) or not stamps.fits_date(row):
        return False
    return slash or "@" in row.text or "www." in row.folded or bool(_DIGIT.search(row.text))


def _in_capitals(text: str) -> bool:
    """Tell whether a line is in capitals, not in a script without them beside "TV"."""
    if not text.isupper():
        return False
    return 2 * sum(map(str.isupper, text)) >= sum(map(str.isalpha, text))


def _edges(row: Row) -> Iterator[Mark]:
    """Yield what the first or last character of a line tells of."""
    if (row.text[0] == BACK or row.text[-1] == ON) and row.words >= ARROW_WORDS:
        yield Mark(Kind.RELATED, "arrow to another page", row.start, row.end)
    if row.text[0].isdecimal() and _ANSWERS.match(row.folded):
        yield Mark(Kind.COMMENTS, "label", row.start, row.end)
    if _FRAME.match(row.text):
        yield Mark(Kind.CAPTION, "frame of a picture", row.start, row.end)


BACK, ON = "\N{LEFTWARDS ARROW}", "\N{RIGHTWARDS ARROW}"  # the other way round they are bullets
ARROW_WORDS = 3


def _whole(row: Row) -> Mark | None:
    """Return the mark of an agency in brackets, or of hashtags, that are all of a row."""
    if row.text[0] == "#":
        found = _HASHTAGS.fullmatch(row.text)
        return Mark(Kind.NAVIGATION, "row of hashtags", row.start, row.end) if found else None
    if row.words <= SIGNATURE_WORDS and _SIGNED.fullmatch(row.folded):
        return Mark(Kind.CREDIT, "agency alone", row.start, row.end)
    return None


def _parts(row: Row, matches: Iterable[re.Match[str]], kind: Kind, cue: str) -> Iterator[Mark]:
    for match in matches:
        yield Mark(kind, cue, row.start + match.start(), row.start + match.end())


def _credits(row: Row) -> Iterator[Mark]:
    """Yield the credits in brackets; few brackets hold a word that every credit has."""
    for start, end in _brackets(row.folded):
        held = row.folded[start:end]
        may_be = _is_owned(held) or held.startswith(PICTURES, 1)
        if may_be and _CREDIT.fullmatch(held) and not _PLAIN.match(row.text, start):
            yield Mark(Kind.CREDIT, "credit in brackets", row.start + start, row.start + end)


PICTURES = (
    "photo",
    "foto",
    "imag",
    "picture",
    "bild",
    "credit",
    "cr\u00e9dit",
    "supplied",
    "handout",
)


def _is_owned(held: str) -> bool:
    """Tell whether brackets hold a mark or a word that stands in every name of an owner."""
    return "/" in held or ":" in held or "getty" in held or "shutter" in held or "ap photo" in held


def _brackets(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of what stands in innermost brackets and may be a credit."""
    for opening, closing in ("()", "[]"):
        start = folded.find(opening)
        while start >= 0:
            following = folded.find(opening, start + 1)
            end = folded.find(closing, start, following if following >= 0 else None) + 1
            if start < end <= start + CREDIT_LENGTH:
                yield start, end
            start = following


_PLAIN = lazy(r".\w+ (?:by|de|von) (?!ar[cq]|la |el )[^\W\d_A-Z\u00c0-\u00dd]")
"""A picture of something, not of somebody: names and agencies have capitals, ``archivo`` none."""
CREDIT_LENGTH = 140  # code points of a credit in brackets: 60 on either side of who owns it


def _worded(text: str) -> bool:
    """Tell whether most characters are letters: words, no drawing or table of codes."""
    return LETTERS * len(text) <= sum(map(str.isalpha, text))


LETTERS = 0.7  # of the characters of a headline: .75 to .85, with its blanks


def _addresses(row: Row) -> Iterator[Mark]:
    """Yield the addresses that stand after a full stop inside a line, in no sentence."""
    for match in _LINK.finditer(row.text):
        before = row.text[max(0, match.start() - 4) : match.start()].rstrip()
        after = row.text[match.end() : match.end() + 4].lstrip()
        if before[-1:] in SENTENCE_ENDS and not after[:1].islower():
            start = row.start + match.start()
            yield Mark(Kind.SOURCE, "bare address", start, row.start + match.end())


SENTENCE_ENDS = frozenset(
    '.!?"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}'
)


def _agencies(row: Row) -> Iterator[Mark]:
    """Yield agencies alone or in brackets at the end, and an agency with its photographer."""
    if not row.folded.isalpha() and _SIGNERS.fullmatch(row.folded):
        yield Mark(Kind.CREDIT, "agency alone", row.start, row.end)
    if row.text[-1] == ")" and (match := _SIGNATURE.search(row.folded)):
        before = row.text[: match.start()]
        if len(before) <= INITIALS and before == before.lower():
            yield Mark(Kind.CREDIT, "agency in brackets", row.start, row.end)
        elif row.words > SIGNATURE_WORDS:  # in shorter lines it is a dateline
            yield Mark(Kind.CREDIT, "agency in brackets", row.start + match.start(), row.end)
    begin = max(0, len(row.text) - PHOTOGRAPHER_LENGTH)
    if row.words > LONG_WORDS or "/" not in row.text[begin:]:
        return
    agency = _PHOTOGRAPHER.search(row.folded, begin)
    if row.words > SIGNATURE_WORDS and (agency or _OUTLET.search(row.text, begin)):
        yield Mark(Kind.CAPTION, "credit at its end", row.start, row.end)
    elif agency:
        yield Mark(Kind.CREDIT, "agency with photographer", row.start, row.end)


def _ends_in_agency(folded: str) -> bool:
    return folded.rpartition(" ")[2].rpartition("/")[2].strip(".)*") in SIGNERS


def _short(row: Row, *, slash: bool) -> Iterator[Mark]:
    text, folded = row.text, row.folded
    if "#" in folded and _ORDINAL.search(folded):
        yield Mark(Kind.COMMENTS, "stamp of a comment", row.start, row.end)
    if when := stamps.cue(row):
        yield Mark(Kind.HEADER, when, row.start, row.end)
    if row.words > stamps.DATE_WORDS:
        return
    if (slash or "www." in folded) and _ADDRESS.fullmatch(_LABELLED.sub("", folded)):
        yield Mark(Kind.SOURCE, "bare address", row.start, row.end)
    if "@" in text and _MAIL.search(text):
        yield Mark(Kind.BYLINE, "mail address", row.start, row.end)


def segments(row: Row) -> list[str]:
    """Return the folded parts of a line cut at bars, arrows and dots, if it has two or more."""
    if row.words > stamps.DATE_WORDS or row.ended or _PARTED_BY.isdisjoint(row.folded):
        return []
    parts = [part.strip() for part in _SEGMENTS.split(row.folded)]
    parts = [part for part in parts if part]
    short = all(len(part.split()) <= SEGMENT_WORDS for part in parts)
    return parts if len(parts) > 1 and short else []


SEGMENT_WORDS = 3  # of a menu entry
