"""Frozen slotted data classes and named tuples that cost little to declare.

``dataclass(frozen=True, slots=True)`` compiles six methods for every class,
a third of a millisecond for five fields; here all classes share the same six,
a fifth of that. ``fields``, ``replace`` and ``asdict`` of ``dataclasses`` work
as ever. An instance takes three times as long: where many are made, use
``NamedTuple``.

``typing.NamedTuple`` parses the annotation of every field; that of this module
leaves them as they are written, in less than half the time. A short file
declares sixty of them. See docs/decisions/009.
"""

from __future__ import annotations

from collections import namedtuple
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import NamedTuple
else:

    class _Declared(type):
        """Makes a named tuple of the class that is declared."""

        def __new__(cls, name: str, _bases: object, namespace: dict[str, Any]) -> type:
            names = namespace.get("__annotations__", {})
            defaults = [namespace[field] for field in names if field in namespace]
            module = namespace["__module__"]
            made = namedtuple(name, names, defaults=defaults, module=module)  # noqa: PYI024 - this is it
            for key, value in namespace.items():
                if key not in names:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Declared, "NamedTuple", (), {"__doc__": "As of ``typing``."})

__all__ = ["NamedTuple", "frozen"]

Class = TypeVar("Class")

_set = object.__setattr__


class _Shape(NamedTuple):
    """The fields of a class in order, and what they are where nothing is given."""

    names: tuple[str, ...]
    defaults: Mapping[str, Any]
    factories: Mapping[str, Callable[[], Any]]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(declared: type[Class]) -> type[Class]:
    """Make a data class of fields that are set once; an own ``__init__`` is kept."""
    own_init = "__init__" in declared.__dict__
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(declared)
    known = fields(made)
    made.__shape__ = _Shape(
        tuple(item.name for item in known),
        {item.name: item.default for item in known if item.default is not MISSING},
        {item.name: item.default_factory for item in known if item.default_factory is not MISSING},
    )
    if not own_init:
        made.__init__ = _init
    made.__repr__, made.__eq__, made.__hash__ = _repr, _eq, _hash
    made.__setattr__, made.__delattr__, made.__reduce__ = _refuse, _refuse, _reduce
    result: type[Class] = made
    return result


def _init(self: Any, /, *values: Any, **named: Any) -> None:  # noqa: ANN401 - any class, any field
    names, defaults, factories = self.__shape__
    if len(values) > len(names):
        message = f"{type(self).__name__}() takes {len(names)} values, not {len(values)}"
        raise TypeError(message)
    for name, value in zip(names, values, strict=False):
        _set(self, name, value)
    for name in names[len(values) :]:
        if name in named:
            _set(self, name, named.pop(name))
        elif name in defaults:
            _set(self, name, defaults[name])
        elif name in factories:
            _set(self, name, factories[name]())
        else:
            message = f"{type(self).__name__}() lacks {name!r}"
            raise TypeError(message)
    if named:
        message = f"{type(self).__name__}() knows no {', '.join(map(repr, named))}, or has it twice"
        raise TypeError(message)


def _values(self: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any class
    return tuple([getattr(self, name) for name in self.__shape__.names])


def _repr(self: Any) -> str:  # noqa: ANN401 - any class
    shown = ", ".join(
        f"{name}={value!r}" for name, value in zip(self.__shape__.names, _values(self), strict=True)
    )
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> Any:  # noqa: ANN401 - a truth, or NotImplemented
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:  # noqa: ANN401 - any class
    return hash(_values(self))


def _refuse(self: Any, name: str, _value: object = None) -> NoReturn:  # noqa: ANN401 - any class
    message = f"{type(self).__name__}.{name} is set once: make another with dataclasses.replace"
    raise FrozenInstanceError(message)


def _reduce(self: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any class
    return type(self), _values(self)
