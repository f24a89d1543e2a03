"""Frozen slotted data classes and named tuples that cost little to declare.

``dataclass(frozen=True, slots=True)`` compiles six methods for every class,
a third of a millisecond for five fields; here all classes share the same six,
a fifth of that. ``fields``, ``replace`` and ``asdict`` of ``dataclasses`` work
as ever. An instance takes three times as long: where many are made, use
``NamedTuple``.

``typing.NamedTuple`` parses the annotation of every field and compiles a
constructor for every class; here all classes of as many fields share one, with
the names of the fields put in, in an eighth of the time. A short file declares
sixty of them. See docs/decisions/009.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import NamedTuple
else:
    from collections import _tuplegetter as _getter
    from functools import cache
    from types import CodeType, FunctionType

    class _Declared(type):
        """Makes a named tuple of the class that is declared."""

        def __new__(cls, name: str, _bases: object, namespace: dict[str, Any]) -> type:
            names = tuple(namespace.get("__annotations__", ()))
            defaults = tuple([namespace.pop(field) for field in names if field in namespace])
            namespace.update({field: _getter(at, "") for at, field in enumerate(names)})
            namespace.update(
                __slots__=(),
                __match_args__=names,
                __new__=_constructor(f"{name}.__new__", names, defaults),
                _fields=names,
                _field_defaults=dict(zip(names[len(names) - len(defaults) :], defaults)),  # noqa: B905 - as many
            )
            return type(name, (_Named,), namespace)

    class _Named(tuple):
        """What all named tuples can do; ``collections.namedtuple`` compiles it for each."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> _Named:
            return cls(*values)

        def _replace(self, /, **changed: object) -> _Named:
            made = type(self)(*map(changed.pop, self._fields, self))
            if changed:
                message = f"no fields of {type(self).__name__}: {', '.join(changed)}"
                raise ValueError(message)
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = ", ".join(f"{key}={value!r}" for key, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    def _constructor(name: str, names: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
        code = _constructors(len(names)).replace(co_varnames=("_cls", *names), co_qualname=name)
        return FunctionType(code, {"_new": tuple.__new__}, "__new__", defaults)

    @cache
    def _constructors(count: int) -> CodeType:
        """Return what makes a tuple of so many values; compiled once, not for every class."""
        values = "".join(f"_{at}, " for at in range(count))
        return eval(f"lambda _cls, {values}: _new(_cls, ({values}))").__code__  # noqa: S307 - our own words

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
