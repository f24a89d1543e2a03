"""What is decided of a word form once a run, however often it stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

CACHED = 50_000  # word forms remembered a language and question: about 5 MB


class Question:
    """A yes-or-no question to a word form, answered once a form and language.

    The forms of a document then cost a set difference: what a corpus repeats
    is not looked at again.
    """

    def __init__(
        self,
        answer: Callable[[str, str], bool],
        *,
        prepare: Callable[[str, AbstractSet[str]], None] | None = None,
    ) -> None:
        """Wrap the answer to a language and a form.

        Args:
            answer: Tells what is so of a language and a form, of nothing else.
            prepare: Is told first which forms will be asked for, to work on them together.
        """
        self._answer = answer
        self._prepare = prepare
        self._yes: dict[str, set[str]] = {}
        self._no: dict[str, set[str]] = {}

    def those(self, language: str, forms: frozenset[str]) -> frozenset[str]:
        """Return the forms of which the answer is yes."""
        yes, no = self._yes.setdefault(language, set()), self._no.setdefault(language, set())
        if len(yes) + len(no) > CACHED:
            yes.clear()
            no.clear()
        open_ = forms - no
        new = open_ - yes
        if not new:
            return open_
        if self._prepare is not None:
            self._prepare(language, new)
        refused = {form for form in new if not self._answer(language, form)}
        no |= refused
        open_ -= refused
        yes |= open_
        return open_
