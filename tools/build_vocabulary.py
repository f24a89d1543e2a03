"""Compiles the vocabulary tables of the typo checks: ``checks/typos/lexicon``.

Run by hand, with ``wordfreq==3.1.1 simplemma==2.0.0 chunspell==2.0.5
codespell==2.4.3 marisa-trie`` installed and the npm packages named in ``SOURCES`` unpacked
under one folder::

    python tools/build_vocabulary.py FOLDER [LANGUAGE ...]

Each language gives ``<language>.trie`` (a marisa trie of the words) and
``<language>.values`` (a byte a word, by key: five bits of frequency, three of flags).
``<language>.common`` lists the frequent ones by frequency, ``<language>.grams`` (a trie)
the letters that follow, and that precede, three others in a word that may have been
meant; ``<language>.near`` is a Bloom filter of these words, and ``<language>.plain`` (a
trie) has the forms without their diacritics of words that have some.
English also gets ``en.slips``: known misspellings but ``english_variants.txt``, corrected.
Licences: ``checks/typos/lexicon/LICENSES.txt``.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textassay.checks.typos.vocabulary import Vocabulary

TARGET = Path(__file__).parents[1] / "checks" / "typos" / "lexicon"
SOURCES = {
    "en": ("dictionary-en-4.0.0", "dictionary-en-gb-3.0.0"),
    "es": ("dictionary-es-4.0.0",),
    "fr": ("dictionary-fr-3.0.0",),
    "pt": ("dictionary-pt-4.0.0", "dictionary-pt-pt-2.0.0"),
    "de": (),
    "it": (),
}
VOWEL = re.compile(r"[aeiou\u00e0\u00e8\u00ec\u00f2\u00f9]")
SHORTEST = 3  # letters; the shorter ones are abbreviations
INCOMPLETE = {"it"}  # what the German lists lack are abbreviations and slips ("vorallem")
EXPANDED = {"en", "es", "fr"}  # German compounds and Portuguese clitics do not end
STEP = 4.0  # steps of frequency per unit of the Zipf scale, 31 is the most
COMMON = 3 * STEP  # what may be looked for two edits away
OFTEN = 4 * STEP  # what Italians write so often is a word; rarer ones are names and slips
MUCH_FOREIGN = 0.5 * STEP
ACCENTED = 2.5 * STEP  # of a word whose diacritics may be missing; see accents.COMMON
NAME = 2.75 * STEP  # of a name; see add_names
ABROAD, ABROAD_STEPS = 3, 2.5 * STEP  # other languages, of five, that write a name, and how often
SHORTEST_NAME = 4
MEANT = 1.5 * STEP  # a rarer word is never what was meant; see candidates.RARE
MARKS_PER_WORD = 12  # bits of the filter of words: one string in two hundred passes wrongly
RULE_FIELDS = 5
SHARP_S = "\N{LATIN SMALL LETTER SHARP S}"
LOWER, TITLE, LISTED = 1, 2, 4
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Affix:
    """One rule of a hunspell affix class."""

    strip: str
    add: str
    flags: str
    condition: re.Pattern[str]
    prefix: bool


def affixes(text: str) -> dict[str, list[Affix]]:
    """Return the affix rules of an ``.aff`` file by flag."""
    found: dict[str, list[Affix]] = defaultdict(list)
    for line in text.splitlines():
        parts = line.split()
        if len(parts) < RULE_FIELDS or parts[0] not in {"PFX", "SFX"}:
            continue
        kind, flag, strip, add, condition = parts[:RULE_FIELDS]
        add, _, flags = add.partition("/")
        pattern = f"{condition}$" if kind == "SFX" else condition
        found[flag].append(
            Affix(
                "" if strip == "0" else strip,
                "" if add == "0" else add,
                flags,
                re.compile("" if condition == "." else pattern),
                kind == "PFX",
            )
        )
    return found


def flags_of(text: str, long: bool) -> list[str]:  # noqa: FBT001 - a fact of the file
    """Split the flags of a dictionary entry."""
    return [text[i : i + 2] for i in range(0, len(text), 2)] if long else list(text)


def expand(word: str, flags: list[str], rules: dict[str, list[Affix]]) -> Iterator[str]:
    """Yield the word with each suffix, and those with each prefix."""
    stems = [word]
    stems += [
        word.removesuffix(rule.strip) + rule.add
        for flag in flags
        for rule in rules.get(flag, ())
        if not rule.prefix and word.endswith(rule.strip) and rule.condition.search(word)
    ]
    yield from stems
    for flag in flags:
        for rule in rules.get(flag, ()):
            if rule.prefix and "'" not in rule.add:
                for stem in stems:
                    if stem.startswith(rule.strip) and rule.condition.match(stem):
                        yield rule.add + stem[len(rule.strip) :]


def forms(folder: Path) -> Iterator[str]:
    """Yield every form that a hunspell dictionary spells out."""
    aff = (folder / "index.aff").read_text(encoding="utf-8")
    rules = affixes(aff)
    long = "FLAG long" in aff
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        entry = line.split()[0] if line.split() else ""
        word, _, flags = entry.partition("/")
        if word:
            yield from expand(word, flags_of(flags, long), rules)


def lemmatised(language: str) -> set[str]:
    """Return the forms that simplemma can lemmatise."""
    from simplemma.strategies.dictionaries.dictionary_factory import _load_dictionary_from_disk

    return {form.decode("utf-8") for form in _load_dictionary_from_disk(language)}


def regular(language: str, words: Iterable[str]) -> set[str]:
    """Return Italian abstract nouns, which simplemma leaves to a rule."""
    ending = "t\N{LATIN SMALL LETTER A WITH GRAVE}"
    return {word for word in words if language == "it" and word.endswith(ending)}


def readers(folder: Path, language: str) -> list[Any]:
    """Return the hunspell readers of the language's dictionaries."""
    from hunspell import Hunspell

    return [Hunspell("index", hunspell_data_dir=str(folder / n)) for n in SOURCES[language]]


def flags(word: str, dictionaries: list[Any], listed: set[str]) -> int:
    """Return the flags of a lower-case word."""
    title = word[:1].upper() + word[1:]
    if not dictionaries:
        known = word in listed, title in listed
    else:
        known = tuple(any(d.spell(form) for d in dictionaries) for form in (word, title))
    return LOWER * known[0] | TITLE * known[1] | LISTED * (word in listed or title in listed)


def rows(folder: Path, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield word, frequency step and flags of every word worth keeping."""
    from wordfreq import get_frequency_dict

    frequencies = {
        word: min(31, max(1, round((math.log10(value) + 9) * STEP)))
        for word, value in get_frequency_dict(language, "best").items()
    }
    listed = lemmatised(language) | regular(language, frequencies)
    universe = set(frequencies) | {word.lower() for word in listed}
    if language in EXPANDED:
        for name in SOURCES[language]:
            universe.update(word.lower() for word in forms(folder / name))
    dictionaries = readers(folder, language)
    for word in sorted(universe):
        if _WORD.fullmatch(word) is None:
            continue
        mark = flags(word, dictionaries, listed)
        # simplemma's lists also hold wiki noise: where a dictionary speaks it decides
        if word in frequencies or mark & (LOWER | TITLE):
            yield word, frequencies.get(word.replace(SHARP_S, "ss"), 0), mark  # wordfreq folds it


def write(language: str, table: Iterable[tuple[str, int, int]]) -> None:
    """Write the two files of a language."""
    from marisa_trie import Trie

    values = {word: (frequency, mark) for word, frequency, mark in table}
    trie = Trie(values)
    flat = bytearray(len(trie))
    for word, (frequency, mark) in values.items():
        flat[trie[word]] = frequency << 3 | mark
    TARGET.mkdir(exist_ok=True)
    trie.save(str(TARGET / f"{language}.trie"))
    (TARGET / f"{language}.values").write_bytes(flat)
    sys.stdout.write(f"{language}: {len(trie):,} words\n")


def _rows(language: str) -> Iterator[tuple[str, int, int]]:
    """Yield word, frequency step and flags, from the tables."""
    from marisa_trie import Trie

    words = Trie()
    words.load(str(TARGET / f"{language}.trie"))
    values = (TARGET / f"{language}.values").read_bytes()
    for word, key in words.items():
        yield word, values[key] >> 3, values[key] & 7


def complete(language: str) -> None:
    """Take what is written often for words, where the lists of inflected forms lack them.

    The Italian one has no word that has one form: "due", "sempre", "inoltre".
    Foreign words, and forms that lack the diacritics of a frequent one, are left out.
    """
    from textassay.checks.typos.spelling import accented

    own, tables = _tables(language)
    marked = []
    for word, steps, mark in list(_rows(language)):
        if mark or steps < OFTEN or len(word) < SHORTEST:
            continue
        if not word.isalpha() or not VOWEL.search(word):
            continue
        elsewhere = max(table.zipf(word) for table in tables.values()) * STEP
        twins = [own.entry(twin) for twin in accented(word, language)]
        better = any(mark & LOWER or zipf * STEP > steps for zipf, mark in twins)
        if elsewhere <= steps + MUCH_FOREIGN and not better:
            marked.append(word)
    _mark(language, marked, LOWER)
    sys.stdout.write(f"{language}: {len(marked):,} frequent words that the lists lack\n")


def inflect(language: str) -> None:
    """Take for words the adverbs and the verbs with pronouns that a rule makes of a known word.

    The Italian list of inflected forms has neither "minimamente" nor "dandogli".
    """
    from textassay.checks.typos.morphology import adverb, with_object

    own, _ = _tables(language)
    unlisted = [word for word, steps, mark in _rows(language) if not mark and steps >= MEANT]
    _mark(
        language, [word for word in unlisted if adverb(own, word) or with_object(own, word)], LOWER
    )


def add_names(language: str) -> None:
    """Take for names what most languages write and no dictionary of any has as a small word.

    Slips and words of one language are not written in four; a form with better
    known diacritics, and a listed misspelling, are no names either.
    """
    from textassay.checks.typos.spelling import accented
    from textassay.checks.typos.vocabulary import known_slip

    own, tables = _tables(language)
    marked = []
    for word, steps, mark in list(_rows(language)):
        if mark or steps < NAME or len(word) < SHORTEST_NAME or not word.isalpha():
            continue
        abroad = [table.entry(word) for table in tables.values()]
        often = sum(zipf * STEP >= ABROAD_STEPS for zipf, _ in abroad)
        if often < ABROAD or any(LOWER & flags for _, flags in abroad) or known_slip("en", word):
            continue
        twins = [own.entry(twin) for twin in accented(word, language)]
        if VOWEL.search(word) and not any(
            LOWER & flags or zipf * STEP > steps for zipf, flags in twins
        ):
            marked.append(word)
    _mark(language, marked, TITLE)
    sys.stdout.write(f"{language}: {len(marked):,} names that the dictionaries lack\n")


def _tables(language: str) -> tuple[Vocabulary, dict[str, Vocabulary]]:
    """Return the table of a language, and those of the others."""
    from textassay.checks.typos.vocabulary import LANGUAGES, vocabulary

    tables = {code: table for code in LANGUAGES if (table := vocabulary(code)) is not None}
    return tables.pop(language), tables


def _mark(language: str, marked: list[str], flag: int) -> None:
    """Set a flag of words in the table of a language."""
    from marisa_trie import Trie

    words = Trie()
    words.load(str(TARGET / f"{language}.trie"))
    values = bytearray((TARGET / f"{language}.values").read_bytes())
    for word in marked:
        values[words[word]] |= flag
    (TARGET / f"{language}.values").write_bytes(values)


def write_common(language: str) -> None:
    """Write the small frequent words, a line a step and first letter, the most frequent first."""
    rows: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word, steps, mark in _rows(language):
        if steps >= COMMON and mark & LOWER:
            rows[-steps, word[0]].append(word)
    lines = (" ".join((str(-row[0]), *sorted(rows[row]))) for row in sorted(rows))
    (TARGET / f"{language}.common").write_text("\n".join(lines), encoding="utf-8")


def write_plain(language: str) -> None:
    """Write what is left of words that have diacritics when these are lost."""
    from marisa_trie import Trie

    from textassay.checks.typos.spelling import plain

    found = {
        plain(word)
        for word, steps, mark in _rows(language)
        if steps >= ACCENTED and mark & LOWER and not word.isascii()
    }
    Trie(word for word in found if word.isascii()).save(str(TARGET / f"{language}.plain"))


def _meant(language: str) -> Iterator[str]:
    """Yield the words that may have been meant, from the tables."""
    for word, steps, mark in _rows(language):
        if steps >= MEANT and mark:
            yield word


def write_grams(language: str) -> None:
    """Write which letters stand after (">abc") and before ("<abc") three others."""
    from marisa_trie import Trie

    beside: dict[str, set[str]] = defaultdict(set)
    for word in _meant(language):
        bounded = f"^{word}$"
        for first in range(len(bounded) - 3):
            a, b, c, d = bounded[first : first + 4]
            beside[f">{a}{b}{c}"].add(d)
            beside[f"<{b}{c}{d}"].add(a)
    rows = Trie(f"{three}{''.join(sorted(letters))}" for three, letters in beside.items())
    rows.save(str(TARGET / f"{language}.grams"))
    sys.stdout.write(f"{language}: {len(rows):,} groups of letters\n")


def write_near(language: str) -> None:
    """Write the filter of the words that may have been meant."""
    import numpy as np

    from textassay.checks.typos.together import LETTERS, LONGEST, MARKS, mark, numbers

    meant = [
        word for word in _meant(language) if len(word) <= LONGEST and max(map(ord, word)) < LETTERS
    ]
    size = math.ceil(math.log2(len(meant) * MARKS_PER_WORD))
    values = numbers(meant)
    marks = np.zeros(1 << size, np.uint8)
    for number in range(MARKS):
        marks[mark(values, size, number)] = 1
    np.packbits(marks).tofile(TARGET / f"{language}.near")
    sys.stdout.write(f"{language}: {len(meant):,} words that may be meant\n")


def write_slips() -> None:
    """Write the English misspellings that no dictionary has as words."""
    import codespell_lib
    from marisa_trie import Trie

    words = Trie()
    words.load(str(TARGET / "en.trie"))
    values = (TARGET / "en.values").read_bytes()
    source = Path(codespell_lib.__file__).parent / "data" / "dictionary.txt"
    variants = frozenset((TARGET / "english_variants.txt").read_text(encoding="utf-8").split("\n"))
    pairs = []
    for line in source.read_text(encoding="utf-8").splitlines():
        slip, _, right = line.lower().partition("->")
        right = right.partition(",")[0].strip()
        known = slip in variants or (slip in words and values[words[slip]] & (LOWER | TITLE))
        if _WORD.fullmatch(slip) and right and not known:
            pairs.append(f"{slip}\t{right}")
    Trie(pairs).save(str(TARGET / "en.slips"))
    sys.stdout.write(f"slips: {len(pairs):,}\n")


def main(arguments: list[str]) -> None:
    """Compile the named languages, or all."""
    folder = Path(arguments[0])
    for language in arguments[1:] or SOURCES:
        write(language, rows(folder, language))
    for language in arguments[1:] or SOURCES:
        if language in INCOMPLETE:
            complete(language)
            inflect(language)
    write_slips()
    for language in arguments[1:] or SOURCES:
        add_names(language)
        write_common(language)
        write_grams(language)
        write_near(language)
        write_plain(language)


if __name__ == "__main__":
    main(sys.argv[1:])
