"""Where a capitalised unknown word is the name of somebody, whatever word it is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.accents import begins_sentence
from textassay.checks.typos.phrases import nations
from textassay.checks.typos.vocabulary import LOWER, vocabulary

if TYPE_CHECKING:
    from textassay.checks.typos.candidates import Candidate
    from textassay.checks.typos.unknown import Unknown
    from textassay.text.document import Document

# Of 80 capitalised findings in manuals, news, quotations and lists of books 17 were names in one of
# these places, and no slip stood there; of 100 errors put into sentences, one does.
SHORT, LONGEST = 5, 8  # letters; a longer word after a first name is an office ("Univeristy")
_DASHES = ("-- ", "\N{EN DASH} ", "\N{EM DASH} ")
_ENDS_NAME = (".", ",", ";", "\n", " (", "")


def may_be_name(document: Document, word: Unknown, meant: Candidate) -> bool:
    """Tell whether a capitalised word is rather a name than a slip of the word meant.

    Under a quotation ("-- Michehl."), before a first name in a list of books
    ("Oved, Yaacov"), after one ("Holger Levsen"), short inside a sentence, or in
    brackets behind the words that it is made of ("Procuraduría Naval (Procunal)").
    """
    words = vocabulary(word.language)
    if words is None or not word.capitalised:
        return False
    if _signs(document.text, word) or _shortens(document, word):
        return True
    if not (" " in meant.word or words.flags(meant.word) & LOWER):
        return False
    if begins_sentence(document.text, word.start):
        return False
    noun = word.language == "de"
    short = not noun and (len(word.text) <= SHORT or " " in meant.word)
    return short or (len(word.text) <= LONGEST and _after_first_name(document, word))


def _signs(text: str, word: Unknown) -> bool:
    """Tell whether the word is alone under a quotation, or a surname before a first name."""
    line = text.rfind("\n", 0, word.start) + 1
    before, after = text[line : word.start], text[word.end : word.end + 3]
    if before in _DASHES:
        return after[:1] in _ENDS_NAME or after[:2] in _ENDS_NAME
    return not before and after[:2] == ", " and after[2:].isupper()


def _shortens(document: Document, word: Unknown) -> bool:
    """Tell whether a word alone in brackets begins like a name right before them."""
    if document.text[word.start - 1 : word.start] + document.text[word.end : word.end + 1] != "()":
        return False
    before = document.words[max(0, word.place - SHORTENED) : word.place]
    return any(one[0].isupper() and one.startswith(word.text[:STEM]) for one in before)


SHORTENED, STEM = 8, 2  # words of the long name; letters


def _after_first_name(document: Document, word: Unknown) -> bool:
    """Tell whether a capitalised word that is none of the dictionary stands right before."""
    words = vocabulary(word.language)
    if not word.place or words is None:
        return False
    name, end = document.words[word.place - 1], document.word_spans[word.place - 1][1]
    gap = document.text[end : word.start]
    lowered = name.lower()
    initial = len(name) == 1 and gap == ". "
    known = words.flags(lowered) & LOWER or lowered in nations(word.language)
    return name[0].isupper() and (initial or (gap == " " and not known))
