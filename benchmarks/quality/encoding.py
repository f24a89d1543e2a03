"""Precision and recall of each encoding check, by injecting its defect.

    python benchmarks/quality/encoding.py SENTENCES.jsonl.gz > rows.jsonl

Input: edited sentences, one JSON object a line with ``lang`` and ``text``.
Records of a few sentences are made; in a third of the sentences one defect is
injected where a slip of a program or of a hand would put it. A finding of
level error or warning is right when it overlaps an injected defect. Output:
rows of ``docs/quality.jsonl``: code, language, precision, recall, n, source.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = "defects injected into edited sentences (UD Parallel treebanks)"
SENTENCES = 4  # of a record
SHARE = 0.34  # of the sentences are damaged
Injected = tuple[str, int, int]
Injector = Callable[[str, random.Random], "Injected | None"]


def _after(text: str, match: re.Match[str], written: str) -> Injected:
    """Replace a match and return the text with the span of what is new."""
    start, end = match.span()
    return text[:start] + written + text[end:], start, start + max(1, len(written))


def _replacing(pattern: str, make: Callable[[re.Match[str]], str]) -> Injector:
    def inject(text: str, chance: random.Random) -> Injected | None:
        found = list(re.finditer(pattern, text))
        if not found:
            return None
        match = chance.choice(found)
        written = make(match)
        return None if written == match.group() else _after(text, match, written)

    return inject


SMALL = r"[^\W\d_A-Z\u00c0-\u00de]"
TWINS = {ord("a"): 0x430, ord("e"): 0x435, ord("o"): 0x43E}  # Cyrillic letters that look alike


def _misread(match: re.Match[str]) -> str:
    return match.group().encode().decode("cp1252", "replace").replace("\ufffd", "\u008d")


def _unclosed(text: str, chance: random.Random) -> Injected | None:
    """Take the closing mark of a quotation; either end of it may be blamed."""
    found = list(re.finditer(r"(?<=[a-z])(?:[\u201d\u00bb\"]| \u00bb)(?=[ ,.])", text))
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + text[match.end() :], 0, len(text) - 1


INJECTORS: dict[str, Injector] = {
    "ENC001": _replacing(r"(?<=[a-z])[\u00c0-\u00ff](?=[a-z])", lambda _: "\ufffd"),
    "ENC002": _replacing(r"[\u00c0-\u00ff\u2018-\u201d]+", _misread),
    "ENC003": _replacing(r"(?<=[a-z])[\u00c0-\u00ff\u2019](?=[a-z])", lambda _: "?"),
    "ENC004": _replacing(r"(?<=[a-z])(?=[a-z])", lambda _: "\x92"),
    "ENC005": _replacing(r"(?<=[a-z])(?=[a-z])", lambda _: "\u200b"),
    "ENC008": _replacing(r"(?<= )(?=[a-z])", lambda _: "\ufeff"),
    "ENC009": _replacing(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: "\u00ad"),
    "ENC011": _replacing(r"(?<=[a-z]) (?=[a-z])", lambda _: "  "),
    "ENC012": _replacing(r"(?<=[a-z])[,.](?= |$)", lambda match: " " + match.group()),
    "ENC013": _replacing(rf"(?<={SMALL}{{2}}), (?={SMALL}{{2}})", lambda _: ","),
    "ENC014": _replacing(r"(?<=[a-z]),(?= )|(?<=[a-z])\.$", lambda match: 2 * match.group()),
    "ENC015": _unclosed,
    "ENC016": _replacing(r"(?<=[a-z])\u201d(?=[ ,.])", lambda _: '"'),
    "ENC017": _replacing(
        r"[\u00c0-\u00ff]",
        lambda match: match.group().encode("ascii", "xmlcharrefreplace").decode(),
    ),
    "ENC018": _replacing(
        r"(?<=[a-z])[\u00c0-\u00ff]", lambda match: f"\\u{ord(match.group()):04x}"
    ),
    "ENC019": _replacing(rf"(?<= ){SMALL}{{4,}}(?= )", lambda match: f"<b>{match.group()}</b>"),
    "ENC021": _replacing(rf"(?<= ){SMALL}{{4,}}(?= )", lambda match: f"**{match.group()}**"),
    "ENC022": _replacing(
        r"[\u00c0-\u00ff]", lambda match: unicodedata.normalize("NFD", match.group())
    ),
    "ENC023": _replacing(r"(?<=[a-z])[aeo](?=[a-z])", lambda match: match.group().translate(TWINS)),
    "ENC024": _replacing(r"fi|fl", lambda match: {"fi": "\ufb01", "fl": "\ufb02"}[match.group()]),
    "ENC025": _replacing(
        r"(?<= )(?:the|of|in|de|la|en|der|die|les|des|di|que|und|da) (?=[A-Z])",
        lambda match: match.group().strip(),
    ),
}


def records(
    rows: list[str], inject: Injector, chance: random.Random
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield records with the spans of the injected defects."""
    for first in range(0, len(rows), SENTENCES):
        pieces, spans, position = [], [], 0
        for row in rows[first : first + SENTENCES]:
            done = inject(row, chance) if chance.random() < SHARE else None
            text = row
            if done:
                text, start, end = done
                spans.append((position + start, position + end))
            pieces.append(text)
            position += len(text) + 1
        yield "\n".join(pieces), spans


def measure(code: str, language: str, rows: list[str]) -> dict[str, object] | None:
    """Return the row of one check in one language."""
    checks = [check for check in registry.builtin() if check.code == code]
    chance = random.Random(f"{code} {language}")  # noqa: S311 - a fixed draw
    tally: Counter[str] = Counter()
    for text, spans in records(rows, INJECTORS[code], chance):
        found = [
            (finding.start, finding.end)
            for finding in inspect(
                Document(Record(id="r", path="r.txt", text=text, language=language)), checks
            )
            if finding.severity != "info"
        ]
        tally["injected"] += len(spans)
        tally["hit"] += sum(any(a < d and c < b for c, d in found) for a, b in spans)
        tally["found"] += len(found)
        tally["right"] += sum(any(a <= d and c <= b for a, b in spans) for c, d in found)
    if not tally["injected"]:
        return None
    return {
        "code": code,
        "language": language,
        "precision": round(tally["right"] / max(1, tally["found"]), 3),
        "recall": round(tally["hit"] / tally["injected"], 3),
        "n": tally["injected"],
        "source": SOURCE,
    }


def rows(path: Path | str) -> Iterator[dict[str, object]]:
    """Yield the rows for all checks and languages."""
    sentences = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            sentences[row["lang"]].append(row["text"])
    for code in INJECTORS:
        for language, texts in sorted(sentences.items()):
            row = measure(code, language, texts)
            if row:
                yield row


if __name__ == "__main__":
    for item in rows(sys.argv[1]):
        print(json.dumps(item, ensure_ascii=False))
