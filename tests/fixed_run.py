"""One fixed run with everything a report may meet; its sentences are ours."""

from textassay.model import CATEGORIES, Edit, Finding, Record, Related, Severity
from textassay.report.fitness import fitness
from textassay.report.kept import TextKeeper
from textassay.report.run import CheckNote, FailedExpectation, RecordRow, Run, Verdict

HARBOUR = (
    "Harbour ferry returns after repairs\n"
    "\n"
    "The Mnistry of Transport said the the ferry will sail again on Monday.\n"
    "Experts say that repairs cost 40 million crowns.\n"
    "READ MORE: Ten beaches you must see\n"
    "The ferry carries 900 people a day.\n"
    "The ferry carries 900 people a day.\n"
)
MERCADO = (
    "El mercado abre sus puertas\n"
    "\n"
    "La alcaldesa dijo que el mercado \N{DEGREE SIGN}C abrirá el "
    "\N{GRINNING FACE}\N{ZERO WIDTH SPACE}lunes .\n"
    "La alcaldesa afirmó que el mercado abrirá este lunes.\n"
)
HOSTILE = (
    "</script><script>window.pwned = 1</script> <img src=x onerror=window.pwned=1>\n"
    "\N{RIGHT-TO-LEFT OVERRIDE}txet sdrawkcab\N{POP DIRECTIONAL FORMATTING} "
    "<!-- ]]> \"quoted\" 'quoted' & \\u2028 \N{LINE SEPARATOR} "
    "\x00 \x1b[31m {{ 7 * 7 }} %0A ::error::\n"
    "| `code` ``| \N{FIRST STRONG ISOLATE}\N{SOFT HYPHEN} \N{NO-BREAK SPACE} end\n"
)
_HELP = """{summary}

## What it finds
The defect, wherever it stands; `<b>` here is text.

## Why it matters
A reader would trip over it.

## How it decides
By a rule.

## Known mistakes
None known.

## Options
None.
"""


def _check(code: str, name: str, severity: Severity, fix: str = "none") -> CheckNote:
    return CheckNote(
        code=code,
        name=name,
        category=CATEGORIES[code[:3]],
        severity=severity,
        since="0.1",
        languages=("en", "es") if code == "CLM001" else None,
        fix=fix,
        documentation=_HELP.format(summary=f"A {name.replace('-', ' ')} stands in the text."),
        quality={
            "precision": 0.97,
            "error_precision": 0.97,
            "errors": 33,
            "recall": 0.41,
            "n": 112,
            "flagged": 64,
            "source": "written for the tests",
        }
        if code == "TYP001"
        else {},
    )


CHECKS = {
    check.code: check
    for check in (
        _check("BPL001", "related-link", Severity.ERROR, "unsafe"),
        _check("CLM001", "vague-attribution", Severity.WARNING),
        _check("DUP001", "repeated-line", Severity.ERROR, "unsafe"),
        _check("DUP002", "near-duplicate", Severity.WARNING),
        _check("ENC001", "zero-width-character", Severity.ERROR, "safe"),
        _check("ENC002", "markup-residue", Severity.ERROR),
        _check("ENC003", "space-before-mark", Severity.WARNING, "safe"),
        _check("TYP001", "misspelt-word", Severity.ERROR, "unsafe"),
        _check("TYP002", "doubled-word", Severity.ERROR, "safe"),
    )
}


def finding(  # noqa: PLR0913 - a test builds what it needs
    text: str,
    code: str,
    span: str,
    message: str,
    *,
    record: str = "harbour",
    start: int | None = None,
    suggestion: str | None = None,
    safe: bool = False,
    related: tuple[Related, ...] = (),
    state: str = "new",
) -> Finding:
    """Return a finding at the first place of a span in the text."""
    start = text.index(span) if start is None else start
    end = start + len(span)
    check = CHECKS[code]
    return Finding(
        id=f"{code}-{start:04x}{len(span):04x}{record}",
        code=code,
        check=check.name,
        category=check.category,
        record=record,
        path=f"seeds/{record}.txt",
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
        severity=check.severity,
        message=message,
        text=span,
        suggestion=suggestion,
        evidence={"rule": f"{check.name} rule", "score": 0.93, "seen": ["a", "b"]},
        edits=() if suggestion is None else (Edit(start, end, suggestion, safe=safe),),
        related=related,
        state=state,
    )


def _harbour() -> list[Finding]:
    line = "The ferry carries 900 people a day."
    first = HARBOUR.index(line)
    copy = Related("harbour", "seeds/harbour.txt", first, first + len(line), line)
    return [
        finding(HARBOUR, "TYP001", "Mnistry", '"Mnistry" is no word; "Ministry" is near.',
                suggestion="Ministry"),
        finding(HARBOUR, "TYP002", "the the", "A word is doubled.", suggestion="the", safe=True),
        finding(HARBOUR, "CLM001", "Experts say", "The source is not named."),
        finding(HARBOUR, "BPL001", "READ MORE: Ten beaches you must see\n",
                "A link to another article was left in.", suggestion=""),
        finding(HARBOUR, "DUP001", line, "The line stands twice.", start=first + len(line) + 1,
                suggestion="", related=(copy,)),
    ]  # fmt: skip


def _mercado() -> list[Finding]:
    first = "La alcaldesa dijo que el mercado \N{DEGREE SIGN}C abrirá el"
    start = MERCADO.index(first)
    copy = Related("mercado", "seeds/mercado.txt", start, start + len(first), first)
    return [
        finding(MERCADO, "ENC001", "\N{ZERO WIDTH SPACE}", "1 invisible character.",
                record="mercado", suggestion="", safe=True),
        finding(MERCADO, "ENC003", " .", "A blank stands before a mark.", record="mercado",
                suggestion=".", safe=True, state="known"),
        finding(MERCADO, "DUP002", "La alcaldesa afirmó que el mercado abrirá este lunes.",
                "Nearly the same stands earlier.", record="mercado", related=(copy,)),
    ]  # fmt: skip


def _hostile() -> list[Finding]:
    return [
        finding(HOSTILE, "ENC002", "<script>", "Markup <b>was</b> left in.", record="hostile"),
        finding(HOSTILE, "ENC002", "onerror=window.pwned=1>\n\N{RIGHT-TO-LEFT OVERRIDE}txet",
                "Markup was left in, over a line break.", record="hostile",
                suggestion="</script>\N{LINE SEPARATOR}]]>"),
        finding(HOSTILE, "ENC001", "\N{SOFT HYPHEN}", "1 invisible character.", record="hostile",
                state="waived"),
    ]  # fmt: skip


def fixed_run() -> Run:
    """Return the run."""
    keeper = TextKeeper()
    rows = []
    findings: list[Finding] = []
    for name, language, text, found in (
        ("harbour", "en", HARBOUR, _harbour()),
        ("hostile", "", HOSTILE, _hostile()),
        ("mercado", "es", MERCADO, _mercado()),
    ):
        found.sort(key=lambda item: (item.start, item.end, item.code))
        severities = [item.severity for item in found if item.state == "new"]
        keeper.add(Record(id=name, path=f"seeds/{name}.txt", text=text), found)
        findings += found
        rows.append(
            RecordRow(
                id=name,
                path=f"seeds/{name}.txt",
                bytes=len(text.encode()),
                sha256=f"{len(text):064x}",
                encoding="utf-8",
                language=language,
                characters=len(text),
                words=len(text.split()),
                errors=severities.count(Severity.ERROR),
                warnings=severities.count(Severity.WARNING),
                **fitness(text, found)._asdict(),
                provenance={
                    "source": "written for the tests, by hand, for want of a better place",
                    "author": None,
                    **{f"column_{number}": "x" * 40 for number in range(8)},
                },
            )
        )
    rows.append(RecordRow(id="binary", path="seeds/binary.txt", bytes=4, status="binary"))
    failed = FailedExpectation(
        "findings.error-budget", "7 errors where at most 0 may be.", "findings"
    )
    verdict = Verdict("fail", 1, 7, 2, 0, len(rows), ("7 errors, the budget is 0.",), (failed,))
    return Run(
        version="0.1",
        verdict=verdict,
        roots=("seeds",),
        settings={"fail-on": "error", "select": ["ENC", "TYP"]},
        records=tuple(rows),
        findings=tuple(findings),
        checks=tuple(CHECKS.values()),
        statistics={"records": 4},
        texts=keeper.texts,
    )
