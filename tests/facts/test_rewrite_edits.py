"""Changes of texts: only the stretches that are meant, in files of any line ends."""

from __future__ import annotations

import pytest

from briefing.rewrite import edits
from briefing.rewrite.edits import NO_FILE, Edit

WRITTEN = "\ufeffone\r\ntwo\n\r\nthree"


def test_changes_are_made_in_any_order() -> None:
    assert edits.apply("one two", [Edit(4, 7, "2"), Edit(0, 3, "1"), Edit(3, 3, ",")]) == "1, 2"


@pytest.mark.parametrize("clash", [Edit(2, 5, "x"), Edit(3, 9, "x"), Edit(2, 1, "x")])
def test_changes_that_overlap_or_lie_outside_are_refused(clash: Edit) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        edits.apply("one two", [Edit(0, 3, "1"), clash])


def test_the_same_change_twice_is_one() -> None:
    assert edits.apply("one", [Edit(0, 0, "n"), Edit(0, 0, "n")]) == "none"


@pytest.mark.parametrize("start", range(len(edits.read(WRITTEN)) + 1))
def test_a_change_of_the_source_is_one_of_the_file_at_the_same_place(start: int) -> None:
    source = edits.read(WRITTEN)
    for end in range(start, len(source) + 1):
        change = [Edit(start, end, "new\n")]

        written = edits.apply(WRITTEN, edits.as_written(WRITTEN, change))

        assert edits.read(written) == edits.apply(source, change)
        assert written.startswith("\ufeff")


def test_new_lines_end_as_the_first_one_does() -> None:
    written = edits.apply("a\r\nb\r\n", edits.as_written("a\r\nb\r\n", [Edit(2, 2, "new\n")]))

    assert written == "a\r\nnew\r\nb\r\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nb\nc\n"),
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb\nc\n", "a\nc\nd\ne"),
        ("a\nold text\nold line\nb\n", "a\nnew text\nnew line\nb\n"),
        ("", "a\n"),
        ("a", ""),
    ],
)
def test_what_is_between_two_texts_leads_from_one_to_the_other(before: str, after: str) -> None:
    assert edits.apply(before, edits.between(before, after)) == after


def test_line_ends_of_lines_that_stay_and_of_those_that_change_stay() -> None:
    written = "one\r\nthe old\nold again\r\nlast\r"
    source = edits.read(written)
    changes = edits.between(source, source.replace("old", "new"))

    assert edits.apply(written, edits.as_written(written, changes)) == written.replace("old", "new")


def test_a_difference_is_told_line_by_line() -> None:
    told = list(edits.diff("a\r\nb\r\n", "a\r\nc\r\n", "old.md", "new.md"))

    assert told == ["--- a/old.md", "+++ b/new.md", "@@ -1,2 +1,2 @@", " a", "-b", "+c"]
    assert list(edits.diff("a\n", "", "old.md", NO_FILE))[:2] == ["--- a/old.md", "+++ /dev/null"]
