"""Other spelling tools, run as a user runs them, on texts with marked errors."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typos_data import Text

_CODESPELL = re.compile(r"(\d+)\.txt:(\d+): (.+?) ==> (.+)")
_CSPELL = re.compile(
    r"(\d+)\.txt:(\d+):(\d+) - Unknown word \((.+?)\)(?:.*Suggestions: \[(.*?)\])?"
)
_LOCALES = {"es": "es-es", "fr": "fr-fr", "de": "de-de", "it": "it-it", "pt": "pt-br"}
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


DICTIONARIES = Path(os.environ.get("TEXTASSAY_HUNSPELL", "hunspell"))


@dataclass(frozen=True, slots=True)
class Flag:
    """A span that a tool flags, with its first suggestion."""

    start: int
    end: int
    fix: str | None
    error: bool
    code: str


def _written(texts: list[Text], folder: str) -> None:
    for number, text in enumerate(texts):
        (Path(folder) / f"{number}.txt").write_text(text.text, encoding="utf-8")


def codespell(texts: list[Text]) -> Iterator[list[Flag]]:
    """Yield what codespell flags."""
    with tempfile.TemporaryDirectory() as folder:
        _written(texts, folder)
        output = subprocess.run(["codespell", folder], capture_output=True, text=True, check=False)
    found: dict[int, list[Flag]] = {}
    for match in map(_CODESPELL.search, output.stdout.splitlines()):
        if match:
            number, line = int(match[1]), int(match[2])
            base = sum(len(row) for row in texts[number].text.splitlines(keepends=True)[: line - 1])
            row = texts[number].text.splitlines()[line - 1]
            place = re.search(rf"\b{re.escape(match[3])}\b", row)
            if place:
                start, end = base + place.start(), base + place.end()
                fix = match[4].partition(",")[0]
                found.setdefault(number, []).append(Flag(start, end, fix, True, "codespell"))  # noqa: FBT003
    yield from (found.get(number, []) for number in range(len(texts)))


def typos(texts: list[Text]) -> Iterator[list[Flag]]:
    """Yield what typos flags."""
    with tempfile.TemporaryDirectory() as folder:
        _written(texts, folder)
        command = ["typos", "--format", "json", "--no-ignore", folder]
        output = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[int, list[Flag]] = {}
    for row in map(json.loads, output.stdout.splitlines()):
        if row.get("type") != "typo":
            continue
        number = int(Path(row["path"]).stem)
        lines = texts[number].text.split("\n")
        base = sum(len(line) + 1 for line in lines[: row["line_num"] - 1])
        before = (
            lines[row["line_num"] - 1].encode()[: row["byte_offset"]].decode("utf-8", "replace")
        )
        start = base + len(before)
        flag = Flag(start, start + len(row["typo"]), row["corrections"][0], True, "typos")  # noqa: FBT003
        found.setdefault(number, []).append(flag)
    yield from (found.get(number, []) for number in range(len(texts)))


def hunspell(texts: list[Text]) -> Iterator[list[Flag]]:
    """Yield the words that hunspell's dictionaries lack, each paragraph's language known.

    With the binding of ``chunspell`` and one folder a dictionary, as npm's
    ``dictionary-*`` packages unpack, in ``TEXTASSAY_HUNSPELL``.
    """
    from hunspell import Hunspell

    readers: dict[str, list[Hunspell]] = {}
    for text in texts:
        if text.language not in readers:
            folders = sorted(DICTIONARIES.glob(f"dictionary-{text.language}*"))
            readers[text.language] = [Hunspell("index", hunspell_data_dir=str(f)) for f in folders]
        yield [
            Flag(match.start(), match.end(), None, True, "hunspell")  # noqa: FBT003
            for match in _WORD.finditer(text.text)
            if not any(reader.spell(match.group()) for reader in readers[text.language])
        ]


def cspell(texts: list[Text]) -> Iterator[list[Flag]]:
    """Yield what cspell flags, with the dictionaries of each text's language.

    The dictionaries are npm's ``@cspell/dict-*``, installed beside cspell.
    """
    modules = Path(str(shutil.which("cspell"))).resolve().parents[1]
    found: dict[int, list[Flag]] = {}
    for language in {text.language for text in texts}:
        numbers = [n for n, text in enumerate(texts) if text.language == language]
        with tempfile.TemporaryDirectory() as folder:
            _written([texts[n] for n in numbers], folder)
            locale = _LOCALES.get(language)
            settings = Path(folder) / "cspell.json"
            extension = modules / "@cspell" / f"dict-{locale}" / "cspell-ext.json"
            content = {
                "language": f"{language},{locale}" if locale else language,
                "import": [str(extension)] if locale else [],
                "maxDuplicateProblems": 100_000,
                "maxNumberOfProblems": 1_000_000,
            }
            settings.write_text(json.dumps(content), encoding="utf-8")
            command = ["cspell", "lint", "--no-progress", "--no-summary", "--no-color"]
            command += ["--show-suggestions", "--config", str(settings), "*.txt"]
            output = subprocess.run(
                command, capture_output=True, text=True, check=False, cwd=folder
            )
        for match in map(_CSPELL.search, output.stdout.splitlines()):
            if match:
                number = numbers[int(match[1])]
                lines = texts[number].text.splitlines(keepends=True)
                start = sum(map(len, lines[: int(match[2]) - 1])) + int(match[3]) - 1
                fix = (match[5] or "").partition(",")[0].rstrip("*") or None
                flag = Flag(start, start + len(match[4]), fix, True, "cspell")  # noqa: FBT003
                found.setdefault(number, []).append(flag)
    yield from (found.get(number, []) for number in range(len(texts)))


_TOOLS: dict[str, Callable[[list[Text]], Iterator[list[Flag]]]] = {
    "codespell": codespell,
    "typos": typos,
    "hunspell": hunspell,
    "cspell": cspell,
}
PEERS = {
    name: tool
    for name, tool in _TOOLS.items()
    if (
        DICTIONARIES.is_dir() and find_spec("hunspell")
        if name == "hunspell"
        else shutil.which(name)
    )
}
