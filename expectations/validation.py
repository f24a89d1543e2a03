"""Runs the suites over the two tables with Great Expectations."""

from __future__ import annotations

import logging
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textassay.expectations.suites import stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from textassay.engine.settings import Settings

RESULT_FORMAT = {"result_format": "BASIC", "exclude_unexpected_values": True}
"""Counts only: no corpus text may reach a validation result."""

NO_LIMIT = 2**53
MENDABLE = ("fit", "fix", "review")


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that did not hold: its name, its table, what was seen."""

    name: str
    table: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many expectations were evaluated, and which failed."""

    evaluated: int
    failures: tuple[Failure, ...]


class ValidationError(RuntimeError):
    """Great Expectations gave no result: there is no verdict."""


def validate(records: pd.DataFrame, findings: pd.DataFrame, settings: Settings) -> Outcome:
    """Run every suite that the settings ask for.

    Args:
        records: The records table of ``tables.records_table``.
        findings: The findings table of ``tables.findings_table``.
        settings: Budgets, languages and profile.

    Raises:
        ValidationError: A suite gave fewer results than it has expectations.
    """
    names = ["records"]
    if settings.languages:
        names.append("languages")
    if settings.profile == "complete":
        names.append("provenance")
    parameters = _parameters(records, settings)
    plan = [(name, "records", records) for name in names]
    plan.append(("findings", "findings", findings))
    context = _context()
    failures: list[Failure] = []
    evaluated = 0
    for name, table, frame in plan:
        results = _run(context, name, frame, parameters)
        evaluated += len(results)
        failures.extend(_failures(results, table, parameters))
    return Outcome(evaluated, tuple(failures))


def _parameters(records: pd.DataFrame, settings: Settings) -> dict[str, Any]:
    budget = settings.warnings_per_1000_words * int(records["words"].sum()) / 1000
    return {
        "error_budget": NO_LIMIT if settings.fail_on == "never" else 0,
        "warning_budget": max(int(budget), 1),
        "verdicts": [*MENDABLE, *(["reject"] if settings.fail_on == "never" else [])],
        "languages": [*settings.languages, ""],
    }


def _context() -> Any:  # noqa: ANN401 - a context of a library without useful types here
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import great_expectations as gx

        context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}  # type: ignore[assignment]
    return context


def _run(
    context: Any,  # noqa: ANN401 - see above
    name: str,
    frame: pd.DataFrame,
    parameters: Mapping[str, Any],
) -> Sequence[Any]:
    import great_expectations as gx

    suite = gx.ExpectationSuite(**stored(name))
    source = context.data_sources.add_pandas(f"{name} table")
    batch = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("all")
    definition = gx.ValidationDefinition(name=name, data=batch, suite=context.suites.add(suite))
    context.validation_definitions.add(definition)
    result = definition.run(
        batch_parameters={"dataframe": frame},
        expectation_parameters=dict(parameters),
        result_format=RESULT_FORMAT,
    )
    expected = len(stored(name)["expectations"])
    if len(result.results) != expected:
        message = f"suite {name!r} gave {len(result.results)} results for {expected} expectations"
        raise ValidationError(message)
    return list(result.results)


def _failures(
    results: Sequence[Any], table: str, parameters: Mapping[str, Any]
) -> Iterator[Failure]:
    for result in results:
        if result.success:
            continue
        configuration = result.expectation_config
        column = configuration.kwargs.get("column") or configuration.kwargs.get("column_A") or ""
        place = f"{table}.{column}" if column else table
        message = _message(result, configuration, parameters)
        yield Failure(f"{place}: {configuration.type}", table, message)


def _message(
    result: Any,  # noqa: ANN401 - see above
    configuration: Any,  # noqa: ANN401 - see above
    parameters: Mapping[str, Any],
) -> str:
    why = (configuration.meta or {}).get("why", "")
    crashed = result.exception_info and result.exception_info.get("raised_exception")
    if crashed:
        return f"{why} It could not be evaluated: {result.exception_info['exception_message']}"
    seen = result.result.get("observed_value")
    wrong = result.result.get("unexpected_count")
    asked = configuration.kwargs.get("max_value")
    if isinstance(asked, dict):
        asked = parameters[asked["$PARAMETER"]]
    if wrong is not None:
        return f"{why} {wrong} of {result.result.get('element_count')} rows do not."
    limit = f", at most {asked} allowed" if isinstance(asked, int) else ""
    return f"{why} Seen: {seen}{limit}."
