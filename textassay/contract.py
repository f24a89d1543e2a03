"""What a check is: one function, declared once, in its own file.

A check is a pure function from a document and its context to hits. It sees
no clock, network, randomness, environment or file. The engine turns hits
into findings: it adds record, position, severity and the stable id.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Protocol

from textassay.frozen import NamedTuple, frozen
from textassay.model import NOTHING, Decoding, Edit, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textassay.text.document import Document

Status = Literal["preview", "stable", "deprecated"]
Scope = Literal["document", "corpus", "input"]
"""What a check looks at. "input" checks are declared for their documentation
only: the reader or the engine emits their findings, no function is called."""

Fix = Literal["safe", "unsafe", "none"]


class RelatedSpan(NamedTuple):
    """A span that explains a hit; ``record`` None means the same record."""

    start: int
    end: int
    record: str | None = None
    path: str | None = None
    text: str | None = None


class Hit(NamedTuple):
    """What a check yields: a span, why it is a defect, and a repair.

    ``message``: first sentence stands alone, names the defect, and is free of
    line breaks. ``evidence``: rule, measured values, thresholds, lexicon, all
    JSON-able. ``severity`` None means the check's own. ``belongs`` is the code of the
    check whose defect this is: where that one runs, too, the finding is its.
    """

    start: int
    end: int
    message: str
    evidence: Mapping[str, Any] = NOTHING
    suggestion: str | None = None
    edits: tuple[Edit, ...] = ()
    related: tuple[RelatedSpan, ...] = ()
    severity: Severity | None = None
    belongs: str = ""


@frozen
class WordFacts:
    """What the corpus knows of one word form, case kept, in one language.

    ``records``: records that have it; ``count``: occurrences;
    ``capitalised``: occurrences with a capital inside a sentence.
    """

    records: int = 0
    count: int = 0
    capitalised: int = 0


@frozen
class LineFacts:
    """What the corpus knows of one line, by its fingerprint."""

    records: int = 0
    sources: int = 0


class OtherNumber(NamedTuple):
    """A number ``[start, end)`` of a shared passage for which the other record has ``text``."""

    start: int
    end: int
    other_start: int
    other_end: int
    text: str


class SharedPassage(NamedTuple):
    """Text ``[start, end)`` of a record that another record has too.

    ``other_start`` and ``other_end`` are where it stands there, ``text`` how
    it begins there; ``words`` is how many words of the passage match, ``share``
    the part of it that they are, in [0, 1]. ``numbers`` are those that differ.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    text: str
    words: int
    share: float
    numbers: tuple[OtherNumber, ...] = ()


class RecordMatch(NamedTuple):
    """An earlier record that shares text with this one.

    ``identical``: same bytes; ``same_words``: same words in the same order;
    ``contained``: share of this record's runs of five words that the other
    has; ``covering``: the share of the other's that this one has; ``jaccard``:
    shared runs over all runs. ``reference``: the other belongs to a reference
    corpus.
    """

    record: str
    path: str
    identical: bool
    same_words: bool
    contained: float
    covering: float
    jaccard: float
    passages: tuple[SharedPassage, ...] = ()
    reference: bool = False


class Facts(Protocol):
    """The corpus facts for the keys that occur in one record."""

    def word(self, language: str, word: str) -> WordFacts:
        """Return the facts of a word form (zeros when unknown)."""

    def line(self, key: int) -> LineFacts:
        """Return the facts of a line fingerprint (zeros when unknown)."""

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one.

        Words are lower-cased; only neighbours that are both capitalised count.
        """

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""

    def matches(self) -> Sequence[RecordMatch]:
        """Return the earlier records that share text with this one, the most alike first."""


class NoFacts:
    """The facts of a document judged alone: nothing is known."""

    def word(self, language: str, word: str) -> WordFacts:  # noqa: ARG002 - the protocol's form
        """Return zeros."""
        return WordFacts()

    def line(self, key: int) -> LineFacts:  # noqa: ARG002 - the protocol's form
        """Return zeros."""
        return LineFacts()

    def after(self, language: str, word: str) -> Mapping[str, int]:  # noqa: ARG002 - the protocol's form
        """Return nothing."""
        return NOTHING

    def before(self, language: str, word: str) -> Mapping[str, int]:  # noqa: ARG002 - the protocol's form
        """Return nothing."""
        return NOTHING

    def matches(self) -> Sequence[RecordMatch]:
        """Return nothing."""
        return ()


class Context(NamedTuple):
    """What a check may know beside the document: facts and its options."""

    facts: Facts = NoFacts()
    options: Mapping[str, Any] = NOTHING


class Bad(NamedTuple):
    """An example that must be flagged; it is test and documentation at once.

    Args:
        text: The whole text of the example record.
        span: The exact text of the (first) finding.
        fix: The suggestion of that finding, or None where there is none.
        language: Declared language of the record (None: identified).
        corpus: Texts of other records that the facts are taken from.
        reference: Texts of a reference corpus that the record is compared with.
        metadata: Declared metadata of the record.
        registered: Whether the registry has the record (None: no registry).
        decoding: How its bytes became text.
    """

    text: str
    span: str
    fix: str | None = None
    language: str | None = None
    corpus: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    metadata: Mapping[str, Any] = NOTHING
    registered: bool | None = None
    decoding: Decoding = Decoding()


class Good(NamedTuple):
    """An example that looks like the defect and must not be flagged."""

    text: str
    language: str | None = None
    corpus: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    metadata: Mapping[str, Any] = NOTHING
    registered: bool | None = None
    decoding: Decoding = Decoding()


class BadInput(NamedTuple):
    """An example of an input that the reader must report, for scope "input".

    Args:
        name: The file name; its suffix decides how it is read.
        data: The bytes of the file.
        link: The target, where the example is a symbolic link.
        limit: The largest record read, in bytes (None: the default).
        beside: Other files of the folder, by their path in it.
    """

    name: str
    data: bytes = b""
    link: str | None = None
    limit: int | None = None
    beside: Mapping[str, bytes] = NOTHING


class GoodInput(NamedTuple):
    """An example of an input that looks suspicious and must be read in peace."""

    name: str
    data: bytes = b""
    link: str | None = None
    limit: int | None = None
    beside: Mapping[str, bytes] = NOTHING


class Check(NamedTuple):
    """A registered check with everything that declares it."""

    code: str
    name: str
    since: str
    status: Status
    scope: Scope
    languages: tuple[str, ...] | None
    severity: Severity
    fix: Fix
    version: int
    facts: tuple[str, ...]
    options: Mapping[str, Any]
    characters: frozenset[str] | None
    function: Callable[[Document, Context], Iterable[Hit]]

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by name: a worker process finds the same declaration."""
        return _declared, (self.module, self.function.__name__, self.severity)

    @property
    def documentation(self) -> str:
        """The docstring of the function, as written."""
        return self.function.__doc__ or ""

    @property
    def module(self) -> str:
        """The name of the module that declares the check."""
        return self.function.__module__


def _declared(module: str, name: str, severity: Severity) -> Check:
    declared: Check = getattr(import_module(module), name)
    return declared._replace(severity=severity)


def check(  # noqa: PLR0913 - one declaration holds everything
    *,
    code: str,
    name: str,
    since: str,
    severity: Severity,
    status: Status = "preview",
    scope: Scope = "document",
    languages: tuple[str, ...] | None = None,
    fix: Fix = "none",
    version: int = 1,
    facts: tuple[str, ...] = (),
    options: Mapping[str, Any] = NOTHING,
    characters: frozenset[str] | None = None,
) -> Callable[[Callable[[Document, Context], Iterable[Hit]]], Check]:
    """Declare a check; the decorated name becomes the ``Check``.

    Args:
        code: Three letters of the class and three digits, never reused.
        name: The defect, in kebab case; reads well after "allow".
        since: First version of textassay that has it.
        severity: The default severity of its findings.
        status: "preview" checks run only when asked for.
        scope: "document"; "corpus" where facts of other records decide; "input"
            where the reader itself reports it (the function is never called).
        languages: ISO 639-1 codes that it works for; None means any.
        fix: The best applicability that its edits can have.
        version: Raised when behaviour changes; part of the cache key.
        facts: The fact tables that it asks for ("words", "lines", ...).
        options: Its options with their defaults.
        characters: It is not called where a text has none of these; of ASCII,
            no letter, digit, blank, line feed nor one of ``.,:;!'()-/``. None: always.
    """

    def declare(function: Callable[[Document, Context], Iterable[Hit]]) -> Check:
        return Check(
            code=code,
            name=name,
            since=since,
            status=status,
            scope=scope,
            languages=languages,
            severity=severity,
            fix=fix,
            version=version,
            facts=facts,
            options=options,
            characters=characters,
            function=function,
        )

    return declare


__all__ = [
    "Bad",
    "BadInput",
    "Check",
    "Context",
    "Edit",
    "Facts",
    "Good",
    "GoodInput",
    "Hit",
    "LineFacts",
    "NoFacts",
    "RecordMatch",
    "RelatedSpan",
    "Severity",
    "SharedPassage",
    "Span",
    "WordFacts",
    "check",
]
