"""What the reports of a large run cost: ``python benchmarks/report.py [RECORDS FINDINGS]``.

Prints CPU seconds and size of each format and, where Selenium and Chromium
are installed, how long the page takes to open. Figures: docs/decisions/021.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from textassay.model import CATEGORIES, Edit, Finding, Record, Severity
from textassay.report.formats import FORMATS, renderer
from textassay.report.kept import TextKeeper
from textassay.report.run import CheckNote, RecordRow, Run, Verdict

WORDS = ("ferry", "ministry", "harbour", "the", "economy", "lunes", "informe", "gobierno", "año")
CODES = ("ENC001", "TYP001", "DUP001", "BPL001", "CLM001")


def large_run(records: int, findings: int) -> Run:
    """Return a run of records of about 3,000 characters."""
    rnd = random.Random(1)  # noqa: S311 - no secret
    keeper = TextKeeper()
    rows, found = [], []
    for number in range(records):
        name = f"record-{number:06}"
        lines = (" ".join(rnd.choices(WORDS, k=40)) for _ in range(12))
        record = Record(id=name, path=f"seeds/{name}.txt", text="\n".join(lines))
        mine = [_finding(record, rnd, n) for n in range(findings // records)]
        mine.sort(key=lambda finding: finding.start)
        keeper.add(record, mine)
        found += mine
        rows.append(RecordRow(name, record.path, characters=len(record.text), words=480))
    checks = tuple(
        CheckNote(code, "a-defect", CATEGORIES[code[:3]], Severity.ERROR) for code in CODES
    )
    verdict = Verdict("fail", 1, errors=len(found), records=records, reasons=("too many",))
    return Run("0", verdict, ("seeds",), {}, tuple(rows), tuple(found), checks, {}, keeper.texts)


def _finding(record: Record, rnd: random.Random, number: int) -> Finding:
    start = rnd.randrange(len(record.text) - 20)
    end = start + rnd.randrange(3, 18)
    code = CODES[number % len(CODES)]
    return Finding(
        f"{code}-{record.id}-{number:06x}", code, "a-defect", CATEGORIES[code[:3]],
        record.id, record.path, start, end, 1, start + 1, list(Severity)[number % 3],
        "This is no word; ministry is near.", record.text[start:end], "ministry",
        {"rule": "unknown word", "distance": 1}, (Edit(start, end, "ministry"),),
    )  # fmt: skip


def _open(path: Path) -> None:
    try:
        from selenium import webdriver
    except ImportError:
        return
    binary, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver_path:
        return
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    options.binary_location = binary
    with webdriver.Chrome(options, webdriver.ChromeService(driver_path)) as driver:
        for _ in range(3):
            driver.get(path.as_uri())
            timing = "performance.getEntriesByType('navigation')[0].domComplete"
            print(f"page complete after {driver.execute_script(f'return {timing}') / 1000:.2f} s")


def main() -> None:
    """Render a run in every format."""
    records, findings = map(int, sys.argv[1:3] or (5_000, 50_000))
    run = large_run(records, findings)
    with TemporaryDirectory() as folder:
        for name in FORMATS:
            path = Path(folder) / name
            begin = time.process_time()
            with path.open("w", encoding="utf-8") as stream:
                renderer(name)(run, stream)
            spent = time.process_time() - begin
            print(f"{name:<9} {spent:6.2f} s CPU {path.stat().st_size / 1e6:8.1f} MB")
        _open((Path(folder) / "html").rename(Path(folder) / "page.html"))


if __name__ == "__main__":
    main()
