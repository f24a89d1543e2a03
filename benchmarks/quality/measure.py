"""Measures every check that can be measured, and writes docs/quality.jsonl.

    make quality
    TEXTASSAY_DATA=FOLDER make quality

Without ``TEXTASSAY_DATA`` the defects are put into our own clean seeds, and
the annotated seeds are scored. With it the labelled sets of other people in
that folder are measured too; they are not part of the project, so rows of
sets that are not at hand are kept as they are, with their date.

A row: ``code, language, precision, recall, n, flagged, error_precision,
errors, source, date``; ``n`` counts the defects that were there, ``flagged``
the findings of level error or warning, ``errors`` those of level error. What
the reports show of each check is written beside them, see
``textassay/report/measured.py``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.append(str(Path(__file__).parents[1]))

import boilerplate
import claims
import damage
import encoding
import typos
from injection import Row, by_sentence, measure, row
from score import overlaps

from textassay import registry
from textassay.engine.local import Judged, assay
from textassay.engine.settings import Settings
from textassay.model import CATEGORIES, Finding, Record
from textassay.read import ReadSettings, read
from textassay.report.measured import SUMMARY, summarized
from textassay.text.document import Document
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
QUALITY = ROOT / "docs" / "quality.jsonl"
SEEDS = ROOT / "seeds"
OWN = "defects put into our clean seeds"
EDITED = "defects put into edited sentences (UD Parallel treebanks)"
PREFIXES = {name: prefix for prefix, name in CATEGORIES.items()}
Tallies = defaultdict[tuple[str, str], Counter[str]]
RECORD = 12  # sentences of a record where copies are put in
DATES = 200


def own_sentences() -> dict[str, list[str]]:
    """Return the sentences of our clean seeds by language."""
    found = defaultdict(list)
    for item in read([str(SEEDS / "clean")], ReadSettings()):
        if isinstance(item, Record):
            document = Document(item)
            for sentence in document.sentences:
                text = item.text[sentence.start : sentence.end].strip()
                if len(text.split()) > 4:
                    found[document.language.code].append(text.replace("\n", " "))
    return dict(found)


def edited_sentences(folder: Path) -> dict[str, list[str]]:
    """Return the edited sentences of a folder of labelled sets by language.

    Those that have an error of their own, as somebody who read them saw, are no clean text.
    """
    found = defaultdict(list)
    flawed = frozenset(entries(__file__, "flawed.txt"))
    with gzip.open(folder / "clean_sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if hashlib.sha256(item["text"].encode()).hexdigest()[:16] not in flawed:
                found[item["lang"]].append(item["text"])
    return dict(found)


def injected(sentences: dict[str, list[str]], source: str) -> Iterator[Row | None]:
    """Yield the rows of the checks whose defects can be put into clean sentences."""
    for language, rows in sorted(sentences.items()):
        for code, inject in {**encoding.INJECTORS, **damage.words(language)}.items():
            chance = random.Random(f"{code} {language}")  # noqa: S311 - a fixed draw
            yield measure(code, language, by_sentence(rows, inject, chance), source)
        yield from copied(language, rows, source)
    for language in ("en", "es"):
        yield measure("CLM012", language, damage.dated(language, DATES), "written dates")


def copied(language: str, rows: list[str], source: str) -> Iterator[Row | None]:
    """Yield the rows of the checks for copies, within a record and across."""
    texts = [rows[first : first + RECORD] for first in range(0, len(rows), RECORD)]
    chance = random.Random(language)  # noqa: S311 - a fixed draw
    yield measure("DUP001", language, damage.repeated(texts, chance), source)
    yield measure("DUP002", language, damage.repeated(texts, chance, damage.altered), source)
    for code, kept in (("DUP006", 1.0), ("DUP007", 0.9)):
        corpus = damage.copied_records(texts, chance, kept=kept)
        yield measure(code, language, corpus, source, together=True)


def annotated(records: Path, gold: Path, source: str) -> Iterator[Row]:
    """Yield the precision of each check on annotated records, and of each class with its recall."""
    marks = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        marks[Path(mark["doc"]).stem].append(mark)
    tallies: Tallies = defaultdict(Counter)
    for judged in assay(read([str(records)], ReadSettings()), Settings()):
        if isinstance(judged, Judged):
            _score(judged, marks[Path(judged.record.path).stem], tallies)
    yield from rows_of(tallies, source)


def _score(judged: Judged, marks: list[dict[str, Any]], tallies: Tallies) -> None:
    found = [
        {"start": finding.start, "end": finding.end, "finding": finding}
        for finding in judged.findings
        if finding.severity != "info"
    ]
    for span in found:
        finding = span["finding"]
        right = any(overlaps(span, mark) and fits(finding, mark) for mark in marks)
        for name in (finding.code, finding.code[:3]):
            count(tallies[name, judged.language], right=right, error=finding.severity == "error")
    for mark in marks:
        if mark["severity"] != "info":
            hit = any(overlaps(span, mark) and fits(span["finding"], mark) for span in found)
            tallies[PREFIXES[mark["label"]], judged.language].update(n=1, hit=hit)


def fits(finding: Finding, mark: dict[str, Any]) -> bool:
    """Tell whether a mark is of the class of a finding."""
    return finding.category in (mark["label"], *(mark.get("alt") or ()))


def count(tally: Counter[str], *, right: bool, error: bool) -> None:
    """Count one finding of level error or warning."""
    tally.update(flagged=1, right=int(right), errors=int(error), errors_right=int(error and right))


def rows_of(tallies: Tallies, source: str) -> Iterator[Row]:
    """Yield the rows of counts by check, or class, and language."""
    for (code, language), tally in sorted(tallies.items()):
        if tally["n"] or tally["flagged"]:
            yield row(code, language, tally, source)


def leftover_lines(folder: Path) -> Iterator[Row]:
    """Yield the precision of the boilerplate checks on lines with human labels."""
    rows = [
        item
        for item in boilerplate.read(folder / "boilerplate_lines_dev.jsonl.gz")
        if boilerplate.half(item["domain"]) == "score" and item["source"] in boilerplate.HUMAN
    ]
    stores = boilerplate.facts(rows)
    tallies: Tallies = defaultdict(Counter)
    for item in rows:
        found = boilerplate.flagged(item, stores.get(item["domain"]))
        for line, finding in zip(item["lines"], found, strict=True):
            if line["label"] not in {0, 1}:
                continue
            grave = finding is not None and finding.severity != "info"
            tallies["BPL", item["lang"]].update(n=line["label"], hit=grave * line["label"])
            for name in (finding.code, "BPL") if finding and grave else ():
                tally = tallies[name, item["lang"]]
                count(tally, right=line["label"] == 1, error=finding.severity == "error")
    source = "lines with human labels (CleanPortalEval, trafilatura), domains only scored"
    yield from rows_of(tallies, source)


def vague_sources(folder: Path) -> Iterator[Row]:
    """Yield the precision of the checks of vague sources on labelled sentences."""
    tallies: Tallies = defaultdict(Counter)
    for item in claims.rows(folder / "claims_vague_es.jsonl"):
        if item["label"] == claims.MAY:
            continue
        right = item["label"] == claims.MUST
        document = claims.document(item["text"], "es")
        found = [f for f in claims.inspect(document, claims.VAGUE) if f.severity == "warning"]
        tallies["CLM", "es"].update(n=right, hit=right and bool(found))
        for code in {finding.code for finding in found}:
            count(tallies[code, "es"], right=right, error=False)
            count(tallies["CLM", "es"], right=right, error=False)
    yield from rows_of(tallies, "labelled sentences of Spanish news, vague sources")


def marked_words(folder: Path) -> Iterator[Row]:
    """Yield the recall of the typo checks on texts with marked errors, held-out third.

    The marks are not complete, so nothing is said of precision: the injected
    errors of one set stand in real news, which has errors of its own.
    """
    import typos_data

    typos_data.FOLDER = folder
    texts = [text for text in typos_data.marked() if text.held_out and text.errors]
    groups = defaultdict(list)
    for text in texts:
        groups[text.set, text.language].append(text)
    for (set_, language), members in sorted(groups.items()):
        tallies: Tallies = defaultdict(Counter)
        for text, flags in zip(members, typos.ours(members, corpus=True), strict=True):
            marks = [(e.start, e.end) for e in text.errors if e.kind not in typos.IGNORED]
            hit = sum(any(a < f.end and f.start < b for f in flags) for a, b in marks)
            tallies["TYP", language].update(n=len(marks), hit=hit)
        yield from rows_of(tallies, f"marked errors ({set_}), a third never looked at")


def measured(data: str | None) -> Iterator[Row]:
    """Yield a row for each check, language and source at hand.

    Args:
        data: The folder with the labelled sets of others, where there is one.
    """
    found: list[Iterator[Row | None]] = [
        injected(own_sentences(), OWN),
        annotated(SEEDS, ROOT / "tests" / "seeds" / "gold.jsonl", "our annotated seeds"),
    ]
    if data:
        folder = Path(data)
        found += [
            injected(edited_sentences(folder), EDITED),
            leftover_lines(folder),
            vague_sources(folder),
            marked_words(folder),
        ]
    today = datetime.now(UTC).date().isoformat()
    for rows in found:
        for item in rows:
            if item:
                print(f"{item['code']} {item['language']} {item['source']}", file=sys.stderr)
                yield {**item, "date": today}


def key(item: dict[str, Any]) -> tuple[str, str, str]:
    """Return what identifies a row."""
    return item["code"], item["language"], item["source"]


def main() -> None:
    """Measure, and write the rows and their summary."""
    kept = {}
    if QUALITY.exists():
        for line in QUALITY.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            kept[key(item)] = item
    known = {check.code for check in registry.builtin()}
    kept.update((key(item), item) for item in measured(os.environ.get("TEXTASSAY_DATA")))
    rows = [item for _, item in sorted(kept.items()) if item["code"] in known | set(CATEGORIES)]
    text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in rows)
    QUALITY.write_text(text, encoding="utf-8")
    SUMMARY.write_text(json.dumps(summarized(rows), indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} rows in {QUALITY.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
