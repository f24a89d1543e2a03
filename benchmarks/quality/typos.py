"""Scores the typo checks and other spelling tools on texts with marked errors.

    TEXTASSAY_DATA=... python benchmarks/quality/typos.py [--side score] [--peers]

Sets: English Web Treebank and Spanish GSD (typos marked by the treebank,
incompletely), Spanish news with injected errors, and edited sentences in six
languages, plain and with errors put in. Two records of three were looked at
while the checks were written ("look"); figures that count come from the third
("score"). Right: a finding of level error or warning that overlaps a marked
error. As the gold is incomplete, precision on natural sets is a lower bound;
where every error is marked it is exact. "real": marked words that exist.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from typos_data import Text, injected, marked
from typos_peers import PEERS, Flag

from textassay import registry
from textassay.checks.typos.vocabulary import vocabulary
from textassay.engine.inspect import inspect
from textassay.model import Severity
from textassay.survey.store import survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

IGNORED = frozenset({"nofix", "punct"})  # marked, but for no reason of spelling


@dataclass
class Tally:
    """Counts of one tool on one set."""

    words: int = 0
    right: int = 0
    wrong: int = 0
    errors_right: int = 0
    errors_wrong: int = 0
    exact: int = 0
    offered: int = 0
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    marked: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def row(self) -> str:
        """Return the figures in one line."""
        total = sum(self.marked.values())
        kinds = " ".join(
            f"{kind} {self.found[kind]}/{self.marked[kind]}" for kind in sorted(self.marked)
        )
        return (
            f"P {self.right / max(1, self.right + self.wrong):.3f}"
            f" ({self.right}/{self.right + self.wrong})"
            f" R {sum(self.found.values()) / max(1, total):.3f}"
            f" errors {self.errors_right}/{self.errors_right + self.errors_wrong}"
            f" fix {self.exact / max(1, self.offered):.2f}"
            f" wrong/10k {1e4 * self.wrong / max(1, self.words):.2f}"
            f" wrong errors/10k {1e4 * self.errors_wrong / max(1, self.words):.2f} | {kinds}"
        )


def ours(texts: list[Text], *, corpus: bool) -> Iterator[list[Flag]]:
    """Yield what the stable typo checks flag in each text, alone or together."""
    checks = [
        check
        for check in registry.builtin()
        if check.code.startswith("TYP") and check.status == "stable"
    ]
    documents = [text.document() for text in texts]
    store = survey(documents) if corpus else None
    for document in documents:
        facts = store.join([document])[0] if store else None
        yield [
            Flag(f.start, f.end, f.suggestion, f.severity is Severity.ERROR, f.code)
            for f in inspect(document, checks, facts=facts)
            if f.severity is not Severity.INFO
        ]


def add(tally: Tally, text: Text, flags: list[Flag]) -> Iterator[Flag]:
    """Count the flags of one text; yield those that are not marked."""
    words = vocabulary(text.language)
    tally.words += len(text.text.split())
    hit: set[int] = set()
    for flag in flags:
        errors = [e for e in text.errors if e.start < flag.end and flag.start < e.end]
        if any(e.kind in IGNORED for e in errors):
            continue
        hit.update(e.start for e in errors)
        tally.right += bool(errors)
        tally.wrong += not errors
        tally.errors_right += flag.error and bool(errors)
        tally.errors_wrong += flag.error and not errors
        if errors and flag.fix and errors[0].right:
            tally.offered += 1
            tally.exact += flag.fix.lower() == errors[0].right.lower()
        if not errors:
            yield flag
    for e in text.errors:
        if e.kind not in IGNORED:
            pieces = text.text[e.start : e.end].replace("'", " ").replace("-", " ").split()
            real = words is not None and bool(pieces) and all(map(words.valid, pieces))
            tally.marked["real" if real else "other"] += 1
            tally.found["real" if real else "other"] += e.start in hit


def run(
    name: str, texts: list[Text], tool: Callable[[list[Text]], Iterator[list[Flag]]], show: int
) -> None:
    """Print a row for each set and language."""
    sets: dict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in texts:
        sets[text.set, text.language].append(text)
    for (set_, language), members in sorted(sets.items()):
        tally, wrong = Tally(), []
        for text, flags in zip(members, tool(members), strict=True):
            wrong += [(text, flag) for flag in add(tally, text, flags)]
        print(f"{name:<12}{set_[:20]:<21}{language} {tally.words:>6} words  {tally.row()}")
        for text, flag in wrong[:show]:
            around = (
                text.text[max(0, flag.start - 30) : flag.start],
                text.text[flag.end : flag.end + 20],
            )
            print(
                f"    {flag.code} {around[0]!r}[{text.text[flag.start : flag.end]}]"
                f"{around[1]!r} {flag.fix}"
            )


def main() -> None:
    """Print the table of one side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", choices=["look", "score"], default="score")
    parser.add_argument(
        "--peers", action="store_true", help="run the other tools that are installed"
    )
    parser.add_argument("--show", type=int, default=0, help="unmarked findings to print a set")
    options = parser.parse_args()
    texts = [text for text in marked() if text.held_out == (options.side == "score")]
    texts += [injected(text) for text in texts if text.set.startswith("clean_pud")]
    run("textassay", texts, lambda members: ours(members, corpus=True), options.show)
    run("alone", texts, lambda members: ours(members, corpus=False), 0)
    for name, tool in PEERS.items() if options.peers else ():
        run(name, texts, tool, 0)


if __name__ == "__main__":
    main()
