"""Scores the boilerplate checks and their peers on labelled leftover lines.

    python benchmarks/quality/boilerplate.py LINES.jsonl.gz
    python benchmarks/quality/boilerplate.py LINES.jsonl.gz --peers docs/boilerplate-peers.md
    python benchmarks/quality/boilerplate.py LINES.jsonl.gz --half look --show 40

Input: one JSON object a record with ``id``, ``source``, ``lang``, ``domain``,
``extractor`` and ``lines`` of ``text`` and ``label`` (1 boilerplate, 0
content, else not counted). Records are split by domain: rules were written
while looking at the lines of one half ("look"); figures that count come from
the other ("score"), of which only sums are printed. A line is flagged when a
finding covers half of it. Facts of repeated lines count each page once, whatever
the number of extractors that gave it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boilerplate_peers import PEERS, ccnet

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.survey.store import survey
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.model import Finding
    from textassay.survey.store import FactStore

HUMAN = frozenset({"CleanPortalEval", "trafilatura-eval"})
LEVELS = {
    "error": ("error",),
    "error+warning": ("error", "warning"),
    "any level": ("error", "warning", "info"),
}
LOOKED_AT = frozenset({"wsj.com"})
"""Domains of the scored half whose lines were read after all, to learn of reader threads."""
FEWEST_LINES = 100  # labelled lines of a set that is worth a row
CHECKS = [check for check in registry.builtin() if check.code.startswith("BPL")]
Row = dict[str, Any]
Counts = defaultdict[tuple[str, str], Counter[tuple[int, bool]]]


def half(domain: str) -> str:
    """Return which half a domain belongs to."""
    if domain in LOOKED_AT:
        return "look"
    digest = int(md5(domain.encode(), usedforsecurity=False).hexdigest(), 16)
    return ("look", "score")[digest % 2]


def read(path: Path) -> list[Row]:
    """Return the labelled records."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def document(row: Row) -> Document:
    """Return the lines of a record as a document of its domain."""
    text = "".join(f"{line['text']}\n" for line in row["lines"])
    language = None if row["lang"] == "und" else row["lang"]
    return Document(Record(row["id"], f"{row['domain']}/{row['id']}", text, language=language))


def facts(rows: list[Row]) -> dict[str, FactStore]:
    """Return the facts of each domain; the outputs of all extractors make one page."""
    pages: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        pages[row["domain"], row["id"].rpartition(":")[0]].append(row)
    documents = defaultdict(list)
    for (domain, page), outputs in pages.items():
        lines = [line for row in outputs for line in row["lines"]]
        documents[domain].append(document({**outputs[0], "id": page, "lines": lines}))
    return {domain: survey(found, frozenset({"lines"})) for domain, found in documents.items()}


def flagged(row: Row, store: FactStore | None) -> list[Finding | None]:
    """Return for each line the gravest finding that covers half of it."""
    judged = document(row)
    findings = inspect(judged, CHECKS, facts=store.join([judged])[0] if store else None)
    found: list[Finding | None] = []
    start = 0
    for line in row["lines"]:
        end = start + len(line["text"])
        covering = [finding for finding in findings if _covers(finding, start, end, line["text"])]
        found.append(min(covering, key=lambda finding: finding.severity.rank, default=None))
        start = end + 1
    return found


def _covers(finding: Finding, start: int, end: int, text: str) -> bool:
    common = min(end, finding.end) - max(start, finding.start)
    return common > 0 and 2 * common >= len(text.strip())


def sets(row: Row) -> Iterator[str]:
    """Yield the names of the sets that a record counts for."""
    yield row["source"]
    yield f"{row['source']} {row['lang']}"
    if row["source"] in HUMAN:
        yield "human labels"
        yield f"human labels {row['lang']}"


def pages(rows: list[Row]) -> list[set[str]]:
    """Return the lines of each page, by whatever extractor."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row["id"].rpartition(":")[0]].update(line["text"] for line in row["lines"])
    return list(found.values())


def judge(rows: list[Row], stores: dict[str, FactStore]) -> Counts:
    """Return the counts of (label, flagged) by set and judge."""
    counts: Counts = defaultdict(Counter)
    peers = {**PEERS, CCNET: ccnet(pages(rows))}
    for row in rows:
        texts = [line["text"] for line in row["lines"]]
        flags = {name: rule(texts, row["lang"]) for name, rule in peers.items()}
        for title, store in (("", None), (" + facts", stores.get(row["domain"]))):
            severities = [found and str(found.severity) for found in flagged(row, store)]
            for level, chosen in LEVELS.items():
                flags[f"textassay{title}, {level}"] = [one in chosen for one in severities]
        for index, line in enumerate(row["lines"]):
            if line["label"] in {0, 1}:
                for name in sets(row):
                    for judge_name, one in flags.items():
                        counts[name, judge_name][line["label"], one[index]] += 1
    return counts


def table(counts: Counts) -> Iterator[str]:
    """Yield the rows of the result, a set after another."""
    yield "| set (boilerplate / content lines) | judge | P | R | F1 | content flagged |"
    yield "|---|---|---|---|---|---|"
    for (name, judge_name), seen in sorted(counts.items()):
        positive, negative = totals(seen)
        if positive + negative < FEWEST_LINES or not positive:
            continue
        precision, recall, f1 = rates(seen)
        yield (
            f"| {name} ({positive} / {negative}) | {judge_name} | {precision:.2f} | {recall:.2f} "
            f"| {f1:.3f} | {100 * seen[0, True] / max(1, negative):.2f} % |"
        )


def totals(seen: Counter[tuple[int, bool]]) -> tuple[int, int]:
    """Return how many boilerplate and content lines were judged."""
    return seen[1, True] + seen[1, False], seen[0, True] + seen[0, False]


def rates(seen: Counter[tuple[int, bool]]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision = seen[1, True] / max(1, seen[1, True] + seen[0, True])
    recall = seen[1, True] / max(1, seen[1, True] + seen[1, False])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def against(halves: dict[str, Counts]) -> Iterator[str]:
    """Yield the one table of all sets, us and every peer, in Markdown."""
    judges = sorted({judge for counts in halves.values() for _, judge in counts if judge in RIVALS})
    yield f"| part | set (boilerplate / content lines) | {' | '.join((*OURS, *judges))} |"
    yield "|---" * (2 + len(OURS) + len(judges)) + "|"
    for part, counts in halves.items():
        for name in sorted({name for name, _ in counts}):
            positive, negative = totals(counts[name, judges[0]])
            if positive + negative < FEWEST_LINES or not positive:
                continue
            cells = [_cell(counts[name, judge]) for judge in (*OURS.values(), *judges)]
            top = max(cells)[0]
            shown = " | ".join(f"**{text}**" if f1 == top else text for f1, text in cells)
            yield f"| {part} | {name} ({positive} / {negative}) | {shown} |"


def _cell(seen: Counter[tuple[int, bool]]) -> tuple[float, str]:
    _, negative = totals(seen)
    f1 = rates(seen)[2]
    return f1, f"{f1:.3f}, {100 * seen[0, True] / max(1, negative):.1f} %"


CCNET = "CCNet, line of two pages"
RIVALS = frozenset({*PEERS, CCNET})
OURS = {
    "textassay": "textassay + facts, any level",
    "its errors and warnings": "textassay + facts, error+warning",
}

PEERS_HEAD = """# Leftover lines: textassay and its peers

Written by `python benchmarks/quality/boilerplate.py LINES --peers docs/boilerplate-peers.md`:
do not edit. Each cell is the F1 of boilerplate lines and the share of content lines that are
flagged; the best F1 of a row is bold. Figures that count are those of the part "score": rules were
written while lines of the part "look" were read. Labels of CleanPortalEval and of trafilatura's
pages are human; WCXB's were drafted by a model, and about four in ten of its "boilerplate" lines
looked like content. Peers decide by their published definitions, see
`benchmarks/quality/boilerplate_peers.py`; jusText is the library, where it is installed.

"""


def show(rows: list[Row], stores: dict[str, FactStore], number: int) -> None:
    """Print a sample of wrong flags and misses: of the half that may be looked at."""
    wrong, missed = set(), set()
    for row in rows:
        for line, found in zip(row["lines"], flagged(row, stores.get(row["domain"])), strict=True):
            head = (row["source"], row["lang"], line["text"][:120])
            if line["label"] == 0 and found:
                cues = found.evidence.get("cues", found.evidence)
                wrong.add((*head, f"{found.severity} {found.code} {cues}"))
            if line["label"] == 1 and not found:
                missed.add(head)
    for title, sample in (("WRONG", sorted(wrong)), ("MISSED", sorted(missed))):
        print(title, len(sample))
        random.Random(1).shuffle(sample)  # noqa: S311 - a sample to read
        for line in sample[:number]:
            print("  ", *line)


def chosen(path: Path, part: str, sources: list[str] | None) -> list[Row]:
    """Return the records of one half, of some sources or all."""
    return [
        row
        for row in read(path)
        if half(row["domain"]) == part and (not sources or row["source"] in sources)
    ]


def main() -> None:
    """Print the table of one half, or write that of both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lines", type=Path)
    parser.add_argument("--half", choices=["look", "score"], default="score")
    parser.add_argument("--sets", nargs="*", help="sources to read (default: all)")
    parser.add_argument("--peers", type=Path, help="where to write the table of all sets and peers")
    parser.add_argument("--show", type=int, default=0, help="lines of the look half to print")
    options = parser.parse_args()
    if options.peers:
        halves = {}
        for part in ("score", "look"):
            rows = chosen(options.lines, part, options.sets)
            halves[part] = judge(rows, facts(rows))
        halves["both"] = defaultdict(Counter, halves["score"])
        for key, seen in halves["look"].items():
            halves["both"][key] = halves["both"][key] + seen
        options.peers.write_text(PEERS_HEAD + "\n".join(against(halves)) + "\n", encoding="utf-8")
        return
    rows = chosen(options.lines, options.half, options.sets)
    stores = facts(rows)
    for line in table(judge(rows, stores)):
        print(line)
    if options.show and options.half == "look":
        show(rows, stores, options.show)


if __name__ == "__main__":
    main()
