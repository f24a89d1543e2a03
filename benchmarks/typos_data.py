"""Labelled texts for the typo checks: loading, splitting, injecting errors.

The texts are other people's and stay outside of the repository: give their
folder in ``TEXTASSAY_DATA``. A record is held out by a hash of its id.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from textassay.checks.typos.spelling import ALPHABETS, plain
from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.model import Record
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(os.environ.get("TEXTASSAY_DATA", "data"))
HELD_OUT = 3  # one record in three
WORDS_PER_ERROR = 60
MERGED = 0.1
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True, slots=True)
class Error:
    """A marked error: where, what it should be, and of which kind."""

    start: int
    end: int
    right: str
    kind: str


@dataclass(frozen=True, slots=True)
class Text:
    """A labelled text; ``complete`` means that every error is marked."""

    id: str
    set: str
    language: str
    text: str
    errors: tuple[Error, ...]
    complete: bool

    @property
    def held_out(self) -> bool:
        """The text is scored, never looked at."""
        return blake2b(self.id.encode(), digest_size=4).digest()[0] % HELD_OUT == 0

    def document(self) -> Document:
        """Return the text as a document of a declared language."""
        return Document(Record(self.id, f"{self.id}.txt", self.text, language=self.language))


def marked() -> Iterator[Text]:
    """Yield the texts with marked errors."""
    for name in ("typos_dev.jsonl.gz", "clean_sentences.jsonl.gz"):
        with gzip.open(FOLDER / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield Text(
                    row["id"],
                    row["set"],
                    row["lang"],
                    row["text"],
                    tuple(
                        Error(e["start"], e["end"], e.get("right") or "", e.get("type") or "spell")
                        for e in row["errors"]
                    ),
                    "inj" in row["set"],
                )


def manuals(folder: Path, language: str, limit: int) -> Iterator[Text]:
    """Yield published prose without marked errors."""
    for path in sorted((folder / language).glob("*.txt"))[:limit]:
        text = path.read_text(encoding="utf-8")
        yield Text(
            f"{language}-{path.stem}", f"manual_{language}", language, text, (), complete=False
        )


def injected(text: Text, seed: int = 11, words_per_error: int = WORDS_PER_ERROR) -> Text:
    """Return a clean text with slips of the keyboard put in, every one marked."""
    random_ = random.Random(f"{seed}{text.id}")  # noqa: S311 - repeatable, not secret
    document = text.document()
    pieces, errors, stop, length = [], [], 0, 0
    spans = document.word_spans
    for index, (word, (start, end)) in enumerate(zip(document.words, spans, strict=True)):
        if (
            start < stop
            or len(word) < 4
            or not word.isalpha()
            or random_.random() > 1 / words_per_error
        ):
            continue
        slip, kind = _slip(word, text.language, random_)
        after = document.words[index + 1] if index + 1 < len(spans) else ""
        if random_.random() < MERGED and after.islower() and spans[index + 1][0] == end + 1:
            slip, kind, end = word + after, "merged", spans[index + 1][1]  # noqa: PLW2901
            word = f"{word} {after}"  # noqa: PLW2901
        if slip is None:
            continue
        pieces += [text.text[stop:start], slip]
        length += start - stop
        errors.append(
            Error(length, length + len(slip), word, _kind(slip, word, kind, text.language))
        )
        length += len(slip)
        stop = end
    pieces.append(text.text[stop:])
    return replace(
        text, text="".join(pieces), errors=tuple(errors), complete=True, set=f"{text.set}_inj"
    )


def _slip(word: str, language: str, random_: random.Random) -> tuple[str | None, str]:
    place = random_.randrange(1, len(word)) if random_.random() < 0.9 else 0
    char = word[place]
    draw = random_.random()
    if not word.isascii() and draw < 0.3:
        made, kind = plain(word.lower()) if word.islower() else plain(word), "accent"
    elif draw < 0.45:
        made, kind = word[:place] + word[place + 1 :], "lost"
    elif draw < 0.65:
        made, kind = word[:place] + _key(char, language, random_) + word[place + 1 :], "wrong"
    elif draw < 0.82 and place + 1 < len(word):
        made, kind = word[:place] + word[place + 1] + char + word[place + 2 :], "swapped"
    else:
        extra = char.lower() if random_.random() < 0.5 else _key(char, language, random_)
        made, kind = word[: place + 1] + extra + word[place + 1 :], "extra"
    return (None, "") if made.lower() == word.lower() or len(made) < 3 else (made, kind)


def _key(char: str, language: str, random_: random.Random) -> str:
    for row in KEYS:
        at = row.find(char.lower())
        if at >= 0 and random_.random() < 0.7:
            near = row[max(0, at - 1) : at] + row[at + 1 : at + 2]
            return random_.choice(near)
    return random_.choice(ALPHABETS[language][:26])


def _kind(slip: str, word: str, kind: str, language: str) -> str:
    words = vocabulary(language)
    if words and words.valid(slip):
        return "real"
    if words and word[0].isupper() and not words.flags(word.lower()) & LOWER:
        return "name"
    return kind
