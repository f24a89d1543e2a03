"""Our frozen classes behave as those of dataclasses do."""

import copy
import pickle
import typing
from dataclasses import FrozenInstanceError, asdict, fields, replace

import pytest

from textassay.frozen import NamedTuple
from textassay.model import NOTHING, Decoding, Edit, Record, Span

RECORD = Record("a", "a.txt", "text", size=4, decoding=Decoding(bom=True), metadata={"n": 1})


def test_values_are_given_by_place_by_name_or_not_at_all() -> None:
    """Defaults and factories fill the rest."""
    assert Record(id="a", path="a.txt", text="text") == Record("a", "a.txt", "text")
    assert Record("a", "a.txt", "text").metadata is NOTHING
    assert Decoding().encoding == "utf-8"


@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        ((1,), {}, "lacks 'end'"),
        ((1, 2, "x", True, 5), {}, "takes 4 values, not 5"),
        ((1, 2, "x"), {"start": 3}, "knows no 'start'"),
        ((1, 2, "x"), {"sure": True}, "knows no 'sure'"),
    ],
)
def test_wrong_values_are_refused(
    values: tuple[object, ...], named: dict[str, object], message: str
) -> None:
    """Missing, superfluous, unknown and doubled ones."""
    with pytest.raises(TypeError, match=message):
        Edit(*values, **named)  # type: ignore[arg-type]


def test_fields_are_set_once() -> None:
    """Neither set nor deleted later."""
    for record in (RECORD, Span(1, 2)):
        with pytest.raises(FrozenInstanceError):
            setattr(record, fields(record)[0].name, "b")
        with pytest.raises(FrozenInstanceError):
            delattr(record, fields(record)[0].name)
        assert not hasattr(record, "__dict__")


def test_equality_hash_and_text_are_those_of_the_values() -> None:
    """Of one class only."""
    assert Span(1, 2) == Span(1, 2) != Span(1, 3)
    assert hash(Span(1, 2)) == hash(Span(1, 2))
    assert Span(1, 2) != (1, 2)  # type: ignore[comparison-overlap]
    assert repr(Edit(1, 2, "x")) == "Edit(start=1, end=2, replacement='x', safe=False)"


def test_copies_and_pickles_are_equal() -> None:
    """Workers and caches get what was sent."""
    assert pickle.loads(pickle.dumps(RECORD)) == copy.copy(RECORD) == RECORD  # noqa: S301 - ours
    assert replace(RECORD, text="other").text == "other"
    assert asdict(Edit(1, 2, "x")) == {"start": 1, "end": 2, "replacement": "x", "safe": False}


class Place(NamedTuple):
    """A named tuple as of ``typing``."""

    line: int
    column: int = 1

    def shown(self) -> str:
        """Return it as written."""
        return f"{self.line}:{self.column}"


def test_a_named_tuple_is_what_typing_makes_of_it() -> None:
    """Defaults, methods, annotations, copies and pickles; only the declaration is cheaper."""
    place = Place(3)

    assert place == (3, 1)
    assert place.shown() == "3:1"
    assert place._replace(column=2) == Place(3, 2)
    assert typing.get_type_hints(Place) == {"line": int, "column": int}
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - made a line above
    assert type(pickle.loads(pickle.dumps(place))) is Place  # noqa: S301
    with pytest.raises(TypeError, match=r"Place.__new__\(\) got an unexpected .* 'row'"):
        Place(row=3)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="no fields of Place: row"):
        place._replace(row=3)  # type: ignore[call-arg]
    assert (Place.__doc__, Place.__module__) == ("A named tuple as of ``typing``.", __name__)
