"""What all tests share: the flag that rewrites snapshots, and one fixed run."""

import pytest

from tests.fixed_run import fixed_run
from textassay.report.run import Run


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-snapshots``."""
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write the snapshots of tests/snapshots anew, to be reviewed in the diff",
    )


@pytest.fixture(scope="session")
def run() -> Run:
    """Return the fixed run."""
    return fixed_run()
