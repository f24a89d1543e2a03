"""Builds a corpus of clean published prose from Debian packages.

Handbooks, manuals and books in six languages are downloaded with
``apt-get download``, unpacked into a temporary folder, and each HTML page
becomes one text record: headings, paragraphs and list items, one a line.

    python benchmarks/corpus.py FOLDER                 # one sub-folder a language
    python benchmarks/corpus.py FOLDER --languages en es
    python benchmarks/corpus.py FOLDER --large         # three times as much, for memory

The texts belong to their authors (see each package's copyright file): they
are for measuring on your machine and are never committed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser
from pathlib import Path

PACKAGES = (
    "anarchism",
    "debian-handbook",
    *(f"debian-reference-{code}" for code in ("de", "en", "es", "fr", "it", "pt", "pt-br")),
    *(f"gimp-help-{code}" for code in ("de", "en", "es", "fr", "it", "pt")),
    *(f"aptitude-doc-{code}" for code in ("en", "es", "fr", "it")),
    *(f"debian-faq{code}" for code in ("", "-de", "-fr", "-it", "-pt")),
    *(f"developers-reference{code}" for code in ("", "-de", "-fr", "-it")),
    "doc-debian",
)
EDITED = (
    "anarchism",
    "debian-handbook",
    "installation-guide-amd64",
    *(f"debian-reference-{code}" for code in ("de", "en", "es", "fr", "it", "pt", "pt-br")),
    *(f"debian-edu-doc-{code}" for code in ("de", "en", "es", "fr", "it", "pt-pt", "pt-br")),
    *(f"kicad-doc-{code}" for code in ("de", "es", "fr", "it")),
    *(f"aptitude-doc-{code}" for code in ("es", "fr", "it")),
    *(f"maint-guide{code}" for code in ("", "-de", "-es", "-fr", "-it")),
    *(f"developers-reference{code}" for code in ("", "-de", "-fr", "-it")),
    *(f"debian-faq{code}" for code in ("", "-de", "-fr", "-it", "-pt")),
)
"""Books that somebody edited, without page furniture and hardly ever translated by half."""
MORE = (  # for measuring throughput and memory: 80 MB want more than the handbooks hold
    *(f"libreoffice-help-{code}" for code in ("en-us", "es", "de", "fr", "it", "pt", "pt-br")),
    *(f"lilypond-doc-html{code}" for code in ("", "-de", "-es", "-fr", "-it")),
    *(f"maint-guide{code}" for code in ("", "-de", "-es", "-fr", "-it")),
    "installation-guide-amd64",
    "python3.11-doc",
    "postgresql-doc-15",
    "git-doc",
)
LANGUAGES = ("en", "es", "fr", "de", "pt", "it")
BLOCKS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "blockquote", "td"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
SKIPPED = frozenset({"script", "style", "pre", "head", "nav", "table", "tt", "form"})
CONTAINERS = frozenset({"div", "ul", *SKIPPED})
NAVIGATION = re.compile(r"nav|toc|footer|header|related|sidebar")
FOREIGN = 0.02  # of a page may be in another language
SHORTEST = 1_000  # characters of a record; shorter pages are tables of contents
LONGEST = 50_000
PROSE_LINE = 60  # a page needs lines of at least this length to be prose


class Prose(HTMLParser):
    """Collects the text of block elements, one line each."""

    def __init__(self) -> None:
        """Start with no text."""
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._buffer: list[str] = []
        self._skipping = 0
        self._navigation = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at each block; skip what is not prose."""
        named = dict(attrs)
        classes = named.get("class") or ""
        if tag in BLOCKS or tag == "br":
            self._flush()
        if self._skipping:
            self._skipping += tag in CONTAINERS
        elif tag in SKIPPED or (tag in CONTAINERS and NAVIGATION.search(classes)):
            self._skipping = 1
        self._navigation = tag == "p" and named.get("id") == "title"

    def handle_endtag(self, tag: str) -> None:
        """End the line of a block."""
        if self._skipping and tag in CONTAINERS:
            self._skipping -= 1
        if tag in BLOCKS:
            self._flush()

    def handle_data(self, data: str) -> None:
        """Collect running text."""
        if not self._skipping and not self._navigation:
            self._buffer.append(data)

    def _flush(self) -> None:
        line = " ".join("".join(self._buffer).split())
        self._buffer.clear()
        if line:
            self.lines.append(line)


def prose(html: str) -> str:
    """Return the prose of a page, "" when it holds hardly any."""
    parser = Prose()
    parser.feed(html)
    parser.close()
    lines = [line for line in parser.lines if any(map(str.isalpha, line))]
    running = sum(len(line) for line in lines if len(line) >= PROSE_LINE)
    text = "\n\n".join(lines)
    if len(text) < SHORTEST or running < len(text) / 2:
        return ""
    return text[: text.rfind("\n\n", 0, LONGEST)] if len(text) > LONGEST else text


def language_of(package: str, path: Path) -> str:
    """Return the language that package or path name, English by default."""
    suffix = re.search(r"-(de|en|es|fr|it|pt)(?:-br|-pt)?$", package)
    if suffix:
        return suffix[1]
    named = re.findall(r"(?:^|[./_-])(en|es|fr|de|pt|it|ja|ru|zh|nl|ko)(?=[./_-]|$)", str(path))
    other = re.search(r"/(?!(?:en|es|fr|de|pt|it)-)[a-z]{2}-[A-Z]{2}/", str(path))
    return "xx" if other else (named[-1] if named else "en")


def pages(root: Path) -> list[Path]:
    """Return the HTML pages under a folder, in order."""
    found = [*root.rglob("*.html"), *root.rglob("*.html.gz")]
    return sorted(page for page in found if page.is_file() and not page.is_symlink())


def fetch(package: str, folder: Path) -> Path | None:
    """Download and unpack a package; None when it is not to be had."""
    done = subprocess.run(
        ["apt-get", "download", package], cwd=folder, capture_output=True, check=False
    )
    archives = sorted(folder.glob(f"{package}_*.deb"))
    if done.returncode or not archives:
        print(f"not available: {package}")
        return None
    target = folder / package
    subprocess.run(["dpkg-deb", "-x", str(archives[0]), str(target)], check=True)
    return target


def is_whole(text: str, language: str) -> bool:
    """Tell whether a page is in one language: translated to its end."""
    from textassay.model import Record
    from textassay.text.document import Document

    document = Document(Record("page", "page.txt", text))
    foreign = sum(
        len(paragraph)
        for paragraph, known in zip(document.paragraphs, document.paragraph_languages, strict=True)
        if known.code not in {language, ""}
    )
    return document.language.code == language and foreign < FOREIGN * len(text)


def build(target: Path, packages: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Write the corpus and print what each language got."""
    sizes = dict.fromkeys(languages, 0)
    with tempfile.TemporaryDirectory() as temporary:
        for package in packages:
            root = fetch(package, Path(temporary))
            for number, page in enumerate(pages(root) if root else []):
                language = language_of(package, page.relative_to(temporary))
                if language not in sizes or page.suffix == ".gz":
                    continue
                text = prose(page.read_text(encoding="utf-8", errors="replace"))
                if text and (packages is not EDITED or is_whole(text, language)):
                    folder = target / language
                    folder.mkdir(parents=True, exist_ok=True)
                    (folder / f"{package}-{number:04}.txt").write_text(text, encoding="utf-8")
                    sizes[language] += len(text)
            if root:
                shutil.rmtree(root)
    for language, size in sizes.items():
        print(f"{language}: {size / 1e6:.2f} million characters")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--edited", action="store_true", help="edited books in one language only")
    kinds.add_argument("--large", action="store_true", help="with manuals that are no books")
    arguments = parser.parse_args()
    packages = EDITED if arguments.edited else PACKAGES + MORE * arguments.large
    build(arguments.folder, packages, tuple(arguments.languages))


if __name__ == "__main__":
    main()
