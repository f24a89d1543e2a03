"""Fact tables as Parquet files: what one run saves and another adds to its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textassay.survey.tables import Table


def save(table: Table, columns: Sequence[Any], folder: Path) -> None:
    """Write the columns of a table, sorted by key."""
    import duckdb
    import pandas as pd

    folder.mkdir(parents=True, exist_ok=True)
    order = ", ".join(name for name, _ in table.keys)
    types = ", ".join(f"{name}::{kind} AS {name}" for name, kind in table.keys)
    target = str(folder / f"{table.name}.parquet").replace("'", "''")
    with duckdb.connect() as connection:
        frame = pd.DataFrame(dict(zip(table.columns, columns, strict=True)))
        connection.register("facts", frame)
        connection.execute(
            f"COPY (SELECT {types}, {', '.join(table.sums)} FROM facts ORDER BY {order}) "  # noqa: S608 - names are our own
            f"TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
        )


def load(table: Table, folder: Path) -> list[Any]:
    """Return the columns of a table.

    Raises:
        FileNotFoundError: The folder lacks the table.
    """
    import duckdb

    path = folder / f"{table.name}.parquet"
    if not path.is_file():
        message = f"{path} is missing: a facts snapshot is a folder that --save-facts wrote"
        raise FileNotFoundError(message)
    columns = ", ".join(table.columns)
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT {columns} FROM read_parquet(?)",  # noqa: S608 - names are our own
            [str(path)],
        ).fetchnumpy()
    return [found[name] for name in table.columns]
