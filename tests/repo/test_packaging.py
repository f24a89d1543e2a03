"""What is built holds what is committed: wheel, sdist, wheel from sdist, editable."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAPPED = {"checks/": "textassay/checks/", "expectations/": "textassay/expectations/"}


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def _committed() -> set[str]:
    """Return the package files under git, by the path that they are installed at."""
    names = set()
    for name in _git("ls-files", "textassay", "checks", "expectations"):
        if (ROOT / name).is_symlink():
            continue
        for folder, target in MAPPED.items():
            if name.startswith(folder):
                name = target + name.removeprefix(folder)  # noqa: PLW2901 - the mapping is the point
        names.add(name)
    return names


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build sdist and, from it, the wheel, of exactly what is under git."""
    source = tmp_path_factory.mktemp("source")
    for name in _git("ls-files"):
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_symlink():
            target.symlink_to((ROOT / name).readlink())
        else:
            target.write_bytes((ROOT / name).read_bytes())
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)],
        check=True,
        capture_output=True,
    )
    return out


@pytest.mark.slow
def test_the_wheel_from_the_sdist_holds_every_committed_file(built: Path) -> None:
    """Nothing is lost on the way, nothing but textassay reaches site-packages."""
    (wheel,) = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert names == _committed()


@pytest.mark.slow
def test_the_sdist_holds_code_licence_and_readme(built: Path) -> None:
    """The licence travels with the source."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"LICENSE", "README.md", "pyproject.toml", "checks/__init__.py"} <= names


@pytest.mark.slow
def test_the_wheel_runs_where_nothing_else_of_the_project_is(built: Path, tmp_path: Path) -> None:
    """Unpacked alone on the path it checks a file, with every data file it needs."""
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")  # noqa: S202 - built a line above
    (tmp_path / "a.txt").write_text("The council met on Monday. Econom\ufffda.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "textassay", "check", "a.txt"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr
    assert "ENC001" in done.stdout


def test_a_check_has_one_identity() -> None:
    """``import checks`` from the checkout is refused: codes would be registered twice."""
    done = subprocess.run(
        [sys.executable, "-c", "import checks"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "import textassay.checks" in done.stderr
