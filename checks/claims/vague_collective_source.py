"""An assertion is attributed to unnamed people: "experts say", "muchos creen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.clauses import Source
from textassay.checks.claims.resolution import unresolved
from textassay.checks.claims.schools import is_doctrine
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="CLM001",
    name="vague-collective-source",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def vague_collective_source(document: Document, _context: Context) -> Iterator[Hit]:
    """An assertion is attributed to unnamed people: "experts say", "muchos creen".

    ## What it finds
    A human noun in the plural, bare or with a quantifier, of any trade or
    group, as the subject of a verb of saying, thinking, fearing, hoping,
    complaining or expecting, before or behind it, as the agent of a passive,
    or after "according to".

    ## Why it matters
    Nobody can ask "experts": the assertion cannot be checked.

    ## How it decides
    Grammar: see `english.py` and `spanish.py`. A phrase with a name in it, the
    people of a named institution, a definite plural that the record
    introduced before, and quotations are left alone. What a school of thought
    is said to hold ("Marxists argue") is a remark: its doctrine is in print.

    ## Known mistakes
    A group that an earlier paragraph named.

    ## Options
    None.
    """
    for found in unresolved(document, frozenset({Source.COLLECTIVE, Source.GROUP})):
        phrase = " ".join(document.text[found.start : found.end].split())
        yield Hit(
            found.start,
            found.end,
            f"Attributed to unnamed people: {phrase}.",
            evidence={"rule": f"collective source, {found.form}", "head": found.head},
            severity=Severity.INFO if is_doctrine(document, found) else None,
        )


EXAMPLES = (
    Bad("Experts say the bridge is unsafe.", span="Experts say", language="en"),
    Bad(
        "Lo que muchos han argumentado es otra cosa.", span="muchos han argumentado", language="es"
    ),
    Good("Experts at the Lowland Bridge Institute say it is unsafe.", language="en"),
    Good("Ana Ruiz y Luis Gil dicen que es inseguro.", language="es"),
)
