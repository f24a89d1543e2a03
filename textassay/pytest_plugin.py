"""The pytest plugin: one test item a seed file, and one for the corpus.

``pytest --textassay`` or ``textassay = true`` in the pytest configuration
assays the folders of the textassay configuration (or ``textassay_paths``).
Without either, nothing of textassay is imported.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textassay.model import Finding
    from textassay.report.run import Run


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--textassay`` and its configuration keys."""
    group = parser.getgroup("textassay")
    group.addoption(
        "--textassay",
        action="store_true",
        default=False,
        help="assay the seed records: one test a file and one for the corpus",
    )
    parser.addini("textassay", "assay the seed records", type="bool", default=False)
    parser.addini(
        "textassay_paths",
        "files and folders of records (default: those of the textassay configuration)",
        type="args",
        default=[],
    )


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Append the items of the seed files and of the corpus."""
    if not (config.getoption("--textassay") or config.getini("textassay")):
        return
    corpus = Corpus(config)
    items.extend(
        SeedItem.from_parent(session, name=f"textassay::{path}", corpus=corpus, path_name=path)
        for path in corpus.paths
    )
    items.append(CorpusItem.from_parent(session, name="textassay::corpus", corpus=corpus))


class Corpus:
    """The records of the session, assayed once, when the first item runs."""

    def __init__(self, config: pytest.Config) -> None:
        """Read the configuration; no record is read yet."""
        from textassay.engine.settings import load

        self._root = config.rootpath
        self.settings = load(None, start=config.rootpath)
        named = config.getini("textassay_paths") or list(self.settings.seeds)
        self.roots = [os.path.relpath(config.rootpath / name) for name in named]

    @cached_property
    def paths(self) -> list[str]:
        """The files that will be read, and the inputs that cannot be."""
        from textassay.read.walk import sources

        return list(dict.fromkeys(item.path for item in sources(self.roots, self._reading)))

    @cached_property
    def run(self) -> Run:
        """The whole run."""
        from textassay.engine.local import assay
        from textassay.engine.selection import chosen
        from textassay.read import read
        from textassay.report.assembly import Assembly

        assembly = Assembly(self.settings, keep_texts=True)
        for item in assay(read(self.roots, self._reading), self.settings):
            assembly.add(item)
        return assembly.run(self.roots, chosen(self.settings))

    @cached_property
    def _reading(self) -> Any:  # noqa: ANN401 - ReadSettings, imported late
        from textassay.engine.reading import read_settings

        return read_settings(self.settings, root=str(self._root))

    def failing(self, path: str) -> list[Finding]:
        """Return the findings of a file that fail it, gravest first."""
        from textassay.report.verdict import failing

        found = (finding for finding in self.run.findings if finding.path == path)
        return sorted(failing(found, self.settings), key=lambda finding: finding.severity.rank)

    def shown(self, findings: Iterable[Finding]) -> str:
        """Return findings as text, with their excerpts."""
        import io
        from dataclasses import replace

        from textassay.report.text import excerpts

        stream = io.StringIO()
        excerpts(replace(self.run, findings=tuple(findings)), stream)
        return stream.getvalue().rstrip()


class AssayError(Exception):
    """The failure of an item; its text is the report."""


class SeedItem(pytest.Item):
    """Passes when no finding of the file fails the run."""

    def __init__(self, *, corpus: Corpus, path_name: str, **options: Any) -> None:  # noqa: ANN401 - pytest's
        """Remember the file."""
        super().__init__(**options)
        self._corpus = corpus
        self._path_name = path_name

    def runtest(self) -> None:
        """Fail with the excerpts of the findings."""
        found = self._corpus.failing(self._path_name)
        if found:
            raise AssayError(self._corpus.shown(found))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:  # noqa: ANN401 - pytest's
        """Show the findings, without a traceback."""
        if isinstance(excinfo.value, AssayError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[str, int | None, str]:
        """Return where the item comes from."""
        return self._path_name, 0, f"textassay: {self._path_name}"


class CorpusItem(pytest.Item):
    """Passes when the corpus as a whole passes: something read, nothing unread."""

    def __init__(self, *, corpus: Corpus, **options: Any) -> None:  # noqa: ANN401 - pytest's
        """Remember the corpus."""
        super().__init__(**options)
        self._corpus = corpus

    def runtest(self) -> None:
        """Fail with the reasons of the verdict."""
        verdict = self._corpus.run.verdict
        if verdict.exit_code:
            raise AssayError("\n".join((*verdict.reasons, verdict.line)))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:  # noqa: ANN401 - pytest's
        """Show the reasons, without a traceback."""
        if isinstance(excinfo.value, AssayError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[str, int | None, str]:
        """Return where the item comes from."""
        return "textassay", 0, "textassay: the corpus"
