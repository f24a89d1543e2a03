"""Fits the weights of the unknown-word score: ``checks/typos/lexicon/weights.txt``.

    TEXTASSAY_DATA=... TEXTASSAY_CLEAN=... python benchmarks/typos_weights.py [--write]

Logistic regression with an L2 penalty, one for small words and one for
capitalised ones, on two thirds of the labelled texts and on clean prose with
errors put in; each record is seen alone and among the others. Rows that the
first fit finds likely to be errors that nobody marked are left out of the second.
What only a text of several sentences can show is fitted last, the others held: most
of the rows are single sentences, where it is missing for no reason of the word.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from typos_data import Text, injected, manuals, marked

from textassay.checks.typos import score
from textassay.checks.typos.candidates import candidates
from textassay.checks.typos.unknown import shouting, unknown_words
from textassay.contract import NoFacts
from textassay.survey.store import survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Facts

CLEAN = Path(os.environ.get("TEXTASSAY_CLEAN", "clean"))
MANUALS = 25  # records of manuals a language: their words are not the news'
PENALTY = 2.0
CERTAIN = 0.6  # unmarked rows above this were real errors in 9 of 10, read by eye
LATER = ("echoed",)
TARGET = Path(__file__).parents[1] / "checks" / "typos" / "lexicon" / "weights.txt"


@dataclass(frozen=True, slots=True)
class Row:
    """One unknown word with its features and its label."""

    text: Text
    place: int
    written: str
    meant: str
    values: dict[str, float]
    capitalised: bool
    wrong: bool
    right: str


def texts(*, held_out: bool) -> list[Text]:
    """Return the texts of one side of the split."""
    found = list(marked())
    for language in ("en", "es", "fr", "de", "it", "pt"):
        found.extend(manuals(CLEAN, language, MANUALS))
    chosen = [text for text in found if text.held_out == held_out]
    plain = [text for text in chosen if not text.errors and "inj" not in text.set]
    return chosen + [injected(text) for text in plain if text.set != "tune_fnes"]


def rows(chosen: list[Text], *, alone: bool) -> Iterator[Row]:
    """Yield a row for each unknown word that has a candidate."""
    by_set: dict[str, list[Text]] = defaultdict(list)
    for text in chosen:
        by_set[text.set].append(text)
    for members in by_set.values():
        documents = [text.document() for text in members]
        store = None if alone else survey(documents, frozenset({"words"}))
        for text, document in zip(members, documents, strict=True):
            yield from _rows(
                text, document, NoFacts() if store is None else store.join([document])[0]
            )


def _rows(text: Text, document: object, facts: Facts) -> Iterator[Row]:
    spans = [(e.start, e.end, e) for e in text.errors]
    for word in unknown_words(document):
        if word.shouted and not shouting(document, word):
            continue
        found = candidates(word.language, word.lowered, capitalised=word.capitalised)
        if not found:
            continue
        hit = next((e for start, end, e in spans if start < word.end and word.start < end), None)
        if hit and hit.kind == "nofix":
            continue
        values = score.features(document, word, found, facts.word(word.language, word.text))
        yield Row(
            text, word.start, word.text, found[0].word, values,
            word.capitalised, hit is not None, hit.right if hit else "",
        )  # fmt: skip


def fit(chosen: list[Row], names: list[str], held: np.ndarray | float = 0.0) -> np.ndarray:
    """Return the weights that make the labels likeliest, beside what is held."""
    matrix = np.array([[row.values[name] for name in names] for row in chosen])
    labels = np.array([row.wrong for row in chosen], dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = matrix @ weights + held
        value = np.logaddexp(0, total).sum() - labels @ total + PENALTY * (weights[1:] ** 2).sum()
        slope = matrix.T @ (1 / (1 + np.exp(-total)) - labels)
        slope[1:] += 2 * PENALTY * weights[1:]
        return value, slope

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x


def pruned(chosen: list[Row], weights: np.ndarray, names: list[str]) -> list[Row]:
    """Leave out certain errors that nobody marked."""
    kept = []
    for row in chosen:
        total = sum(w * row.values[name] for w, name in zip(weights, names, strict=True))
        if row.wrong or 1 / (1 + np.exp(-total)) < CERTAIN:
            kept.append(row)
    return kept


def main() -> None:
    """Fit and print, or write, the table."""
    chosen = texts(held_out=False)
    table = list(rows(chosen, alone=True)) + list(rows(chosen, alone=False))
    lines = []
    for kind, capitalised in (("small", False), ("capitalised", True)):
        side = [row for row in table if row.capitalised == capitalised]
        names = [name for name in side[0].values if name not in LATER]
        weights = fit(side, names)
        kept = pruned(side, weights, names)
        weights = fit(kept, names)
        held = np.array([[row.values[name] for name in names] for row in kept]) @ weights
        weights = [*weights, *fit(kept, [*LATER], held)]
        names += LATER
        wrong = sum(row.wrong for row in kept)
        print(f"{kind}: {len(kept)} rows, {wrong} wrong, {len(side) - len(kept)} left out")
        lines += [f"{kind} {name} {w:.3f}" for name, w in zip(names, weights, strict=True)]
    head = (
        "# Weights of the unknown-word score: kind of word, feature, weight of a logistic sum.\n"
        "# Source: fitted by benchmarks/typos_weights.py. Licence: Apache-2.0.\n"
    )
    if "--write" in sys.argv:
        TARGET.write_text(head + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
