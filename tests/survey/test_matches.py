"""What was found of a record is the same from memory and from a file."""

import pickle

from textassay.contract import RecordMatch, SharedPassage
from textassay.survey.matches import Matches


def _match(passages: tuple[SharedPassage, ...]) -> RecordMatch:
    return RecordMatch(
        "r0",
        "r0.txt",
        identical=False,
        same_words=False,
        contained=0.5,
        covering=0.25,
        jaccard=0.2,
        passages=passages,
    )


def _found(records: int) -> list[tuple[str, tuple[RecordMatch, ...]]]:
    passage = SharedPassage(0, 9, 5, 14, "the words", 2, 1.0)
    return [
        (
            f"r{number}\ud800",
            (_match((passage,) * number),),
        )
        for number in range(1, records)
    ]


def test_a_file_gives_what_memory_gives() -> None:
    """Matches past the limit come back as they were put in, lone surrogates in ids too."""
    found = _found(12)
    held, written = Matches(found), Matches(found, limit=5)

    assert [written.of(record) for record, _ in found] == [matches for _, matches in found]
    assert [held.of(record) for record, _ in found] == [matches for _, matches in found]
    assert written.of("r99") == held.of("r99") == ()
    written.close()


def test_another_process_opens_the_file_by_itself() -> None:
    """What a worker is sent reads the same file."""
    found = _found(12)
    written = Matches(found, limit=5)

    assert pickle.loads(pickle.dumps(written)).of(found[3][0]) == found[3][1]  # noqa: S301 - just made
    written.close()
