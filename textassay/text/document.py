"""The document: everything the checks share, computed once, when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from textassay.text import (
    alphabet,
    code,
    folding,
    language,
    layout,
    lines,
    outline,
    quotations,
    roles,
    sentences,
    words,
)
from textassay.text.offsets import OffsetMap, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from textassay.model import Record, Span
    from textassay.text.language import Language
    from textassay.text.lines import Line
    from textassay.text.quotations import Quotation, Scan, UnpairedMark
    from textassay.text.words import Spans

MARKDOWN = (".md", ".md.gz", ".md.zst")
View = TypeVar("View")


class Document:
    """A record with its lazily computed views; all offsets are code points.

    Args:
        record: The record; its text is never changed.
        identified: Its language where that is known from before.
    """

    def __init__(self, record: Record, identified: Language | None = None) -> None:
        """Wrap the record; nothing is computed yet."""
        self.record = record
        self.text = record.text
        self._views: dict[Callable[[Document], object], object] = {}
        if identified is not None:
            self.__dict__["language"] = identified

    @cached_property
    def folded(self) -> str:
        """The text lower-cased with plain blanks and apostrophes, same length."""
        return folding.fold(self.text)

    @cached_property
    def utf8(self) -> bytes:
        """The text in UTF-8, lone surrogates too: searched and split faster than text."""
        return self.text.encode("utf-8", "surrogatepass")

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """The distinct characters, without the commonest; see ``textassay.text.alphabet``."""
        return alphabet.alphabet(self.utf8)

    @cached_property
    def rare(self) -> frozenset[str]:
        """The distinct characters whose kind the outline does not tell; most texts have none."""
        return self.alphabet - outline.known()

    @cached_property
    def narrow(self) -> bytes:
        """The text with a byte a code point, rare ones as ``?``; see ``textassay.text.outline``."""
        return outline.narrow(self.text, self.alphabet)

    @cached_property
    def outline(self) -> bytes:
        """The kind of each character, a byte each; see ``textassay.text.outline``."""
        return outline.outline(self.narrow)

    @cached_property
    def figures(self) -> list[int]:
        """Where each run of decimal digits begins, of any script."""
        return outline.figures(self.text, self.outline, self.rare)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines in order, blank ones too, each with its role."""
        return roles.assign(self.text, self._line_spans, self.column)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: lines that hold text, joined where hard-wrapped."""
        if self.column is None:
            return tuple(layout.lines_with_text(self.text, self._line_spans))
        return tuple(layout.paragraphs(self.text, self.lines, self.column))

    @cached_property
    def column(self) -> int | None:
        """The column at which the text is hard-wrapped, None if it is not."""
        return layout.column(self.text, self._line_spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; none crosses a paragraph."""
        return tuple(sentences.split(self.text, self.paragraphs, self.language.code))

    @property
    def is_markdown(self) -> bool:
        """Whether the record is a file of Markdown, whose marks, tags and code are no leftovers."""
        return self.record.path.lower().endswith(MARKDOWN)

    @cached_property
    def code(self) -> list[tuple[int, int]]:
        """The ``(start, end)`` of the code that a Markdown record quotes; none in other text."""
        return code.spans(self.text, self._line_spans) if self.is_markdown else []

    @cached_property
    def words(self) -> list[str]:
        """The words in order, as written; see ``textassay.text.words``."""
        return self._words_and_spans[0]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words, as written."""
        return frozenset(self.words)

    @cached_property
    def word_spans(self) -> Spans:
        """The ``(start, end)`` of each of ``words``."""
        return self._words_and_spans[1]

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations in order of their start, inner ones behind outer ones."""
        return self._quotation_scan.quotations

    @property
    def unpaired_marks(self) -> tuple[UnpairedMark, ...]:
        """The quotation marks that lack a partner or face the wrong way, in order."""
        return self._quotation_scan.unpaired

    @cached_property
    def language(self) -> Language:
        """The declared language, else the identified one."""
        declared = language.declared(self.record.language or "")
        return declared or language.identify(self.text)

    @property
    def identified(self) -> Language | None:
        """The language if somebody asked for it already, else None."""
        return self.__dict__.get("language")

    @cached_property
    def paragraph_languages(self) -> tuple[Language, ...]:
        """The language of each of ``paragraphs``; the record's where unsure."""
        return tuple(language.of_paragraphs(self.folded, self.paragraphs, self.language))

    def view(self, make: Callable[[Document], View]) -> View:
        """Return what a function makes of the document; it is made once; see ``once``."""
        if make not in self._views:
            self._views[make] = make(self)
        return cast("View", self._views[make])

    def forget(self) -> None:
        """Forget the views of checks: one that holds the document would keep it in memory."""
        self._views.clear()

    def language_at(self, offset: int) -> str:
        """Return the language code of the paragraph around an offset."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        if index < 0:
            return self.language.code
        if "paragraph_languages" in self.__dict__:
            return self.paragraph_languages[index].code
        known = self._languages_asked.get(index)
        if known is None:  # a few paragraphs are asked about, of hundreds
            one = self.paragraphs[index : index + 1]
            (found,) = language.of_paragraphs(self.folded, one, self.language)
            known = self._languages_asked[index] = found.code
        return known

    def sentence_language_at(self, offset: int) -> str:
        """Return the language code of the sentence around an offset."""
        code = self.language_at(offset)
        sentence = self.sentence_at(offset)
        if sentence is None:
            return code
        return language.of_sentence(self.folded[sentence.start : sentence.end], code)

    def line_at(self, offset: int) -> Line:
        """Return the line that holds an offset (0 <= offset <= length)."""
        return self.lines[bisect_right(self._line_starts, offset) - 1]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds an offset, or None between sentences."""
        return _holding(self.sentences, self._sentence_starts, offset)

    def paragraph_at(self, offset: int) -> Span | None:
        """Return the paragraph that holds an offset, or None between paragraphs."""
        return _holding(self.paragraphs, self._paragraph_starts, offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the innermost quotation around an offset, or None outside of all."""
        index = bisect_right(self._quotation_starts, offset) - 1
        while index >= 0:
            quotation = self.quotations[index]
            if offset < quotation.end:
                return quotation
            if quotation.depth == 0:
                return None
            index -= 1
        return None

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1."""
        number = bisect_right(self._line_starts, offset)
        return number, offset - self._line_starts[number - 1] + 1

    @cached_property
    def _line_spans(self) -> list[tuple[int, int]]:
        return lines.split(self.text)

    @cached_property
    def _words_and_spans(self) -> tuple[list[str], Spans]:
        return words.read(self.text)

    @cached_property
    def _quotation_scan(self) -> Scan:
        return quotations.scan(self.text, self.paragraphs, self.language.code)

    @cached_property
    def byte_offsets(self) -> OffsetMap:
        """Converts offsets to bytes of the text in UTF-8, and back."""
        return OffsetMap(self.text, "utf-8")

    @cached_property
    def utf16_offsets(self) -> OffsetMap:
        """Converts offsets to UTF-16 units, and back."""
        return OffsetMap(self.text, "utf-16")

    def utf16_column(self, offset: int) -> int:
        """Return the column of an offset in UTF-16 units, counted from 1."""
        start = self._line_starts[bisect_right(self._line_starts, offset) - 1]
        return width(self.text[start:offset], "utf-16") + 1

    @cached_property
    def _languages_asked(self) -> dict[int, str]:
        return {}

    @cached_property
    def _line_starts(self) -> list[int]:
        return [start for start, _ in self._line_spans]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]


def once(make: Callable[[Document], View]) -> Callable[[Document], View]:
    """Return a function that works on each document once; what it made goes with the document.

    For what the checks of one class share, beside what all checks do.
    """
    return lambda document: document.view(make)


def _holding(pieces: tuple[Span, ...], starts: list[int], offset: int) -> Span | None:
    index = bisect_right(starts, offset) - 1
    if index < 0 or offset >= pieces[index].end:
        return None
    return pieces[index]
