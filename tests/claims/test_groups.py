"""Groups of countries: each one of the table, in English and Spanish."""

import pytest

from textassay import registry
from textassay.checks.typos.territories import names
from textassay.checks.typos.wrong_group_expansion import Group, groups
from textassay.engine.inspect import inspect
from textassay.model import Finding, Record
from textassay.text.document import Document

CHECK = [check for check in registry.builtin() if check.code == "TYP090"]
UNIQUE = {group.name: group for group in groups().values()}
AND = {"en": "and", "es": "y"}
FORMS = ("{g} ({l})", "{g}: {l}", "{g} – {l} –", "{g}, {made} {l}", "{g} {kind} ({l})")
MADE = {"en": "made up of", "es": "integrado por"}
KIND = {"en": "countries", "es": "países"}
STRANGER = "FJ"  # Fiji is a member of none of them


def _judge(text: str, language: str) -> list[Finding]:
    record = Record(id="r", path="r.txt", text=text, language=language)
    return inspect(Document(record), CHECK)


def _listed(codes: list[str], language: str) -> str:
    *first, last = (names(language)[code] for code in codes)
    return f"{', '.join(first)} {AND[language]} {last}"


def _findings(group: Group, codes: list[str], language: str, form: str) -> list[str]:
    text = form.format(
        g=group.name, l=_listed(codes, language), made=MADE[language], kind=KIND[language]
    )
    return [finding.evidence["group"] for finding in _judge(f"x {text}.", language)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", sorted(UNIQUE))
def test_the_right_list_passes_and_a_stranger_does_not(name: str, language: str, form: str) -> None:
    """Every membership that ever held passes; one member swapped is found."""
    group = UNIQUE[name]
    for members in group.memberships:
        codes = sorted(members)

        assert _findings(group, codes, language, form) == []
        assert _findings(group, [*codes[:-1], STRANGER], language, form) == [group.name]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", sorted(UNIQUE))
def test_a_group_that_lacks_one_member_is_found(name: str, language: str) -> None:
    """Whoever names all but one meant all; of large groups, too."""
    group = UNIQUE[name]
    smallest = sorted(group.memberships[0])
    found = _findings(group, smallest[1:], language, FORMS[0])
    is_another = any(set(smallest[1:]) == set(members) for members in group.memberships)

    assert found == ([] if is_another else [group.name])


@pytest.mark.parametrize("spelling", sorted(groups()))
def test_each_spelling_leads_to_its_group(spelling: str) -> None:
    """Acronyms, full names, both languages."""
    group = groups()[spelling]
    codes = [*sorted(group.memberships[0])[:-1], STRANGER]
    (found,) = _judge(f"The {spelling} ({_listed(codes, 'en')}) met.", "en")

    assert found.evidence["group"] == group.name


def test_a_list_with_an_unknown_name_is_left_alone() -> None:
    """What the table of names does not know, it does not judge."""
    assert _judge("BRICS (Brazil, Russia, India, China, Erewhon) met.", "en") == []


def test_two_of_three_are_a_remark() -> None:
    """They may be the partners of the third."""
    (found,) = _judge("The USMCA (Canada and Mexico) is under review.", "en")

    assert found.severity == "info"
    assert found.evidence["missing"] == ["US"]
