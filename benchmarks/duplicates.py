"""Measures the survey of passages: throughput beside its peers, growth, gating cost.

    python benchmarks/duplicates.py CLEAN --peers            # same text, same process
    python benchmarks/duplicates.py CLEAN --growth 20 40 80 --chart docs/duplicates-growth.svg
    python benchmarks/duplicates.py CLEAN --gate 1000 10000 100000
    python benchmarks/duplicates.py CLEAN --limit 1000       # peak memory of that many megabytes
    python benchmarks/duplicates.py CLEAN --within           # repeats inside records

CLEAN is a folder of text files, as benchmarks/corpus.py writes it. The text is
cut into records of 8,000 characters; where more is asked for than there is,
further rounds have their words shuffled, so that they are no copies. Growth
takes a process for each tool and size. Times are CPU seconds without making
the text; memory is the peak of the process. rensa, datasketch and
pydivsufsort are measured where they are installed; the first two name pairs
of records, the last one covers repeated substrings, ours names passages with
both spans.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textassay.model import Record
from textassay.survey.neighbours import Neighbours, PassageSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

RECORD = 8_000  # characters
SHORT_RECORD = 2_000  # characters of the records of an index
MEGABYTE = 1_000_000
PERMUTATIONS = 112  # of the MinHash peers: 14 bands of 8, the usual choice
NEW_FILE = 5_000  # bytes of the file that is gated
SUBSTRING = 60  # bytes of a repeated substring that counts


def records(clean: Path, size: float, length: int = RECORD) -> Iterator[Record]:
    """Yield records of ``length`` characters with ``size`` bytes in all."""
    paths = sorted(clean.rglob("*.txt"))
    random.Random(7).shuffle(paths)  # noqa: S311 - a fixed order, no secret
    done, number, rounds = 0, 0, 0
    while done < size:
        for path in paths:
            text = path.read_text(encoding="utf-8", errors="replace")
            if rounds:
                words = text.split()
                random.Random(number).shuffle(words)  # noqa: S311 - reproducible text
                text = " ".join(words)
            for start in range(0, len(text), length):
                piece = text[start : start + length]
                yield Record(f"r{number}", f"{path.name}#{number}", piece, sha256=f"{number}")
                number += 1
                done += len(piece.encode())
                if done >= size:
                    return
        rounds += 1


def ours(found: Iterable[Record]) -> str:
    """Survey, align, and say what was found."""
    neighbours = Neighbours()
    names = []
    for record in found:
        neighbours.add(record)
        names.append(record.id)
    neighbours.freeze()
    groups = [neighbours.matches(name) for name in names]
    passages = sum(len(match.passages) for group in groups for match in group)
    return f"{sum(map(len, groups))} record pairs, {passages} passages with both spans"


def rensa(found: Iterable[Record]) -> str:
    """Index with rensa."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=14)
    pairs = 0
    for number, record in enumerate(found):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=7)
        signature.update(_shingles(record.text))
        pairs += len(index.query(signature))
        index.insert(number, signature)
    return f"{pairs} record pairs"


def datasketch(found: Iterable[Record]) -> str:
    """Index with datasketch."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=PERMUTATIONS)
    pairs = 0
    for number, record in enumerate(found):
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([shingle.encode() for shingle in _shingles(record.text)])
        pairs += len(index.query(signature))
        index.insert(str(number), signature)
    return f"{pairs} record pairs"


def pydivsufsort(found: Iterable[Record]) -> str:
    """Build a suffix array and count the bytes in repeated substrings."""
    import numpy as np
    from pydivsufsort import divsufsort, kasai

    text = "\n".join(record.text for record in found).encode()
    array = divsufsort(text)
    longest = kasai(text, array)
    covered = np.zeros(len(text) + 1, np.int32)
    for at in (longest >= SUBSTRING).nonzero()[0]:
        for start in (array[at], array[at + 1]):
            covered[start] += 1
            covered[min(len(text), start + longest[at])] -= 1
    return f"{int((covered.cumsum() > 0).sum())} bytes in repeated substrings"


def _shingles(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]


def peers(clean: Path, megabytes: float) -> None:
    """Print the throughput of ours and of the peers that are installed."""
    found = list(records(clean, megabytes * MEGABYTE))
    size = sum(len(record.text.encode()) for record in found)
    ours(found[:50])
    for name in _installed():
        start = time.process_time()
        told = WAYS[name](found)
        spent = time.process_time() - start
        print(f"{name:12} {size / MEGABYTE / spent:6.1f} MB/s  {told}")


WAYS: dict[str, Callable[[Iterable[Record]], str]] = {
    "textassay": ours,
    "rensa": rensa,
    "datasketch": datasketch,
    "pydivsufsort": pydivsufsort,
}


def _installed() -> list[str]:
    """Return the names of the ways that can be measured here."""
    return [name for name in WAYS if name == "textassay" or find_spec(name) is not None]


def grow(clean: Path, megabytes: float, way: str = "textassay") -> None:
    """Print time and peak memory of one size, in this process."""
    WAYS[way](list(islice(records(clean, MEGABYTE), 3)))  # imports are no part of it
    before = _peak()
    making = [0.0]
    start = time.process_time()
    told = WAYS[way](_paused(records(clean, megabytes * MEGABYTE), making))
    spent = time.process_time() - start - making[0]
    row = {"way": way, "megabytes": megabytes, "seconds": spent, "peak": _peak()}
    print(json.dumps({**row, "before": before, "found": told}), flush=True)


def _paused(found: Iterator[Record], making: list[float]) -> Iterator[Record]:
    """Yield records, adding the time that making them takes."""
    while True:
        start = time.process_time()
        record = next(found, None)
        making[0] += time.process_time() - start
        if record is None:
            return
        yield record


def growth(clean: Path, sizes: list[float], chart: Path | None) -> None:
    """Measure each way on each size, each in a process of its own; print a table, draw a chart."""
    rows = []
    for way in _installed():
        for size in sizes:
            command = [sys.executable, __file__, str(clean), "--limit", str(size), "--way", way]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            row = json.loads(done.stdout)
            rows.append(row)
            print(
                f"{way:12} {size:5.0f} MB {row['seconds']:7.1f} s {size / row['seconds']:5.1f} MB/s"
                f" peak {row['peak']:5.0f} MiB  {row['found']}",
                flush=True,
            )
    if chart is not None:
        from growth_chart import draw

        chart.write_text(draw(rows), encoding="utf-8")


def gate(clean: Path, counts: list[int]) -> None:
    """Print what a new file costs against indexes of growing size."""
    _warm()
    source = next(records(clean, NEW_FILE)).text
    new = Record("new", "new", source[:NEW_FILE], sha256="new")
    with TemporaryDirectory() as folder:
        for count in counts:
            index = Path(folder) / str(count)
            start = time.process_time()
            _fill(clean, index, count)
            built = time.process_time() - start
            start = time.process_time()
            neighbours = Neighbours(PassageSettings(index=index))
            neighbours.add(new)
            neighbours.freeze()
            spent = time.process_time() - start
            size = sum(path.stat().st_size for path in index.iterdir())
            print(
                f"{count} records: built in {built:.1f} s, {size / MEGABYTE:.0f} MB; one new "
                f"file {spent * 1000:.1f} ms, {len(neighbours.matches('new'))} matches",
                flush=True,
            )


def _fill(clean: Path, index: Path, count: int) -> None:
    from textassay.survey.index import build

    build(index, islice(records(clean, count * RECORD, SHORT_RECORD), count))


def within(clean: Path, megabytes: float) -> None:
    """Print the throughput of the search for repeats inside records."""
    from textassay.checks.duplicates.kinds import Kind
    from textassay.checks.duplicates.repeats import repeats
    from textassay.text.document import Document

    documents = []
    size = 0
    for path in sorted(clean.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        document = Document(Record(str(path), str(path), text, language=path.parent.name))
        _ = document.folded, document.sentences, document.lines, document.language
        documents.append(document)
        size += len(text.encode())
        if size > megabytes * MEGABYTE:
            break
    start = time.process_time()
    found = sum(len(list(repeats(document, kind))) for document in documents for kind in Kind)
    spent = time.process_time() - start
    print(f"within records: {size / MEGABYTE / spent:.1f} MB/s, {found} repeats")


def _warm() -> None:
    ours([Record(name, name, "one two three four five six seven") for name in "ab"])


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("clean", type=Path)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--growth", type=float, nargs="+")
    parser.add_argument("--chart", type=Path, help="where to draw growth, as SVG")
    parser.add_argument("--limit", type=float)
    parser.add_argument("--way", choices=WAYS, default="textassay", help="of --limit")
    parser.add_argument("--gate", type=int, nargs="+")
    parser.add_argument("--within", action="store_true")
    options = parser.parse_args()
    if options.peers:
        peers(options.clean, options.megabytes)
    if options.growth:
        growth(options.clean, options.growth, options.chart)
    if options.limit:
        grow(options.clean, options.limit, options.way)
    if options.gate:
        gate(options.clean, options.gate)
    if options.within:
        within(options.clean, options.megabytes)


if __name__ == "__main__":
    main()
