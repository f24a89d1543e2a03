"""Keeps what waits for the end of a run: in memory, then on disk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Self, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textassay.model import Record
    from textassay.text.language import Language

Item = TypeVar("Item")

CHARACTERS = 2_000_000  # of the texts of records kept in memory before a file takes over
ITEMS = 500  # findings, or rows of records, kept in memory: 5 MB where they quote much


class Spool(Sequence[Item]):
    """Holds what is put in and gives it back in order, any number of times.

    Past a limit a private temporary file takes over, which is gone when the
    spool is.
    """

    def __init__(self, limit: int = ITEMS, size: Callable[[Item], int] = lambda _item: 1) -> None:
        """Start empty, in memory.

        Args:
            limit: The sizes that may be held together.
            size: What an item counts.
        """
        self._limit = limit
        self._size = size
        self._items: list[Item] = []
        self._held = 0
        self._file: BinaryIO | None = None
        self._count = 0
        self.total = 0

    def __enter__(self) -> Self:
        """Return the spool itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Remove the temporary file."""
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        """Return how many items were put in; ``total`` is their size."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        """Return items by place, going through all before: meant for the first few."""
        if isinstance(index, slice):
            return list(self)[index]
        if not -len(self) <= index < len(self):
            message = f"no item {index} of {len(self)}"
            raise IndexError(message)
        return next(islice(self, index % len(self), None))

    def put(self, item: Item) -> None:
        """Add an item."""
        size = self._size(item)
        self._items.append(item)
        self._held += size
        self.total += size
        self._count += 1
        if self._held > self._limit:
            self._flush()

    def __iter__(self) -> Iterator[Item]:
        """Yield the items in the order they came."""
        if self._file is not None:
            import pickle

            self._flush()
            place, end = 0, self._file.tell()
            while place < end:
                self._file.seek(place)  # another reader may have moved it
                items = pickle.load(self._file)  # noqa: S301 - our own private file
                place = self._file.tell()
                yield from items
        yield from self._items

    def _flush(self) -> None:
        if self._file is None:
            from tempfile import TemporaryFile

            self._file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - gone when the spool is
        import pickle

        self._file.seek(0, 2)
        if self._items:
            pickle.dump(self._items, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._items = []
        self._held = 0


class Waiting(NamedTuple):
    """A record that waits until the corpus is surveyed, with its language if that is known."""

    record: Record
    language: Language | None = None


def of_records() -> Spool[Waiting]:
    """Return a spool for the records that wait until the whole corpus is surveyed.

    A file is read only once, so they must wait somewhere.
    """
    return Spool(CHARACTERS, _characters)


def _characters(item: Waiting) -> int:
    return len(item.record.text)
