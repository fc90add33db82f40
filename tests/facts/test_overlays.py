"""Overlays: content roots laid over the base, whose settings hold, and which nothing in them replaces."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.edge.authors import new_document
from briefing.edge.content import roots
from briefing.edge.content.assemble import Checked, check
from briefing.edge.content.mention_report import Report, Reporter
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref
from overlaid import ARTICLE, BASE, OVERLAY, write


def laid(folder: Path, base: Mapping[str, str], *over: Mapping[str, str], name: str = "../over") -> Checked:
    """The base and overlays named `../over0`, `../over1` and so on, checked."""
    root = write(folder / "base", base)
    overlays = [
        roots.named(write(folder / f"over{number}", files), f"{name}{number}")
        for number, files in enumerate(over)
    ]
    return check(root, over=overlays)


def told(checked: Checked) -> list[str]:
    return [f"{one.file}:{one.line} {one.code}" for one in checked.problems]


def test_all_roots_are_one_content(tmp_path: Path) -> None:
    checked = laid(tmp_path, BASE, OVERLAY)

    assert told(checked) == []
    assert checked.checks.document_count == 6
    assert {"actors/falcon", "actors/india"} <= {str(ref) for ref in checked.checks.content.documents}


@pytest.mark.parametrize("name", ["docs/actors/india.md", "docs/actors/India.md", "docs/articles/Chart.SVG"])
def test_a_path_stands_in_one_root_only(name: str, tmp_path: Path) -> None:
    checked = laid(tmp_path, BASE, {name: "---\nname: Another\ntype: country\n---\n"})

    [found] = checked.problems
    assert (found.file, found.code) == (f"../over0/{name}", "B117")
    assert found.message.endswith(name.replace("India", "india").replace("Chart.SVG", "chart.svg"))


def test_two_overlays_cannot_have_one_path_either(tmp_path: Path) -> None:
    checked = laid(tmp_path, BASE, OVERLAY, {"docs/articles/annex.csv": "another"})

    [found] = checked.problems
    assert (found.file, found.code) == ("../over1/docs/articles/annex.csv", "B117")
    assert found.message.endswith("../over0/docs/articles/annex.csv")


def test_a_page_of_the_tool_is_not_replaced(tmp_path: Path) -> None:
    checked = laid(tmp_path, BASE, {"docs/about/markings.md": "Ours.\n"})

    assert told(checked) == ["../over0/docs/about/markings.md:1 B117"]


def test_an_id_stands_in_one_root_only_and_both_files_are_named(tmp_path: Path) -> None:
    checked = laid(tmp_path, BASE, {"docs/actors/asia/india.md": "---\nname: Bharat\ntype: country\n---\n"})

    assert [(one.file, one.code) for one in checked.problems] == [
        ("../over0/docs/actors/asia/india.md", "B213"),
        ("docs/actors/india.md", "B213"),
    ]
    assert "docs/actors/asia/india.md" in checked.problems[1].message


def test_a_name_that_the_base_says_of_the_overlay_is_an_error(tmp_path: Path) -> None:
    base = {**BASE, "docs/articles/slip.md": ARTICLE.format(
        title="A slip", summary="They met.", marking="TLP:CLEAR", body="Falcon Group was there."
    )}  # fmt: skip

    assert told(laid(tmp_path / "alone", base)) == []
    assert told(laid(tmp_path / "both", base, OVERLAY)) == ["docs/articles/slip.md:9 B502"]


def test_a_file_of_an_overlay_is_there_for_its_own_documents_alone(tmp_path: Path) -> None:
    """Else the base would show readers another page, and the file, when the overlay lies over it."""
    taking = ARTICLE.format(
        title="A slip", summary="They met.", marking="TLP:AMBER", body="[The annex](annex.csv)"
    )

    base = laid(tmp_path / "a", {**BASE, "docs/articles/slip.md": taking}, OVERLAY)
    other = laid(tmp_path / "b", BASE, OVERLAY, {"docs/articles/slip.md": taking})

    assert told(base) == ["docs/articles/slip.md:9 B306"]
    assert told(other) == ["../over1/docs/articles/slip.md:9 B306"]


@pytest.mark.parametrize(
    ("settings", "unmarked"),
    [
        ("", Marking.AMBER),
        ("extra: {briefing: {marking: TLP:GREEN}}", Marking.GREEN),
        ("extra: {briefing: {marking: TLP:AMBER+STRICT}}", Marking.AMBER_STRICT),
    ],
)
def test_what_says_nothing_of_itself_has_the_overlay_s_marking(
    settings: str, unmarked: Marking, tmp_path: Path
) -> None:
    checked = laid(tmp_path, BASE, {**OVERLAY, "mkdocs.yml": settings, "docs/articles/closed.md": CLOSED})

    documents = checked.checks.content.documents
    assert documents[Ref(Kind.ACTOR, "falcon")].marking is unmarked
    assert documents[Ref(Kind.ACTOR, "india")].marking is Marking.CLEAR


CLOSED = ARTICLE.replace("marking: {marking}\n", "").format(
    title="Closed", summary="They met.", body="Words."
)


def test_what_says_nothing_of_itself_is_never_below_the_base(tmp_path: Path) -> None:
    base = {**BASE, "mkdocs.yml": "extra: {briefing: {marking: TLP:AMBER+STRICT}}"}
    over = {"docs/actors/falcon.md": "---\nname: Falcon Group\ntype: group\n---\n"}

    documents = laid(tmp_path, base, over).checks.content.documents

    assert documents[Ref(Kind.ACTOR, "falcon")].marking is Marking.AMBER_STRICT


@pytest.mark.parametrize(
    ("settings", "marking", "codes"),
    [
        ("", "TLP:CLEAR", ["B504"]),
        ("", "TLP:GREEN", []),
        ("extra: {briefing: {marking: TLP:CLEAR}}", "TLP:CLEAR", []),
        ("extra: {briefing: {marking: TLP:AMBER}}", "TLP:GREEN", ["B504"]),
        ("extra: {briefing: {marking: TLP:AMBER}}", "TLP:AMBER+STRICT", []),
    ],
)
@pytest.mark.parametrize("name", ["docs/articles/low.md", "docs/about/low.md"])
def test_nothing_is_marked_lower_than_its_overlay_allows(
    name: str, settings: str, marking: str, codes: list[str], tmp_path: Path
) -> None:
    text = ARTICLE.format(title="Low", summary="They met.", marking=marking, body="Words.")
    page = f"---\ntitle: Low\nsummary: They met.\nmarking: {marking}\n---\nWords.\n"
    over = {"mkdocs.yml": settings, name: page if "about" in name else text}

    assert [one.code for one in laid(tmp_path, BASE, over).problems] == codes


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("site_name: Ours", "B902 `site_name` cannot be set by an overlay"),
        ("hooks: [x.py]", "B902 `hooks` cannot be set by an overlay"),
        ("extra: {homepage: x}", "B902 `extra.homepage` cannot be set by an overlay"),
        (
            "extra: {briefing: {audience: public}}",
            "B902 `extra.briefing.audience` cannot be set by an overlay",
        ),
        ("extra: {briefing: {marking: TLP:RED}}", "B901 `extra.briefing.marking` cannot be `TLP:RED`"),
        ("extra: {briefing: {marking: [a]}}", "B901 `extra.briefing.marking` must be one text"),
        ("extra: {briefing: x}", "B901 `extra.briefing` must have keys and values"),
        ("extra: x", "B901 `extra` must have keys and values"),
        ("edit_uri: javascript:alert(1)", "B901 `edit_uri` cannot be `javascript:alert(1)`"),
        ("edit_uri: edit/main/docs/", "B901 `edit_uri` cannot be `edit/main/docs/`"),
    ],
)
def test_an_overlay_cannot_set(settings: str, expected: str, tmp_path: Path) -> None:
    checked = laid(tmp_path, BASE, {"mkdocs.yml": settings})

    [found] = checked.problems
    assert found.file == "../over0/mkdocs.yml"
    assert f"{found.code} {found.message}" == expected


@pytest.mark.parametrize("settings", ["# nothing yet", "", "edit_uri:"])
def test_an_overlay_may_leave_its_settings_empty(settings: str, tmp_path: Path) -> None:
    assert told(laid(tmp_path, BASE, {"mkdocs.yml": settings})) == []


@pytest.mark.parametrize("given", ["over", "../over", "./over", ".", "docs", "briefs/over"])
def test_no_file_of_the_base_has_the_name_of_an_overlay_s(given: str, tmp_path: Path) -> None:
    root = roots.named(tmp_path, given)

    file = f"{root.name}/docs/actors/india.md"

    assert os.path.normpath(file) == os.path.normpath(f"{given}/docs/actors/india.md")
    assert not file.startswith(("docs/", "briefs/"))
    assert roots.path_of(file, Path("base"), [root]) == tmp_path / "docs/actors/india.md"
    assert roots.path_of("docs/actors/india.md", Path("base"), [root]) == Path("base/docs/actors/india.md")


def test_names_of_all_roots_are_mentioned(tmp_path: Path) -> None:
    base, over = write(tmp_path / "base", BASE), write(tmp_path / "over", OVERLAY)
    reporter = Reporter(base, [roots.named(over, "over")])

    report = reporter.report(over / "docs/articles/closed.md")

    assert isinstance(report, Report)
    assert report.file == "over/docs/articles/closed.md"
    assert [str(one.mention.ref) for one in report.found] == ["actors/falcon", "actors/india"]


def test_a_new_document_goes_into_the_last_root_and_is_marked_as_it_asks(tmp_path: Path) -> None:
    base, over = write(tmp_path / "base", BASE), write(tmp_path / "over", OVERLAY)

    existing = new_document.survey(base, [roots.named(over, "over")])

    assert existing.root == over
    assert existing.own.marking is Marking.AMBER
    assert existing.settings.marking is Marking.CLEAR
    assert {"falcon", "india"} <= existing.known.taken[Kind.ACTOR]
