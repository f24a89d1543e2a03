"""Other spelling tools, run as a user runs them, on texts with marked errors."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typos_data import Text

_CODESPELL = re.compile(r"(\d+)\.txt:(\d+): (.+?) ==> (.+)")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


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
    """Yield what the hunspell program flags, with the dictionary of the language."""
    names = {"en": "en_US", "es": "es_ES", "fr": "fr", "de": "de_DE", "it": "it_IT", "pt": "pt_BR"}
    for text in texts:
        command = ["hunspell", "-d", names[text.language], "-i", "utf-8", "-l"]
        output = subprocess.run(
            command, input=text.text, capture_output=True, text=True, check=False
        )
        unknown = set(output.stdout.split())
        yield [
            Flag(match.start(), match.end(), None, True, "hunspell")  # noqa: FBT003
            for match in _WORD.finditer(text.text)
            if match.group() in unknown
        ]


_TOOLS: dict[str, Callable[[list[Text]], Iterator[list[Flag]]]] = {
    "codespell": codespell,
    "typos": typos,
    "hunspell": hunspell,
}
PEERS = {name: tool for name, tool in _TOOLS.items() if shutil.which(name)}
