"""The command line as its users meet it: exit status, streams, messages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = "The council of Lindholm met on Monday, 3 March 2025, and approved the budget.\n"
DAMAGED = "The council of Econom\ufffda met.\n"


def _run(*arguments: str, cwd: Path, data: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "textassay", *arguments],
        cwd=cwd,
        input=data,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "", "PYTHONUTF8": "1"},
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one clean and one damaged record."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "seeds" / "damaged.txt").write_text(DAMAGED, encoding="utf-8")
    return tmp_path


def test_a_clean_file_exits_0_with_one_verdict_line(corpus: Path) -> None:
    """Nothing but the verdict is printed."""
    done = _run("check", "seeds/clean.txt", cwd=corpus)

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("verdict=pass exit=0 errors=0")


def test_a_defect_exits_1_and_says_where(corpus: Path) -> None:
    """Path, line, column, code, severity and message on one line."""
    done = _run("check", "seeds", cwd=corpus)

    assert done.returncode == 1
    assert "seeds/damaged.txt:1:22 ENC001 error" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("verdict=fail exit=1 errors=1")


def test_exit_zero_hides_findings_but_not_a_missing_verdict(corpus: Path) -> None:
    """--exit-zero turns 1 into 0 and leaves 2 alone."""
    assert _run("check", "seeds", "--exit-zero", cwd=corpus).returncode == 0
    assert _run("check", "nowhere", "--exit-zero", cwd=corpus).returncode == 2


def test_no_record_at_all_is_no_verdict(tmp_path: Path) -> None:
    """An empty folder never passes by accident."""
    (tmp_path / "seeds").mkdir()
    done = _run("check", "seeds", cwd=tmp_path)

    assert done.returncode == 2
    assert "verdict=none exit=2" in done.stdout


def test_standard_input_is_one_record(corpus: Path) -> None:
    """A dash reads the record from standard input."""
    done = _run("check", "-", cwd=corpus, data=DAMAGED)

    assert done.returncode == 1
    assert "<stdin>:1:22 ENC001" in done.stdout


def test_select_and_ignore_take_codes_and_prefixes(corpus: Path) -> None:
    """The more specific selector wins."""
    assert _run("check", "seeds", "--select", "TYP", cwd=corpus).returncode == 0
    assert _run("check", "seeds", "--ignore", "ENC", cwd=corpus).returncode == 0
    chosen = _run("check", "seeds", "--select", "ENC001", "--ignore", "ENC", cwd=corpus)
    assert chosen.returncode == 1


def test_an_unknown_code_is_an_error_with_a_suggestion(corpus: Path) -> None:
    """A misspelt selector must not switch a gate off."""
    done = _run("check", "seeds", "--select", "ENCC001", cwd=corpus)

    assert done.returncode == 2
    assert "no check is called 'ENCC001': did you mean 'ENC001'?" in done.stderr


def test_an_unknown_key_is_an_error_with_a_suggestion(corpus: Path) -> None:
    """A misspelt key must not be ignored."""
    (corpus / "textassay.toml").write_text('fail_on = "error"\n', encoding="utf-8")
    done = _run("check", cwd=corpus)

    assert done.returncode == 2
    assert "unknown key 'fail_on': did you mean 'fail-on'?" in done.stderr


def test_the_nearest_configuration_is_used_and_isolated_ignores_it(corpus: Path) -> None:
    """A pyproject table counts as well as a file of its own."""
    (corpus / "pyproject.toml").write_text('[tool.textassay]\nignore = ["ENC"]\n', encoding="utf-8")

    assert _run("check", "clean.txt", "damaged.txt", cwd=corpus / "seeds").returncode == 0
    assert _run("check", "damaged.txt", "--isolated", cwd=corpus / "seeds").returncode == 1


def test_fail_on_and_max_warnings_set_the_budget(corpus: Path) -> None:
    """The lowest failing severity can be moved."""
    assert _run("check", "seeds", "--fail-on", "never", cwd=corpus).returncode == 0
    (corpus / "textassay.toml").write_text('[severity]\nENC001 = "warning"\n', encoding="utf-8")
    assert _run("check", "seeds", cwd=corpus).returncode == 0
    assert _run("check", "seeds", "--fail-on", "warning", cwd=corpus).returncode == 1
    assert _run("check", "seeds", "--max-warnings", "0", cwd=corpus).returncode == 1


def test_outputs_go_to_files_and_machine_formats_stay_whole(corpus: Path) -> None:
    """Several formats at once; the verdict goes to standard error after JSON."""
    done = _run(
        "check",
        "seeds",
        "-o",
        "jsonl",
        "-o",
        "sarif=out/f.sarif",
        "-o",
        "html=out/r.html",
        cwd=corpus,
    )
    finding = json.loads(done.stdout.splitlines()[0])

    assert finding["code"] == "ENC001"
    assert done.stderr.splitlines()[-1].startswith("verdict=fail")
    assert (
        json.loads((corpus / "out" / "f.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    )
    assert "<!doctype html>" in (corpus / "out" / "r.html").read_text(encoding="utf-8").lower()


def test_two_formats_on_standard_output_are_refused(corpus: Path) -> None:
    """They would be mixed up."""
    done = _run("check", "seeds", "-o", "json", "-o", "jsonl", cwd=corpus)

    assert done.returncode == 2
    assert "two formats on standard output" in done.stderr


def test_an_unknown_verb_is_an_error_with_a_suggestion(corpus: Path) -> None:
    """As in: did you mean check."""
    done = _run("chek", cwd=corpus)

    assert done.returncode == 2
    assert "did you mean 'check'?" in done.stderr


def test_show_settings_prints_what_is_in_force(corpus: Path) -> None:
    """As JSON, with the names of the configuration file."""
    done = _run("check", "--show-settings", "--fail-on", "info", cwd=corpus)

    assert json.loads(done.stdout)["fail-on"] == "info"


def test_explain_prints_the_documentation_with_examples(corpus: Path) -> None:
    """By code and by name."""
    by_code = _run("explain", "ENC001", cwd=corpus)

    assert "## How it decides" in by_code.stdout
    assert "bad: " in by_code.stdout
    assert by_code.stdout == _run("explain", "replacement-character", cwd=corpus).stdout
    assert _run("explain", "ENC999", cwd=corpus).returncode == 2


def test_rules_lists_every_check(corpus: Path) -> None:
    """One line a check."""
    rows = json.loads(_run("rules", "--format", "json", cwd=corpus).stdout)

    assert {"ENC001", "REC001", "PRV001"} <= {row["code"] for row in rows}


def test_the_gate_fails_passes_and_writes_every_report(corpus: Path) -> None:
    """The run file is written last and can be rendered again."""
    failed = _run("gate", "seeds", cwd=corpus)
    names = {path.name for path in (corpus / "reports").iterdir()}

    assert failed.returncode == 1
    assert "records.errors: expect_column_sum_to_be_between" in failed.stderr
    assert names == {
        "index.html",
        "findings.jsonl",
        "findings.sarif",
        "junit.xml",
        "summary.md",
        "run.json",
    }
    assert _run("gate", "seeds/clean.txt", cwd=corpus).returncode == 0
    again = _run("report", "reports/run.json", "-o", "jsonl", cwd=corpus)
    assert again.returncode == 0


def test_the_complete_profile_asks_for_provenance(corpus: Path) -> None:
    """A record without source, licence, language and date does not pass."""
    done = _run("gate", "seeds/clean.txt", "--profile", "complete", cwd=corpus)

    assert done.returncode == 1
    assert "records.licence: expect_column_values_to_not_be_null" in done.stderr


def test_init_writes_a_configuration_that_loads_and_leaves_files_alone(tmp_path: Path) -> None:
    """Twice is harmless."""
    assert _run("init", cwd=tmp_path).returncode == 0
    assert "kept" in _run("init", cwd=tmp_path).stdout
    assert _run("check", "--show-settings", cwd=tmp_path).returncode == 0


def test_a_scaffolded_check_passes_its_own_examples(tmp_path: Path) -> None:
    """Ten minutes to a check of one's own begin with a running one."""
    made = _run("new-check", "XYZ001", "placeholder-text", "--folder", "mine", cwd=tmp_path)
    tested = _run("test", "mine", cwd=tmp_path)

    assert made.returncode == 0
    assert tested.returncode == 0
    assert "ok   XYZ001 placeholder-text" in tested.stdout
    assert _run("new-check", "ENC001", "again", "--folder", "mine", cwd=tmp_path).returncode == 2


def test_a_check_of_ones_own_runs_from_the_configuration(tmp_path: Path) -> None:
    """A folder named as a plug-in is loaded; its preview check when selected."""
    _run("new-check", "XYZ001", "placeholder-text", "--folder", "mine", cwd=tmp_path)
    (tmp_path / "textassay.toml").write_text('plugins = ["mine"]\n', encoding="utf-8")
    done = _run(
        "check",
        "-",
        "--select",
        "XYZ001",
        "--fail-on",
        "warning",
        cwd=tmp_path,
        data="Lorem ipsum.",
    )

    assert done.returncode == 1
    assert "XYZ001 warning Placeholder text." in done.stdout


def test_a_crashing_check_leaves_no_verdict_and_others_still_run(tmp_path: Path) -> None:
    """A crash never counts as passed."""
    _run("new-check", "XYZ001", "placeholder-text", "--folder", "mine", cwd=tmp_path)
    path = tmp_path / "mine" / "placeholder_text.py"
    source = path.read_text(encoding="utf-8").replace("_DEFECT.finditer", "_DEFECT.no_such_method")
    path.write_text(source, encoding="utf-8")
    (tmp_path / "textassay.toml").write_text(
        'plugins = ["mine"]\nextend-select = ["XYZ001"]\n', encoding="utf-8"
    )
    done = _run("check", "-", cwd=tmp_path, data=DAMAGED)

    assert done.returncode == 2
    assert "ENC001" in done.stdout
    assert "XYZ001 error The check placeholder-text crashed here" in done.stdout


def test_a_process_ends_with_its_output_whole_and_its_last_duties_done(corpus: Path) -> None:
    """Nothing is lost by not freeing the objects: what was registered runs, then all is written."""
    code = (
        "import atexit, sys\nfrom textassay.cli import run\n"
        "atexit.register(print, 'done', end='')\n"
        "sys.argv = ['textassay', 'check', 'seeds/damaged.txt', '-q']\nrun()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=corpus,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
    )

    assert done.returncode == 1
    assert done.stdout.startswith("verdict=fail")
    assert done.stdout.endswith("done")


def test_check_of_a_file_imports_nothing_heavy(corpus: Path) -> None:
    """The linter must start fast: no data frame, no template engine, no database."""
    code = (
        "import sys\nfrom textassay.cli import main\n"
        "try:\n    main(['check', 'seeds/damaged.txt'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'great_expectations', 'pandas', 'numpy', 'jinja2', 'duckdb', 'rich', 'pyspark'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=corpus,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_findings_do_not_depend_on_the_order_of_sets() -> None:
    """Two runs with other hash seeds print the same bytes."""
    root = Path(__file__).parents[2]
    printed = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "textassay", "check", "seeds", "-o", "jsonl", "--isolated"],
            cwd=root,
            capture_output=True,
            check=False,
            env={"PYTHONPATH": str(root), "PATH": "", "PYTHONHASHSEED": seed},
        )
        printed.add(done.stdout)

    assert len(printed) == 1
    assert len(printed.pop().splitlines()) > 100
