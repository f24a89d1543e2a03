"""``textassay fix``: the safe repairs, as a patch or in the files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from textassay.cli import options as shared_options
from textassay.cli.running import checks_of
from textassay.engine.fixing import fix, judge
from textassay.engine.reading import read_settings
from textassay.frozen import NamedTuple
from textassay.model import Finding, Record
from textassay.read import is_unread, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.engine.settings import Settings

PLAIN = (".txt", ".md")
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}

EPILOG = """\b
Examples:
  textassay fix seeds                    show what would change; write nothing
  textassay fix seeds > repairs.patch    the same, for "patch -p0 < repairs.patch"
  textassay fix seeds --write            change the files
  textassay fix article.txt --select ENC001

\b
Exit status: 0 nothing is left to repair; 1 repairs are at hand and not
written; 2 something could not be read.
"""


class Repair(NamedTuple):
    """A record before and after its safe edits."""

    before: Record
    after: Record

    @property
    def writable(self) -> bool:
        """Tell whether the record is a whole file of UTF-8, so that a patch fits it."""
        return (
            Path(self.before.path).suffix.lower() in PLAIN
            and self.before.decoding.encoding == "utf-8"
            and Path(self.before.path).is_file()
        )


@click.command(name="fix", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@shared_options.choosing
@click.option("--write", is_flag=True, help="Change the files; without it nothing is written.")
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    *,
    write: bool,
    **options: Any,  # noqa: ANN401 - click's options
) -> None:
    """Make the repairs that are certain: those whose edits are marked safe.

    Such are mojibake that a round trip proves, escapes, ligatures and letters
    in two forms. Whatever a person has to judge is left as it is. Files of
    plain text in UTF-8 can be patched or written; for records in tables,
    compressed files and other encodings the last line only counts them.

    A registry knows the old files by their digests: renew it after --write.
    """
    settings = shared_options.settings(options)
    unread, records, left, done = 0, 0, 0, 0
    for item in _repairs(paths or settings.seeds, settings):
        if isinstance(item, Finding):
            unread += 1
            click.echo(f"{item.path}: {item.code} {item.message}", err=True)
            continue
        records += 1
        if item.before.text == item.after.text:
            continue
        if not item.writable:
            left += 1
        elif write:
            _replace(item)
            done += 1
            click.echo(f"repaired  {item.before.path}", err=True)
        else:
            _show(item)
            left += 1
    exit_code = 2 if unread or not records else min(left, 1)
    verdict = ("clean", "fixable", "none")[exit_code]
    sys.stdout.flush()
    click.echo(
        f"verdict={verdict} exit={exit_code} records={records} repaired={done} left={left} "
        f"unread={unread}",
        err=True,
    )
    context.exit(exit_code)


def _repairs(paths: Sequence[str], settings: Settings) -> Iterator[Repair | Finding]:
    """Yield each record with its repair, and whatever leaves one without a verdict."""
    judged = judge(checks_of(settings), settings)
    failures: list[Finding] = []

    def find(record: Record) -> list[Finding]:
        found = judged(record)
        failures.extend(finding for finding in found if is_unread(finding))
        return found

    for item in read(paths, read_settings(settings)):
        if isinstance(item, Record):
            yield Repair(item, fix(item, find))
        elif is_unread(item):
            yield item
        yield from failures
        failures.clear()


def _show(repair: Repair) -> None:
    """Print a unified diff: drawn for people on a terminal, exact anywhere else."""
    lines = _diff(repair.before.path, repair.before.text, repair.after.text)
    if sys.stdout.isatty():
        from textassay.report.visible import visible

        for line in lines:
            click.secho(visible(line), fg=_COLOURS.get(line[:1]))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write("".join(line + "\n" for line in lines).encode())


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff; lines end at LF alone, as for ``patch``."""
    from difflib import unified_diff

    for line in unified_diff(_lines(before), _lines(after), path, path):
        body, end, _ = line.partition("\n")
        yield body
        if not end:
            yield "\\ No newline at end of file"


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _replace(repair: Repair) -> None:
    """Write a file anew, whole or not at all.

    Raises:
        click.ClickException: It cannot be written.
    """
    from shutil import copymode
    from tempfile import NamedTemporaryFile

    path = Path(repair.before.path).resolve()
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".textassay-", delete=False) as file:
            file.write(repair.after.text.encode())
        copymode(path, file.name)
        Path(file.name).replace(path)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise click.ClickException(message) from error
