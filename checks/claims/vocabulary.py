"""The words of one language that the grammar of attributions knows.

Nouns are taken apart (``analysts`` -> ``analyst``) only when a text asks for
one: inflecting a lexicon of a thousand costs more than reading a short file.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.clauses import Source
from textassay.checks.claims.morphology import Form, noun_forms, nouns, singulars, verbs
from textassay.frozen import NamedTuple
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_COUNT = 3  # figures; four are mostly a year
_SHORTEST_GUESS = 6  # letters
START = 4  # letters at the start of a noun that no ending changes
_PLAIN = str.maketrans("\u00e1\u00e9\u00ed\u00f3\u00fa", "aeiou")
MOST_REMEMBERED = 20_000  # words, some 2 MB

_KINDS = (
    ("authorities", Source.AUTHORITY),
    ("outlets", Source.OUTLET),
    ("people", Source.COLLECTIVE),
    ("groups", Source.GROUP),
    ("documents", Source.DOCUMENT),
)


class Endings(NamedTuple):
    """Endings of plurals: of people for certain, and of people perhaps."""

    people: tuple[str, ...]
    perhaps: tuple[str, ...]


class Vocabulary:
    """Nouns, verbs and closed classes of a language, from its lexicons.

    Args:
        language: "en" or "es".
        endings: Of nouns for people that no lexicon lists.
    """

    def __init__(self, language: str, endings: Endings) -> None:
        """Read nothing yet."""
        self.language = language
        self._endings = endings
        self._known: dict[str, tuple[Source, int] | None] = {}
        self.words_of: Callable[[str], frozenset[str]] = cache(self._class)
        self.sayings = cache(lambda: verbs(self._file("verbs_of_saying")))
        self.showings = cache(lambda: verbs(self._file("verbs_of_showing")))
        self.judgings = cache(lambda: frozenset(verbs(self._file("verbs_of_judging"))))
        self.human_verbs = cache(lambda: frozenset(verbs(self._file("human_verbs"))))
        self.documents = cache(lambda: frozenset(nouns(self._file("documents"))))
        self._inanimate = cache(lambda: frozenset(entries(__file__, self._file("inanimate"))))
        self._sources = cache(self._read_sources)
        self._starts = cache(self._read_starts)
        self._classes = cache(self._read_classes)

    def source_of(self, word: str) -> tuple[Source, int] | None:
        """Return kind and number of a noun, by lexicon or by ending."""
        if word in self._known:
            return self._known[word]
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        found = self._known[word] = self._source_of(word)
        return found

    def is_guess(self, word: str) -> bool:
        """Tell whether only its ending makes a plural look human: "dockers"."""
        return (
            word.endswith(self._endings.perhaps)
            and len(word) >= _SHORTEST_GUESS
            and self._listed(word) is None
            and word not in self.sayings()
            and word not in self._inanimate()
        )

    def _source_of(self, word: str) -> tuple[Source, int] | None:
        known = self._listed(word)
        if known is not None:
            return known
        if "-" in word:
            return self._listed(word.rpartition("-")[2])
        if word.startswith("ex") and len(word) > _SHORTEST_GUESS:
            former = self._listed(word[2:])
            if former is not None:
                return former
        human = word.endswith(self._endings.people) or self.is_guess(word)
        return (Source.COLLECTIVE, Form.PLURAL) if human else None

    def _listed(self, word: str) -> tuple[Source, int] | None:
        """Return what the lexicons know of a noun, in any of its forms."""
        sources, irregular = self._sources()
        if len(word) > _SHORTEST_GUESS and self._start(word) not in self._starts():
            return None
        for singular in (irregular.get(word, word), *singulars(word, self.language)):
            for kind, plural in sources.get(singular, ()):
                number = noun_forms(self.language, singular, plural).get(word)
                if number is not None:
                    return kind, number
        return None

    def _start(self, word: str) -> str:
        """Return the letters that all forms of a longer noun share, accents aside."""
        return word[:START].translate(_PLAIN)

    def _read_starts(self) -> frozenset[str]:
        sources, irregular = self._sources()
        return frozenset(map(self._start, (*sources, *irregular)))

    def _read_sources(self) -> tuple[dict[str, list[tuple[Source, str]]], dict[str, str]]:
        """Return kinds and irregular plurals by singular, and singulars by such plurals."""
        sources: dict[str, list[tuple[Source, str]]] = {}
        irregular: dict[str, str] = {}
        for name, kind in _KINDS:
            for line in entries(__file__, self._file(name)):
                singular, _, plural = line.partition("/")
                sources.setdefault(singular, []).append((kind, plural))
                if plural:
                    irregular[plural] = singular
        return sources, irregular

    def _class(self, kind: str) -> frozenset[str]:
        return frozenset(self._classes()[kind].split())

    def _read_classes(self) -> dict[str, str]:
        lines = entries(__file__, self._file("function_words"))
        return dict(line.split("\t") for line in lines)

    def _file(self, name: str) -> str:
        return f"{name}.{self.language}.txt"


def is_count(word: str) -> bool:
    """Tell whether a word is a number of people in figures, and no year."""
    return word.isdigit() and len(word) <= _LONGEST_COUNT
