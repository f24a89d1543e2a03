"""One name is spelt in two ways in one record."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from textassay.checks.typos.forms import Question
from textassay.checks.typos.known import bare, capitalised
from textassay.checks.typos.spelling import ALPHABETS, plain
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, foreign, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, RelatedSpan, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from textassay.checks.typos.unknown import Unknown
    from textassay.contract import Context
    from textassay.text.document import Document

_ACUTE = str.maketrans("\u00e1\u00e9\u00ed\u00f3\u00fa\u00c1\u00c9\u00cd\u00d3\u00da", "aeiouAEIOU")
SHORT_NAME = 4  # letters of a name whose accent alone differs
MOST_PAIRS = 12  # of one record; a list of a thousand names has as many
SHORTEST = 6  # in shorter names one letter makes another name ("Moran", "Morán", "Morin")
SLIP = 5  # letters of a form that no language has, beside a name that all know ("Gogle")
FAMOUS = 2.5  # Zipf of a name that no dictionary has, but the record repeats ("Hercules")
UNHEARD = 0.5  # Zipf in other languages of such a form
SAME = 2  # letters that two names one slip apart share at one end, at the least
FOREIGN = 3.5  # Zipf in another language: its own word ("Script" beside "Skript")
_SCRIPT = ({"i", "y"}, {"k", "c"}, {"v", "w"}, {"s", "z"}, {"c", "s"}, {"j", "y"}, {"j", "i"})


@check(
    code="TYP012",
    name="name-spelt-two-ways",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=LANGUAGES,
    fix="unsafe",
)
def name_spelt_two_ways(document: Document, _context: Context) -> Iterator[Hit]:
    """One name is spelt in two ways in one record.

    ## What it finds
    "Yuganskneftegas" beside "Yuganksneftegas"; "Yuri" and "Yury" Ushakov;
    in Spanish and Portuguese one full name with its accent and without.

    ## Why it matters
    The name becomes two people in an index.

    ## How it decides
    Two capitalised words that no dictionary has, six letters and more, one
    letter added, lost, changed or two swapped, where neither is the other with
    an ending. A remark where the letters are those of transliteration (i and y,
    k and c, an h more), or of letters with marks; a warning otherwise. A form of five
    letters that no language has counts beside a longer name that all know ("Gogle").

    ## Known mistakes
    Two people whose names differ by a letter; a name and its adjective. A record with
    more than a dozen such pairs is a list of names, and none of them is reported.

    ## Options
    None.
    """
    yield from _without_accent(document)
    places: dict[str, Unknown] = {}
    for word in unknown_words(document, _NAMES):
        places.setdefault(word.text, word)
    if not places or not _any_near(places, document.vocabulary):
        return
    places = {
        name: word
        for name, word in places.items()
        if foreign(word.language, word.lowered) < (FOREIGN if len(name) >= SHORTEST else UNHEARD)
    }
    counts: Counter[str] = Counter()
    for written, times in Counter(document.words).items():
        if written[0].isupper():
            counts[bare(written)] += times
    usual_names = [name for name in counts if name in places or _well_known(document, name, counts)]
    found = [
        (rare, usual)
        for rare, usual in _pairs(list(places), usual_names, counts)
        if min(len(rare), len(usual)) >= SHORTEST or _famous(document, usual)
    ]
    for rare, usual in found if len(found) <= MOST_PAIRS else ():
        word = places[rare]
        proven = _plain_difference(document, rare, usual) and not _transliterated(rare, usual)
        lead = max(0, word.start - STREET)
        proven = proven and _STREET.search(document.text, lead, word.start) is None
        other = document.text.find(usual)
        yield Hit(
            word.start,
            word.end,
            f"Name spelt two ways: {rare} and {usual}.",
            evidence={"rule": "two names, one edit", "times": [counts[rare], counts[usual]]},
            suggestion=usual if counts[usual] > counts[rare] else None,
            edits=(Edit(word.start, word.end, usual),) if counts[usual] > counts[rare] else (),
            related=(RelatedSpan(other, other + len(usual)),),
            severity=Severity.WARNING if proven else Severity.INFO,
        )


_STREET = lazy(r"\b(?:c/|calle|avda\.|avenida|plaza|street)(?:\s+de)?\s+\Z", re.IGNORECASE)
"""Before a name that is a street's: of another than the record is about."""
STREET = 16  # code points of "avenida de " before a name


def _without_accent(document: Document) -> Iterator[Hit]:
    """Yield Spanish and Portuguese names that the record also writes with their accent.

    Only after the same first name: "Javier Ordonez" may be another than Ana Ordonez.
    """
    if document.language.code not in {"es", "pt"}:
        return
    accented = {
        bare_name: word
        for word in sorted(word for word in document.vocabulary if not word.isascii())
        if len(word) >= SHORT_NAME
        and word[0].isupper()
        and (bare_name := word.translate(_ACUTE)) != word
    }
    doubtful = {name: right for name, right in accented.items() if name in document.vocabulary}
    if not doubtful:
        return
    words = document.words
    wanted = {*doubtful, *doubtful.values()}
    places = [index for index, word in enumerate(words) if word in wanted]
    times = Counter(words[index] for index in places)
    full = {(words[index - 1], words[index]) for index in places if index}
    for index in places:
        name, first = words[index], words[index - 1]
        right = doubtful.get(name)
        if right is None or not index or not first[0].isupper() or first == right:
            continue
        # The rarer form is hardly the right one.
        if times[right] < times[name] or (first, right) not in full:
            continue
        start, end = document.word_spans[index]
        if document.text[start - 1] != " " or document.word_spans[index - 1][1] != start - 1:
            continue
        yield Hit(
            start,
            end,
            f"Name spelt two ways: {name} and {right}.",
            evidence={"rule": "one name with its accent and without", "first name": first},
            suggestion=right,
            edits=(Edit(start, end, right),),
            severity=Severity.WARNING,
        )


def _may_be_name(_: str, written: str) -> bool:
    body = bare(written)
    shouted = any(a == b == c for a, b, c in zip(body, body[1:], body[2:], strict=False))
    return len(body) >= SLIP and capitalised(body) and not shouted  # "Fueeego"


_NAMES = Question(_may_be_name)


def _any_near(names: Collection[str], written: Iterable[str]) -> bool:
    """Tell whether a name is one slip from any word with a capital: most records have none."""
    letters = {name[0] for name in names}
    by_letter: dict[str, set[str]] = {}
    for word in written:
        if word[0] in letters and len(word) >= SHORTEST:
            by_letter.setdefault(word[0], set()).add(bare(word))
    return any(
        _near(name, other)
        for name in names
        for other in by_letter.get(name[0], ())
        if name[:SAME] == other[:SAME] or name[-SAME:] == other[-SAME:]
    )


def _near(name: str, other: str) -> bool:
    return abs(len(name) - len(other)) <= 1 and _one_edit(name, other) and _slip(name, other)


def _well_known(document: Document, name: str, counts: Counter[str]) -> bool:
    """Tell whether a dictionary has the word as a name only, and the record repeats it."""
    if len(name) < SHORTEST or counts[name] < 2:  # noqa: PLR2004 - repeated
        return False
    words = vocabulary(document.language.code)
    zipf, flags = words.entry(name.lower()) if words else (0.0, 0)
    return (bool(flags) or zipf >= FAMOUS) and not flags & LOWER


def _famous(document: Document, name: str) -> bool:
    """Tell whether a longer name is one that all know."""
    words = vocabulary(document.language.code)
    return len(name) > SLIP and words is not None and words.zipf(name.lower()) >= FOREIGN


def _plain_difference(document: Document, name: str, other: str) -> bool:
    """Tell whether the names have letters of the language and differ in none with a mark."""
    own = {*name.lower(), *other.lower()} <= {*ALPHABETS[document.language.code]}
    return own and "".join({*name} ^ {*other}).isascii()


def _transliterated(name: str, other: str) -> bool:
    """Tell whether the difference is one of script: i and y, k and c, an h more ("Kronshtadt")."""
    if len(name) != len(other):
        short, long = sorted((name, other), key=len)
        at = next((at for at, letter in enumerate(short) if long[at] != letter), len(short))
        beside_y = not {"i", "y"}.isdisjoint((long[at - 1], *long[at + 1 : at + 2]))
        return long[at] == "h" or (long[at] in "ijy" and beside_y)
    pairs = [{a, b} for a, b in zip(name, other, strict=True) if a != b]
    return any(pair in _SCRIPT for pair in pairs)


def _pairs(
    names: list[str], usual_names: list[str], counts: Counter[str]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of a rarer and a more usual name that differ by one slip."""
    if len(usual_names) < 2:  # noqa: PLR2004 - a pair
        return
    by_letter: dict[str, list[str]] = {}
    for name in usual_names:
        by_letter.setdefault(name[0], []).append(name)
    for name in names:
        for other in by_letter.get(name[0], ()):
            if (counts[name], other) > (counts[other], name):
                continue  # each pair once, the rarer first
            if _near(name, other):
                yield name, other


def _one_edit(name: str, other: str) -> bool:
    """Tell whether one letter is added, lost or changed, or two are swapped."""
    pairs = enumerate(zip(name, other, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(name), len(other)))
    left, right = name[same:], other[same:]
    if left[1:] == right[1:] or left[1:] == right or left == right[1:]:
        return left != right
    return left[:2] == right[1::-1] and left[2:] == right[2:]


def _slip(name: str, other: str) -> bool:
    """Tell whether the difference is no inflection and no accent."""
    short, long = sorted((name, other), key=len)
    if plain(name.lower()) == plain(other.lower()):
        return False
    if len(short) != len(long):
        return not long.startswith(short)
    return name[:-1] != other[:-1]


EXAMPLES = (
    Bad(
        "Kowalchyk spoke first. Kowalchyk is a member. Then Kowalchyk left. Kowlachyk came back.",
        span="Kowlachyk",
        fix="Kowalchyk",
        language="en",
    ),
    Bad(
        "Minister Brnovich spoke. Later Brnowich left.",
        span="Brnowich",
        language="en",
    ),
    Good("Kowalchyk spoke. The Kowalchyks left.", language="en"),
    Good("Hansen met Jansen and Jensen.", language="en"),
)
