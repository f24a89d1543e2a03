"""Throughput and memory of the readers on made-up text, hashing included."""

from __future__ import annotations

import csv
import gzip
import json
import os
import resource
import tempfile
import time
from pathlib import Path

import zstandard

from textassay.model import Record
from textassay.read import ReadSettings, read

SENTENCE = (
    "The council of the invented town met on Monday and agreed to pay 3,400 euros for the bridge; "
    "“nobody objected”, said the señora alcaldesa. "
)
BODY = (SENTENCE * 20).strip()
FILES = 5000
ROWS = 40_000


def write(folder: Path) -> dict[str, int]:
    """Write one corpus a format; return the bytes of text by name."""
    (folder / "texts").mkdir()
    for number in range(FILES):
        (folder / "texts" / f"{number}.txt").write_text(f"{number} {BODY}", encoding="utf-8")
    with (folder / "rows.jsonl").open("w", encoding="utf-8") as file:
        for number in range(ROWS):
            row = {"id": f"r{number}", "text": f"{number} {BODY}", "published": "2024-05-01"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("id", "text"), *((number, f"{number} {BODY}") for number in range(ROWS))]
        )
    plain = (folder / "rows.jsonl").read_bytes()
    (folder / "rows.jsonl.gz").write_bytes(gzip.compress(plain, 6))
    (folder / "rows.jsonl.zst").write_bytes(zstandard.compress(plain))
    import duckdb

    duckdb.sql(f"copy (from '{folder}/rows.csv') to '{folder}/rows.parquet'")
    text = len(BODY.encode()) + 5
    return {"texts": FILES * text} | dict.fromkeys(
        ("rows.jsonl", "rows.csv", "rows.jsonl.gz", "rows.jsonl.zst", "rows.parquet"), ROWS * text
    )


def main() -> None:
    """Print megabytes of text a second of CPU; each format in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not (child := os.fork()):
            (folder / "sizes.json").write_text(json.dumps(write(folder)))
            os._exit(0)
        os.waitpid(child, 0)
        for kind, size in json.loads((folder / "sizes.json").read_text()).items():
            if not (child := os.fork()):
                begin = time.process_time()
                found = read([folder / kind], ReadSettings(root=name))
                records = sum(isinstance(item, Record) for item in found)
                spent = time.process_time() - begin
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                print(f"{kind:15} {records:6} records {size / spent / 1e6:5.0f} MB/s {peak:4} MB")
                os._exit(0)
            os.waitpid(child, 0)


if __name__ == "__main__":
    main()
