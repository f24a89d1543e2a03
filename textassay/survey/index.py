"""A kept index of passages: records and their fingerprints in a folder.

Fingerprints lie sorted by key in segments, two arrays each, that are mapped
into memory and searched by bisection: looking up the keys of one file costs
the same in a corpus of a thousand records and of a million. Each run that
updates the index adds one segment.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from textassay.survey.fingerprints import GRAM, WINDOW, fingerprints, whole
from textassay.survey.library import Library
from textassay.survey.sorting import Rows
from textassay.survey.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textassay.model import Record
    from textassay.survey.seeds import Numbers

FORMAT = 1
RECORDS = "records.sqlite"
ABOUT = "index.json"


class IndexFormatError(ValueError):
    """The folder holds no index, or one that another version wrote."""


class Index:
    """A folder with records and segments of sorted fingerprints."""

    def __init__(self, folder: Path, *, keep_texts: bool = True) -> None:
        """Open the index of a folder, or begin one.

        Raises:
            IndexFormatError: The folder is of another format.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        about = folder / ABOUT
        expected = {"format": FORMAT, "gram": GRAM, "window": WINDOW}
        if about.exists():
            found = json.loads(about.read_text(encoding="utf-8"))
            if {name: found.get(name) for name in expected} != expected:
                message = f"{about} has {found}, not {expected}: build the index again"
                raise IndexFormatError(message)
            keep_texts = found["texts"]
        else:
            about.write_text(json.dumps({**expected, "texts": keep_texts}), encoding="utf-8")
        self.texts: bool = keep_texts
        self.library = Library(folder / RECORDS, keep_texts=keep_texts)
        self._segments = [
            (np.load(path, mmap_mode="r"), np.load(_rows_of(path), mmap_mode="r"))
            for path in sorted(folder.glob("keys-*.npy"))
        ]

    def lookup(self, keys: Numbers, most: int) -> tuple[Numbers, Numbers, Numbers]:
        """Return what the index has for each key.

        Args:
            keys: Fingerprints, each once.
            most: Rows of one key that are returned; of a template only the
                first record of the segment comes back.

        Returns:
            For each row found: the position in ``keys``, the number of the
            record, the offset in it.
        """
        asked, numbers, offsets = [], [], []
        for sorted_keys, rows in self._segments:
            first = np.searchsorted(sorted_keys, keys, side="left")
            count = np.searchsorted(sorted_keys, keys, side="right") - first
            count = np.where(count > most, 1, count)
            at = np.repeat(np.arange(len(keys)), count)
            steps = np.arange(len(at)) - np.repeat(np.cumsum(count) - count, count)
            found = rows[np.repeat(first, count) + steps]
            asked.append(at)
            numbers.append(found[:, 0].astype(np.int64))
            offsets.append(found[:, 1].astype(np.int64))
        if not asked:
            none = np.zeros(0, np.int64)
            return none, none, none
        return np.concatenate(asked), np.concatenate(numbers), np.concatenate(offsets)

    def segment(self) -> Segment:
        """Return a new segment to write."""
        return Segment(self.folder, len(self._segments))

    def close(self) -> None:
        """Close the files."""
        self._segments.clear()
        self.library.close()


class Segment:
    """Writes rows that come sorted by key to the two files of a segment."""

    def __init__(self, folder: Path, number: int) -> None:
        """Begin the files of a segment."""
        self._keys = folder / f"keys-{number:04d}.npy"
        self._parts: list[tuple[Path, Path]] = []
        self._count = 0

    def append(self, keys: Numbers, records: Numbers, offsets: Numbers) -> None:
        """Add rows; no key of them may be smaller than one before."""
        order = np.lexsort((offsets, records, keys))
        part = (
            self._keys.with_suffix(f".{len(self._parts)}.part"),
            _rows_of(self._keys).with_suffix(f".{len(self._parts)}.part"),
        )
        keys[order].astype(np.int64).tofile(part[0])
        np.stack((records[order], offsets[order]), axis=1).astype(np.uint32).tofile(part[1])
        self._parts.append(part)
        self._count += len(keys)

    def finish(self) -> None:
        """Join the parts to the files of the segment."""
        if not self._count:
            return
        keys = np.lib.format.open_memmap(self._keys, "w+", np.int64, (self._count,))
        rows = np.lib.format.open_memmap(_rows_of(self._keys), "w+", np.uint32, (self._count, 2))
        at = 0
        for keys_part, rows_part in self._parts:
            found = np.fromfile(keys_part, np.int64)
            keys[at : at + len(found)] = found
            rows[at : at + len(found)] = np.fromfile(rows_part, np.uint32).reshape(-1, 2)
            at += len(found)
            keys_part.unlink()
            rows_part.unlink()
        keys.flush()
        rows.flush()


def _rows_of(keys: Path) -> Path:
    return keys.with_name(keys.name.replace("keys-", "rows-"))


def build(folder: Path, records: Iterable[Record], *, keep_texts: bool = True) -> int:
    """Add records to the index of a folder, and return how many it has.

    Args:
        folder: Where the index is kept; made where it is missing.
        records: The records, each read once.
        keep_texts: Keep the texts, compressed, so that copies can be aligned
            word by word; a reference corpus is kept without.
    """
    index = Index(folder, keep_texts=keep_texts)
    rows = Rows(("key", "record", "place"), folder)
    for record in records:
        tokens = tokenize(record.text)
        number = index.library.add(record, len(tokens), whole(tokens))
        keys, offsets = fingerprints(tokens)
        rows.append(keys, np.full(len(keys), number), offsets)
    segment = index.segment()
    for part in rows.sorted():
        segment.append(*part)
    segment.finish()
    count: int = index.library.count
    index.close()
    return count
