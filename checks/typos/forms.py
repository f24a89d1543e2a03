"""What is decided of a word form once a run, however often it stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

CACHED = 60_000  # word forms remembered a language and question: about 4 MB; of others as many
FIRST_FORMS = 700  # asked one by one as fast as those that are surely refused are read


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
        refusing: Callable[[str, AbstractSet[str]], Iterable[str]] | None = None,
        refused: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        """Wrap the answer to a language and a form.

        Args:
            answer: Tells what is so of a language and a form, of nothing else.
            refused: Gives forms of a language of which the answer is surely no.
            refusing: Gives those of many forms of which the answer is surely no, for speed.
            prepare: Is told first which forms will be asked for, to work on them together.
        """
        self._answer = answer
        self._prepare = prepare
        self._refusing = refusing
        self._refused = refused
        self._yes: dict[str, set[str]] = {}
        self._no: dict[str, set[str]] = {}
        self._full: dict[str, int] = {}
        self._met = 0

    def those(
        self,
        language: str,
        forms: frozenset[str],
        worth: Callable[[str], bool] | None = None,
    ) -> frozenset[str]:
        """Return the forms of which the answer is yes.

        Args:
            language: The language.
            forms: The forms.
            worth: Tells of which new forms the answer matters here; the others are left out.
        """
        yes, no = self._yes.setdefault(language, set()), self._no.setdefault(language, set())
        full = self._full.get(language, FIRST_FORMS if self._refused else CACHED)
        if len(yes) + len(no) + len(forms) > full:
            yes = self._yes[language] = set()
            no = self._no[language] = set(self._refused(language) if self._refused else ())
            self._full[language] = len(no) + len(forms) + CACHED
        open_ = forms - no
        new = open_ - yes
        if worth is not None and new:
            vain = {form for form in new if not worth(form)}
            new -= vain
            open_ -= vain
        if not new:
            return open_
        self._met += len(new)
        if self._met > CACHED:
            self._forget_others(language)
        if self._prepare is not None:
            self._prepare(language, new)
        refused = set(self._refusing(language, new)) if self._refusing else set()
        refused.update([form for form in new - refused if not self._answer(language, form)])
        no |= refused
        open_ -= refused
        yes |= open_
        return open_

    def _forget_others(self, language: str) -> None:
        """Forget the forms of all languages but one: texts in one mostly come together."""
        self._met = 0
        for remembered in (self._yes, self._no, self._full):
            for other in remembered.keys() - {language}:
                del remembered[other]
