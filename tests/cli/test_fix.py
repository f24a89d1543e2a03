"""``textassay fix`` as its users meet it: a patch, or repaired files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from textassay.cli.fix import command

DAMAGED = "The caf\u00c3\u00a9 of Li\u00c3\u00a8ge opened on Monday.\r\nIt sells bread."
REPAIRED = "The caf\u00e9 of Li\u00e8ge opened on Monday.\r\nIt sells bread."
CLEAN = "The council met on Monday, 3 March 2025, and approved the budget.\n"


def _run(*arguments: str | Path, data: bytes | None = None) -> Result:
    given = ["--isolated", *(str(argument) for argument in arguments)]
    return CliRunner().invoke(command, given, input=data, catch_exceptions=False)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file with mojibake, CRLF, and no line break at its end."""
    path = tmp_path / "damaged.txt"
    path.write_bytes(DAMAGED.encode())
    return path


def test_without_write_there_is_a_patch_and_no_change(damaged: Path) -> None:
    """Line ends and the missing last one are kept, so the patch fits the file."""
    done = _run(damaged)
    before, after = (text.split("\n") for text in (DAMAGED, REPAIRED))

    assert done.stdout_bytes.decode().split("\n") == [
        f"--- {damaged}",
        f"+++ {damaged}",
        "@@ -1,2 +1,2 @@",
        "-" + before[0],
        "+" + after[0],
        " " + before[1],
        "\\ No newline at end of file",
        "",
    ]
    assert done.stderr == "verdict=fixable exit=1 records=1 repaired=0 left=1 unread=0\n"
    assert done.exit_code == 1
    assert damaged.read_bytes() == DAMAGED.encode()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_write_repairs_the_file_and_nothing_is_left_for_a_second_run(
    damaged: Path, mark: bytes
) -> None:
    """A byte order mark, the line ends and the mode of the file stay."""
    damaged.write_bytes(mark + DAMAGED.encode())
    damaged.chmod(0o640)
    done = _run(damaged, "--write")

    assert done.exit_code == 0
    assert "verdict=clean exit=0 records=1 repaired=1 left=0" in done.stderr
    assert damaged.read_bytes() == mark + REPAIRED.encode()
    assert damaged.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in damaged.parent.iterdir()] == ["damaged.txt"]
    assert _run(damaged, "--write").stderr.startswith("verdict=clean exit=0 records=1 repaired=0")


def test_a_link_stays_a_link(damaged: Path) -> None:
    """What it leads to is repaired."""
    link = damaged.with_name("link.txt")
    link.symlink_to(damaged.name)
    _run(link, "--write")

    assert link.is_symlink()
    assert damaged.read_bytes() == REPAIRED.encode()


def test_rows_of_tables_and_standard_input_are_counted_and_left(tmp_path: Path) -> None:
    """A patch of decoded text would not fit them."""
    table = tmp_path / "rows.jsonl"
    table.write_text(json.dumps({"id": "1", "text": DAMAGED}) + "\n")
    kept = table.read_bytes()
    of_table = _run(table, "--write")
    of_input = _run("-", data=DAMAGED.encode())

    for done in (of_table, of_input):
        assert done.exit_code == 1
        assert done.stdout == ""
        assert done.stderr.endswith("records=1 repaired=0 left=1 unread=0\n")
    assert table.read_bytes() == kept


def test_an_input_that_cannot_be_read_leaves_no_verdict(damaged: Path) -> None:
    """It is named, and the other files are still repaired."""
    (damaged.parent / "binary.txt").write_bytes(bytes(range(256)) * 40)
    done = _run(damaged.parent, "--write")

    assert done.exit_code == 2
    assert "binary.txt: REC" in done.stderr
    assert "verdict=none exit=2 records=1 repaired=1" in done.stderr
    assert damaged.read_bytes() == REPAIRED.encode()


def test_no_record_at_all_is_no_verdict(tmp_path: Path) -> None:
    """As for the other verbs."""
    assert _run(tmp_path).exit_code == 2


def test_a_clean_record_and_what_a_person_must_judge_are_left(tmp_path: Path) -> None:
    """A lost letter has no safe edit."""
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "lost.txt").write_text("The caf\ufffd opened.\n", encoding="utf-8")
    done = _run(tmp_path, "--write")

    assert done.stderr == "verdict=clean exit=0 records=2 repaired=0 left=0 unread=0\n"


def test_deselected_checks_repair_nothing(damaged: Path) -> None:
    """Selectors are those of ``check``."""
    assert _run(damaged, "--ignore", "ENC").exit_code == 0
    done = CliRunner().invoke(command, [str(damaged), "--select", "XYZ9"])
    assert done.exit_code == 1
    assert "no check is called 'XYZ9'" in done.output
