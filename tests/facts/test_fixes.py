"""What has one right answer is mended, everything else stays as its author wrote it."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.model.ref import Kind, Ref
from briefing.model.settings import Settings
from briefing.model.source import SrcUri
from briefing.rewrite import fixes
from briefing.rewrite.fixes import Mended
from briefing.rewrite.fixes_keys import meant_by
from briefing.rewrite.fixes_view import Ground

KNOWN = ("topics/trade", "topics/defence", "actors/india", "actors/rajnath-singh", "articles/talks")
REFS = tuple(Ref(Kind(kind), id_) for kind, id_ in (one.split("/") for one in KNOWN))
GROUND = Ground(
    {ref: ref.id for ref in REFS} | {Ref(Kind.ACTOR, "bharat"): "india"}, Settings(), date(2025, 12, 1)
)
HEAD = "title: Harbour talks\nsummary: Two days of talks.\ndate: 2025-11-03\n"
FEET = "sources: [{title: A statement}]\n"


def article(
    *, head: str = HEAD, topics: str = "topics: [trade]\n", more: str = "", body: str = "They met.\n"
) -> str:
    return f"---\n{head}{topics}{more}{FEET}---\n{body}"


def mended(text: str, uri: str = "docs/articles/fees.md") -> Mended:
    return fixes.mend(SrcUri(uri), text, GROUND)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("B114", "title: India: x", 'title: "India: x"'),
        ("B114", 'title: India: the "x" \\ y', 'title: "India: the \\"x\\" \\\\ y"'),
        ("B203", "title: no", 'title: "no"'),
        ("B203", "title: 2025-11-03", 'title: "2025-11-03"'),
        ("B218", "title: 1984", 'title: "1984"'),
    ],
)
def test_a_text_that_yaml_misreads_is_put_in_quotes(code: str, before: str, after: str) -> None:
    done = mended(article(head=HEAD.replace("title: Harbour talks", before)))

    assert done.what == (code,)
    assert done.after == article(head=HEAD.replace("title: Harbour talks", after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3 November 2025", "2025-11-03"),
        ("2025/11/3", "2025-11-03"),
        ("31/10/2025", "2025-10-31"),
        ("3. November 2025", "2025-11-03"),
        ("1er décembre 2025", "2025-12-01"),
        ("“2025-11-03”", "2025-11-03"),
        ('"Nov 3, 2025"', '"2025-11-03"'),
    ],
)
def test_a_day_that_can_be_only_one_is_written_as_such(before: str, after: str) -> None:
    done = mended(article(head=HEAD.replace("2025-11-03", before)))

    assert done.what == ("B206",)
    assert f"\ndate: {after}\n" in done.after


@pytest.mark.parametrize("day", ["05/06/2025", "November 2025", "2025-02-30", "2025-11-01T00:30:00", "soon"])
def test_a_day_that_is_not_certain_is_left_to_the_author(day: str) -> None:
    text = article(head=HEAD.replace("2025-11-03", day))

    assert mended(text).after == text


def test_dates_of_events_are_written_as_precise_as_they_were() -> None:
    done = mended(
        article(
            more="events:\n"
            "  - {date: August 2024, title: One}\n"
            "  - date: 12-15 October 2025 # of the year\n"
            "    title: Two\n"
        )
    )

    assert done.what == ("B207",)
    assert "{date: 2024-08, title: One}" in done.after
    assert "- date: 2025-10-12/2025-10-15 # of the year\n" in done.after


def test_a_misspelt_key_gets_the_name_that_alone_is_near() -> None:
    done = mended(article(head=HEAD.replace("summary", "sumary")))

    assert done.what == ("B201",)
    assert done.after == article()


@pytest.mark.parametrize("key", ["note", "abstract", "smry", "Titel2"])
def test_a_key_that_may_mean_another_is_left(key: str) -> None:
    text = article(more=f"{key}: Some text\n")

    assert f"{key}: Some text" in mended(text).after


def test_a_misspelt_key_is_left_where_the_right_one_stands_too() -> None:
    text = article(more="sumary: Another\n")

    assert mended(text).after == text


def test_ids_that_are_a_slip_away_are_corrected_and_old_ones_made_new() -> None:
    done = mended(
        article(
            topics="topics: [trde, defense]\n",
            more="actors:\n  - rajnat-singh # the minister\n  - bharat\nsee_also: [articles/talsk]\n",
        )
    )

    assert "B301" in done.what
    assert "topics: [trade, defence]\n" in done.after
    assert "actors:\n  - rajnath-singh # the minister\n  - india\n" in done.after
    assert "see_also: [articles/talks]\n" in done.after


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("south-korea", ("north-korea",)),
        ("iraq", ("iran",)),
        ("gambia", ("zambia",)),
        ("brief-2024", ("brief-2025",)),
        ("slovakia", ("slovenia",)),
        ("rajnat-singh", ("rajnath-singh", "rajnata-singh")),
        ("talk", ()),
    ],
)
def test_no_id_is_taken_for_another_that_may_exist_some_day(word: str, near: tuple[str, ...]) -> None:
    assert meant_by(word, near) is None


def test_a_choice_in_other_letters_is_written_as_it_is_printed() -> None:
    done = mended(article(more="status: Draft\nmarking: TLP:WHITE\n"))

    assert "status: draft\n" in done.after
    assert "marking: TLP:CLEAR\n" in done.after


def test_a_choice_between_quotation_marks_of_a_word_processor_is_written_plainly() -> None:
    done = mended(
        article(more="status: “Draft”\nchanges: [{date: 2025-11-04, note: A day, kind: ‘minor’}]\n")
    )

    assert "status: draft\n" in done.after
    assert "kind: minor}" in done.after


def test_a_likelihood_in_other_letters_is_written_as_its_scale_prints_it() -> None:
    judged = "judgements: [{id: fees, text: Fees double., likelihood: “Very-Likely”, confidence: low}]\n"

    done = mended(article(more=f"authors: [Desk]\n{judged}"), "briefs/fees.md")

    assert "B701" in done.what
    assert "likelihood: very likely, confidence" in done.after


def test_a_key_in_capitals_is_written_small() -> None:
    assert mended(article(head=HEAD.replace("title", "Title"))).after == article()


def test_one_id_becomes_a_list_of_one() -> None:
    assert "topics: [trade]\n" in mended(article(topics="topics: trade\n")).after


def test_several_words_where_a_list_is_due_are_left() -> None:
    text = article(topics="topics: trade and defence\n")

    assert mended(text).after == text


def test_an_item_that_stands_twice_is_taken_out_where_it_stands_again() -> None:
    done = mended(
        article(topics="topics: [trade, defence, trade]\n", more="actors:\n  - india\n  # twice\n  - india\n")
    )

    assert done.what == ("B215",)
    assert "topics: [trade, defence]\n" in done.after
    assert "actors:\n  - india\n  # twice\nsources" in done.after


def test_an_entry_of_several_keys_that_stands_twice_is_left_to_its_author() -> None:
    entry = "  - date: 2025-10-31\n    title: Talks\n"
    text = article(more=f"events:\n{entry}{entry}")

    assert mended(text).after == text


def test_an_item_with_a_comment_is_left_to_its_author() -> None:
    text = article(more="actors:\n  - india\n  - india # again, for the second part\n")

    assert mended(text).after == text


def test_keys_get_their_order_and_take_the_comments_above_with_them() -> None:
    done = mended(
        "---\n"
        "title: Harbour talks\n"
        "# only the first two\n"
        "topics:\n"
        "  - trade\n"
        "  # - defence\n"
        "sources: [{title: A statement}] # the wire\n"
        "\n"
        "# of the port\n"
        "date: 2025-11-03\n"
        "summary: >\n"
        "  Two days\n"
        "  of talks.\n"
        "# the end\n"
        "---\n"
        "They met.\n"
    )

    assert done.what == ("order of keys",)
    assert done.after == (
        "---\n"
        "title: Harbour talks\n"
        "summary: >\n"
        "  Two days\n"
        "  of talks.\n"
        "\n"
        "# of the port\n"
        "date: 2025-11-03\n"
        "# only the first two\n"
        "topics:\n"
        "  - trade\n"
        "  # - defence\n"
        "sources: [{title: A statement}] # the wire\n"
        "# the end\n"
        "---\n"
        "They met.\n"
    )


def test_keys_stay_where_a_comment_at_the_top_may_speak_of_the_first_or_of_all() -> None:
    text = (
        article()
        .replace("title: Harbour talks\n", "# see the style guide\n")
        .replace("sources:", "title: Harbour talks\nsources:")
    )

    assert mended(text).after == text


def test_blanks_at_line_ends_go_from_the_front_matter_and_stay_in_texts() -> None:
    body = "They met.  \nTwice.\n"
    done = mended(
        article(
            more="# a note   \nchanges:\n  - date: 2025-11-04 \n    note: |\n      One  \n      two\n",
            body=body,
        )
    )

    assert "trailing spaces" in done.what
    assert "# a note\n" in done.after
    assert "- date: 2025-11-04\n" in done.after
    assert "      One  \n" in done.after
    assert done.after.endswith(body)


def test_a_byte_order_mark_line_ends_and_a_missing_last_one_are_of_the_file() -> None:
    done = mended("\ufeff" + article(body="They  met.").replace("\n", "\r\n"))

    assert done.what == ("byte order mark", "line ends", "last line end")
    assert done.after == article(body="They  met.\n")


def test_blank_lines_above_the_front_matter_go() -> None:
    assert mended(f"\n\n{article()}").after == article()


def test_what_could_not_be_read_is_mended_line_by_line() -> None:
    done = mended(article(head=HEAD.replace("Harbour talks", "India: a").replace("Two days", "Two: days")))

    assert 'title: "India: a"\nsummary: "Two: days of talks."\n' in done.after
    assert not done.was_readable


@pytest.mark.parametrize(
    "text",
    [
        article(),
        "",
        "no front matter",
        "---\nnever: closed\n",
        "---\ntitle: [broken\n---\nText\n",
        "---\n- a\n- list\n---\n",
        article(head=HEAD.replace("Harbour talks", "India: a # or not")),
        article(head=HEAD.replace("Harbour talks", "null")),
        article(head=HEAD.replace("title: Harbour talks", "title: One\ntitle: Two")),
        article(more="[[actors/rajnat-singh]]: x\n"),
    ],
)
def test_what_has_no_one_right_answer_stays(text: str) -> None:
    assert mended(text).after.rstrip("\n") == text.rstrip("\n")


def test_a_hand_link_to_nothing_is_prose_and_stays() -> None:
    text = article(body="They met [[actors/rajnat-singh]].\n")

    assert mended(text).after == text


def test_a_page_written_by_hand_is_mended_too() -> None:
    done = mended("---\ntitel: About\n---\nText\n", "docs/about/us.md")

    assert done.after == "---\ntitle: About\n---\nText\n"
