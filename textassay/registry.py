"""Finds and loads checks: ours, a user's folder, named entry points.

The only door to the checks: nothing else imports a check module.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from textassay.contract import Bad, BadInput, Check, Good, GoodInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

ENTRY_POINTS = "textassay.checks"


class DuplicateCodeError(ValueError):
    """Two checks claim one code."""


@cache
def builtin() -> tuple[Check, ...]:
    """Return our own checks, sorted by code."""
    return collect(_modules("textassay.checks"))


def load(extra: Iterable[str] = ()) -> tuple[Check, ...]:
    """Return our checks and those of the named folders or entry points.

    Args:
        extra: Paths of folders with check files, or names of entry points
            in the group ``textassay.checks``.

    Raises:
        DuplicateCodeError: Two checks have one code.
        ModuleNotFoundError: No folder and no entry point has such a name.
    """
    found = list(builtin())
    for source in extra:
        modules = _folder(source) if os.path.isdir(source) else _entry_point(source)  # noqa: PTH112 - pathlib is not needed on the fast path
        found.extend(collect(modules))
    return _unique(found)


def collect(modules: Iterable[ModuleType]) -> tuple[Check, ...]:
    """Return the checks that the modules declare, sorted by code."""
    return _unique(
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Check) and value.module == module.__name__
    )


def examples(check: Check) -> tuple[Bad | BadInput | Good | GoodInput, ...]:
    """Return the ``EXAMPLES`` of the module that declares the check."""
    return tuple(getattr(sys.modules[check.module], "EXAMPLES", ()))


def _unique(checks: Iterable[Check]) -> tuple[Check, ...]:
    by_code: dict[str, Check] = {}
    for check in checks:
        other = by_code.setdefault(check.code, check)
        if other is not check:
            message = (
                f"code {check.code} is declared by {other.module} and by {check.module}: "
                "give one of them a code of its own"
            )
            raise DuplicateCodeError(message)
    return tuple(sorted(by_code.values(), key=lambda check: check.code))


def _modules(package: str) -> Iterator[ModuleType]:
    root = import_module(package)
    for folder in root.__path__:
        for name in _names(folder):
            yield import_module(f"{package}.{name}")


def _names(folder: str, prefix: str = "") -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith((".", "_")):
            continue
        if entry.is_dir():
            yield from _names(entry.path, f"{prefix}{entry.name}.")
        elif entry.name.endswith(".py"):
            yield prefix + entry.name.removesuffix(".py")


def _folder(path: str) -> Iterator[ModuleType]:
    from importlib.util import module_from_spec, spec_from_file_location

    for name in _names(path):
        location = os.path.join(path, *name.split(".")) + ".py"  # noqa: PTH118
        spec = spec_from_file_location(f"textassay_user_checks.{name}", location)
        if spec is None or spec.loader is None:
            continue
        module = module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        yield module


def _entry_point(name: str) -> Iterator[ModuleType]:
    from importlib.metadata import entry_points

    found = entry_points(group=ENTRY_POINTS, name=name)
    if not found:
        message = (
            f"no folder and no installed package offers checks as {name!r}: "
            f"entry points of the group {ENTRY_POINTS!r} are looked for"
        )
        raise ModuleNotFoundError(message)
    for entry in found:
        package = entry.load()
        yield package
        if hasattr(package, "__path__"):
            yield from _modules(package.__name__)
