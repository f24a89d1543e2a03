"""Rules of the house that no linter knows."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
SAYS_NOTHING = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}


def _files(*patterns: str) -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_of_code_is_longer_than_two_rooms() -> None:
    """A file that outgrows 400 lines is split."""
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _files("*.py")}

    assert {path: size for path, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A module is named after what it holds."""
    assert [path for path in _files("*.py") if path.name in SAYS_NOTHING] == []


def test_every_lexicon_names_its_source_and_licence() -> None:
    """A word list without a licence cannot be shipped."""
    missing = []
    for path in _files("checks/**/lexicon/*.txt", "textassay/text/lexicon/*.txt"):
        head = path.read_text(encoding="utf-8")[:2_000].casefold()
        if "source" not in head or "licence" not in head.replace("license", "licence"):
            missing.append(path.relative_to(ROOT).as_posix())

    assert missing == []


def test_no_pinned_file_carries_a_download_address() -> None:
    """Names and versions only."""
    pinned = _files("*constraints*", "*requirements*", "*.lock", "package*.json")

    assert [path for path in pinned if "://" in path.read_text(encoding="utf-8")] == []
