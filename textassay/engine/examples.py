"""Runs the examples that a check carries: they are its tests."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from textassay import registry
from textassay.contract import Bad
from textassay.engine.inspect import inspect
from textassay.model import NOTHING, Record
from textassay.survey.store import survey
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from textassay.contract import Check
    from textassay.model import Finding


def judge(
    text: str,
    checks: Sequence[Check],
    *,
    language: str | None = None,
    corpus: Sequence[str] = (),
    metadata: Mapping[str, Any] = NOTHING,
    registered: bool | None = None,
) -> list[Finding]:
    """Return the findings of the checks on a text among other texts."""
    records = [
        Record(
            id=name,
            path=f"{name}.txt",
            text=body,
            sha256=sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
            language=language,
            metadata=metadata if name == "example" else NOTHING,
            registered=registered,
        )
        for name, body in [("example", text), *((f"other-{i}", t) for i, t in enumerate(corpus))]
    ]
    documents = [Document(record) for record in records]
    store = survey(documents)
    return inspect(documents[0], checks, facts=store.join(documents[:1]))


def failures(check: Check) -> Iterator[str]:
    """Yield, in words, each example of the check that does not hold."""
    for example in registry.examples(check):
        found = judge(
            example.text,
            [check],
            language=example.language,
            corpus=example.corpus,
            metadata=example.metadata,
            registered=example.registered,
        )
        if not isinstance(example, Bad):
            for finding in found:
                yield f"{check.code}: good example is flagged at {finding.text!r}: {example.text!r}"
        elif not found:
            yield f"{check.code}: bad example is not flagged: {example.text!r}"
        elif found[0].text != example.span:
            yield f"{check.code}: flagged {found[0].text!r}, not {example.span!r}"
        elif example.fix is not None and found[0].suggestion != example.fix:
            yield f"{check.code}: suggests {found[0].suggestion!r}, not {example.fix!r}"
