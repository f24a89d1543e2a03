"""The output formats by name; a renderer is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from typing import TextIO

    from textassay.report.run import Run

FORMATS = MappingProxyType(
    {
        "text": "textassay.report.text",
        "json": "textassay.report.runfile",
        "jsonl": "textassay.report.jsonl",
        "sarif": "textassay.report.sarif",
        "junit": "textassay.report.junit",
        "github": "textassay.report.github",
        "gitlab": "textassay.report.gitlab",
        "markdown": "textassay.report.markdown",
        "html": "textassay.report.html.page",
    }
)
SUFFIXES = MappingProxyType(
    {
        "text": ".txt",
        "json": ".json",
        "jsonl": ".jsonl",
        "sarif": ".sarif",
        "junit": ".xml",
        "github": ".txt",
        "gitlab": ".json",
        "markdown": ".md",
        "html": ".html",
    }
)


class Renderer(Protocol):
    """Writes a run to a text stream that takes any code point but surrogates."""

    def __call__(self, run: Run, stream: TextIO, **options: Any) -> None:  # noqa: ANN401 - each format has its own
        """Write the run."""


def renderer(name: str) -> Renderer:
    """Return the renderer of a format.

    Raises:
        KeyError: No such format; ``FORMATS`` lists them.
    """
    module = import_module(FORMATS[name])
    render: Renderer = module.render
    return render
