"""Runs the examples that a check carries: they are its tests."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textassay import registry
from textassay.contract import Bad, BadInput, Good, GoodInput
from textassay.engine.inspect import inspect
from textassay.model import NOTHING, Decoding, Finding, Record
from textassay.provenance import Registries
from textassay.read import ReadSettings, read
from textassay.survey.neighbours import PassageSettings
from textassay.survey.store import survey
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from textassay.contract import Check


def judge(
    text: str,
    checks: Sequence[Check],
    *,
    language: str | None = None,
    corpus: Sequence[str] = (),
    reference: Sequence[str] = (),
    metadata: Mapping[str, Any] = NOTHING,
    registered: bool | None = None,
    decoding: Decoding | None = None,
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
            decoding=(decoding if name == "example" else None) or Decoding(),
        )
        for name, body in [("example", text), *((f"other-{i}", t) for i, t in enumerate(corpus))]
    ]
    documents = [Document(record) for record in records]
    with TemporaryDirectory() if reference else nullcontext() as folder:
        compared = _reference(folder, reference) if folder else None
        with survey(documents, passages=compared) as store:
            return inspect(documents[0], checks, facts=store.join(documents[:1])[0])


def _reference(folder: str, texts: Sequence[str]) -> PassageSettings:
    """Build a reference corpus of these texts, without keeping them."""
    from textassay.survey.index import build

    against = Path(folder) / "reference"
    build(
        against,
        (Record(id=f"reference-{i}", path="reference", text=text) for i, text in enumerate(texts)),
        keep_texts=False,
    )
    return PassageSettings(against=against)


def failures(check: Check) -> Iterator[str]:
    """Yield, in words, each example of the check that does not hold."""
    for example in registry.examples(check):
        if isinstance(example, (BadInput, GoodInput)):
            yield from _input_failures(check, example)
        else:
            yield from _text_failures(check, example)


def _text_failures(check: Check, example: Bad | Good) -> Iterator[str]:
    found = judge(
        example.text,
        [check],
        language=example.language,
        corpus=example.corpus,
        reference=example.reference,
        metadata=example.metadata,
        registered=example.registered,
        decoding=example.decoding,
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


def _input_failures(check: Check, example: BadInput | GoodInput) -> Iterator[str]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        if example.link is not None:
            (folder / example.name).symlink_to(example.link)
        else:
            (folder / example.name).write_bytes(example.data)
        for beside, data in example.beside.items():
            (folder / beside).parent.mkdir(exist_ok=True)
            (folder / beside).write_bytes(data)
        settings = ReadSettings(root=name, declarations=Registries())
        if example.limit:
            settings = replace(settings, max_record_bytes=example.limit)
        found = {item.code for item in read([name], settings) if isinstance(item, Finding)}
    if isinstance(example, BadInput) and check.code not in found:
        yield f"{check.code}: bad input {example.name!r} gives {sorted(found)}"
    if isinstance(example, GoodInput) and found:
        yield f"{check.code}: good input {example.name!r} gives {sorted(found)}"
