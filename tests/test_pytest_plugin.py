"""The pytest plugin: one item a seed file, one for the corpus, excerpts on failure."""

import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = "The council of Lindholm met on Monday, 3 March 2025, and approved the budget.\n"
DAMAGED = "The council of Econom\ufffda met.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one clean and one damaged record and no test of its own."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "seeds" / "damaged.txt").write_text(DAMAGED, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return tmp_path


def _pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "", "PYTHONUTF8": "1"},
    )


def test_each_file_and_the_corpus_is_an_item_and_failures_show_excerpts(corpus: Path) -> None:
    """Two files, one corpus: one passes, two fail, with place and context."""
    done = _pytest(corpus, "--textassay")

    assert done.returncode == 1
    assert "2 failed, 1 passed" in done.stdout
    assert "seeds/damaged.txt:1:22 ENC001 error" in done.stdout
    assert "The council of Econom" in done.stdout
    assert "verdict=fail exit=1" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_clean_corpus_passes(corpus: Path) -> None:
    """Every item passes."""
    (corpus / "seeds" / "damaged.txt").unlink()
    done = _pytest(corpus, "--textassay")

    assert done.returncode == 0
    assert "2 passed" in done.stdout


def test_the_configuration_key_switches_it_on(corpus: Path) -> None:
    """``textassay = true`` works like the flag, with paths of its own."""
    (corpus / "pytest.ini").write_text(
        "[pytest]\ntextassay = true\ntextassay_paths = seeds/clean.txt\n", encoding="utf-8"
    )
    done = _pytest(corpus)

    assert done.returncode == 0
    assert "2 passed" in done.stdout


def test_a_corpus_without_records_fails(corpus: Path) -> None:
    """Nothing read is never a pass."""
    for path in (corpus / "seeds").iterdir():
        path.unlink()
    done = _pytest(corpus, "--textassay")

    assert done.returncode == 1
    assert "verdict=none" in done.stdout


def test_without_the_flag_nothing_of_the_engine_is_imported(corpus: Path) -> None:
    """An installed plugin must not slow down every other test run."""
    (corpus / "test_it.py").write_text(
        "import sys\n\n\ndef test_it():\n    assert 'textassay.engine' not in sys.modules\n",
        encoding="utf-8",
    )
    done = _pytest(corpus)

    assert done.returncode == 0, done.stdout
