"""Tags of HTML, BBCode or a content system are left in the text."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import talks_about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


_FIRST = frozenset("<[{")
LONGEST_NAME = 40  # code points before a tag in which a name begins
_BRACKETS = {"[": "]", "{": "}"}
LONG_NAME = 5  # letters of a name in braces: "{u = 1}" is a set
_LONE = frozenset({"<br>", "<hr>", "<wbr>"})  # have no closing tag


@cache
def _tags(first: str) -> re.Pattern[str]:
    """Return the pattern of the tags with that first character, which is found fast."""
    if first in _BRACKETS:
        names = entries(__file__, "short_codes.txt")
        short = "|".join(name for name in names if first == "[" or len(name) >= LONG_NAME)
        opening, closing = re.escape(first), re.escape(_BRACKETS[first])
        inside = rf"[\s=][^{opening}{closing}]{{0,500}}"
        return re.compile(rf"{opening}/?(?:{short})(?:{inside})?{closing}", re.IGNORECASE)
    html = "|".join(entries(__file__, "html_tags.txt"))
    return re.compile(
        rf"<(?:/?(?:{html})(?:\s[^<>]{{0,500}})?/?|!--[^<>]{{0,500}}--|!doctype[^<>]{{0,200}})>",
        re.IGNORECASE,
    )


@check(
    code="ENC019",
    name="markup-tag",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=_FIRST,
)
def markup_tag(document: Document, _context: Context) -> Iterator[Hit]:
    """Tags of HTML, BBCode or a content system are left in the text.

    ## What it finds
    Tags and comments of HTML by the names of the standard, BBCode, and short
    codes of content systems such as ``[caption]`` and ``{gallery ...}``.

    ## Why it matters
    The page was not fully turned into text: models learn the markup, and
    words next to it are glued to it.

    ## How it decides
    By the list of names; ``<3``, ``a < b`` and names in angle brackets that
    no standard knows are left alone, and so are words in brackets: they are
    an editor's where nothing closes the tag and it has no attribute. So is the code of
    shares behind the name of a company (``Roe Inc <DD>``), a tag in backticks, and a name
    in angle brackets that nothing closes and that marks no text of an article: a
    placeholder, or an element that is talked about (``the <title> of a page``). A page
    of HTML, or forty tags, are one finding at the first, whose edits are all.

    ## Known mistakes
    Text that explains markup: where a text talks about code, the finding is
    only a remark. So it is in files of Markdown, which may hold tags.

    ## Options
    None.
    """
    text = document.text
    reasons = sorted(document.alphabet & _FIRST)
    tags = list(chain.from_iterable(_tags(reason).finditer(text) for reason in reasons))
    closing = {match.group().lower() for match in tags if match.group()[1] == "/"}
    found = sorted(
        (match for match in tags if not _is_editorial(text, match, closing)), key=re.Match.start
    )
    code = bool(found) and (
        document.is_markdown or talks_about_code(_tags("<").sub(" ", document.folded))
    )
    level = Severity.INFO if code else None
    if len(found) >= PAGE or (found and text.lstrip()[:PROLOGUE].lower().startswith(_PROLOGUES)):
        yield _hit(found, f"The text is marked up, not plain: {len(found)} tags.", level)
        return
    for match in found:
        yield _hit([match], "A markup tag is left in the text.", level)


PAGE = 40  # tags of a text that was never made plain: one defect, one finding
PROLOGUE = 9  # code points
_PROLOGUES = ("<!doctype", "<html")


def _hit(found: list[re.Match[str]], message: str, severity: Severity | None) -> Hit:
    return Hit(
        found[0].start(),
        found[0].end(),
        message,
        evidence={"rule": "tag of HTML, BBCode or a content system", "tags": len(found)},
        suggestion="" if len(found) == 1 else None,
        edits=tuple(Edit(match.start(), match.end(), "") for match in found),
        severity=severity,
    )


def _is_editorial(text: str, match: re.Match[str], closing: set[str]) -> bool:
    """Tell whether brackets hold words of an editor, or a tag is talked about.

    A changed letter ("[i]t", "<s>o"), words put in ("[I am]", "[video of the event]"), what a
    content network shows for an address ("[email protected]"), and placeholders ("<title>").
    """
    tag = match.group().lower()
    if tag[0] in _BRACKETS:
        name, *more = tag[1:-1].strip("/").split()
        if f"{tag[0]}/{name}{tag[-1]}" in closing:
            return False
        return "=" not in tag if more or tag[0] == "{" else len(name) == 1
    beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    if beside == "``" or beside[1:] == "-":
        return True
    return f"</{tag[1:]}" not in closing and _is_no_markup(text, match, tag[1:-1])


def _is_no_markup(text: str, match: re.Match[str], name: str) -> bool:
    """Tell whether a tag that nothing closes is a letter, a placeholder or a code of shares."""
    if name.isalpha() and name not in _text_tags():
        return True
    if len(name) == 1 and name != "p":
        return True
    code = match.group().isupper() and match.group().lower() not in _LONE
    return code and _behind_name(text, match.start())


@cache
def _text_tags() -> frozenset[str]:
    """Return the names of the tags that mark up the text of an article."""
    return frozenset(entries(__file__, "text_tags.txt"))


def _behind_name(text: str, start: int) -> bool:
    """Tell whether a word with a capital is before, as before a code of shares ("Roe Inc <DD>")."""
    line = text[max(0, start - LONGEST_NAME) : start].rpartition("\n")[2]
    word = "".join(line.split()[-1:])
    return word.isalpha() and word[0].isupper()


EXAMPLES = (
    Bad("The <b>minister</b> left.", span="<b>", fix=""),
    Bad('[caption id="3"]The square at noon[/caption]', span='[caption id="3"]', fix=""),
    Bad('{gallery ids="8,9"} The bridge after the flood', span='{gallery ids="8,9"}', fix=""),
    Good("The set {b} and {code} of the template stand for names."),
    Good('I <3 you; a < b and c > d; <unnamed source> [sic] [applause]; he said "[i]t is"'),
    Good('"But [I am] old," she said, "and [video of the event] is lost."'),
)
