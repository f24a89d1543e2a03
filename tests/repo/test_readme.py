"""README shows real output: its generated parts are current."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_generated_parts_of_the_readme_are_current() -> None:
    """Run ``python tools/update_readme.py`` when this fails."""
    script = runpy.run_path(str(ROOT / "tools" / "update_readme.py"))
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert script["updated"](text) == text
