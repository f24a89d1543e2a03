"""Counts what the checks find on clean published prose, per 10,000 words.

    python benchmarks/corpus.py CLEAN
    python benchmarks/false_alarms.py CLEAN [--megabytes 1] [--languages en es] [--errors]

Every finding of level error or warning on edited handbooks counts as a false
alarm here, also the few that are right: the figures are upper bounds.
``--errors`` lists the errors with their context, to be judged by eye.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from textassay.engine.local import Judged, assay
from textassay.engine.settings import Settings
from textassay.model import Severity
from textassay.read import ReadSettings, read

LANGUAGES = ("en", "es", "fr", "de", "pt", "it")
MEGABYTE = 1_000_000
REACH = 40  # characters of context each side


def sample(folder: Path, size: int) -> list[str]:
    """Return files of a folder, in a fixed shuffle, with ``size`` bytes in all."""
    files = sorted(folder.glob("*.txt"))
    random.Random(7).shuffle(files)  # noqa: S311 - a fixed order, no secret
    taken: list[str] = []
    total = 0
    for path in files:
        if total >= size:
            break
        taken.append(str(path))
        total += path.stat().st_size
    return taken


def judge(clean: Path, language: str, size: int, *, errors: bool) -> tuple[Counter[str], int]:
    """Return findings by code and severity, and the words looked at."""
    counts: Counter[str] = Counter()
    words = 0
    paths = sample(clean / language, size)
    for item in assay(read(paths, ReadSettings()), Settings()):
        if not isinstance(item, Judged):
            continue
        words += item.words
        text = item.record.text
        for finding in item.findings:
            counts[f"{finding.code} {finding.severity}"] += 1
            if errors and finding.severity is Severity.ERROR:
                before = text[max(0, finding.start - REACH) : finding.start]
                after = text[finding.end : finding.end + REACH]
                place = f"{Path(finding.path).name}:{finding.line}"
                shown = f"{before}[[{finding.text[:90]}]]{after}".replace("\n", " / ")
                print(f"{language} {finding.code} {place} {shown} -> {finding.suggestion!r}")
    return counts, words


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clean", type=Path, help="folder that benchmarks/corpus.py filled")
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES))
    parser.add_argument("--errors", action="store_true", help="list every error")
    arguments = parser.parse_args()
    size = int(arguments.megabytes * MEGABYTE)
    table = {
        language: judge(arguments.clean, language, size, errors=arguments.errors)
        for language in arguments.languages
    }
    names = sorted({name for counts, _ in table.values() for name in counts})
    print(f"{'per 10,000 words':<18}" + "".join(f"{language:>8}" for language in table))
    for name in names:
        rates = (counts[name] / words * 10_000 for counts, words in table.values())
        print(f"{name:<18}" + "".join(f"{rate:8.2f}" for rate in rates))
    for level in Severity:
        sums = (
            sum(count for name, count in counts.items() if name.endswith(f" {level}"))
            for counts, _ in table.values()
        )
        print(f"{level:<18}" + "".join(f"{count:8}" for count in sums))
    print(f"{'words':<18}" + "".join(f"{words:8}" for _, words in table.values()))


if __name__ == "__main__":
    main()
