"""A survey that several processes make is the survey that one makes."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, TypeVar

from textassay.model import Record
from textassay.survey.observation import observe
from textassay.survey.store import FactStore, survey
from textassay.text.document import Document
from textassay.text.fingerprints import line_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

PASSAGE = (
    "The harbour master said on Monday that the new pier would open in spring, once the "
    "last of the stones had been laid and the lamps along the wall were lit at night."
)
RECORDS = [
    Record(
        id=f"r{number:02}",
        path=f"news/r{number:02}.txt",
        text=f"Foreign Ministry {number}\n\n{PASSAGE} Tonne {number} came {'late ' * number}.",
        language="en",
    )
    for number in range(12)
]


def sent(item: Item) -> Item:
    """Return an item as it arrives in another process."""
    arrived: Item = pickle.loads(pickle.dumps(item))  # noqa: S301 - our own bytes
    return arrived


def elsewhere(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """Apply a function as another process would: everything crosses as bytes."""
    for item in items:
        yield sent(sent(function)(sent(item)))


def told(store: FactStore) -> list[object]:
    """Return what each record is told."""
    documents = list(map(Document, RECORDS))
    return [
        (
            facts.matches(),
            [facts.word("en", word) for word in sorted(document.vocabulary)],
            facts.line(line_key(f"Foreign Ministry {document.record.id}")),
            facts.after("en", "foreign"),
        )
        for document, facts in zip(documents, store.join(documents), strict=True)
    ]


def test_what_others_observed_adds_up_to_the_same_facts() -> None:
    """Words, lines, pairs and passages, with the first record still held back."""
    alone = survey(map(Document, RECORDS))
    with FactStore() as split:
        split.add(Document(RECORDS[0]))
        for record in RECORDS[1:]:
            split.take(record, sent(observe(Document(record), split.wanted)))
        split.freeze(elsewhere)

        assert any(facts.matches() for facts in split.join(list(map(Document, RECORDS))))
        assert told(split) == told(alone)
