"""Documents renamed and merged: every file as it is then, or why nothing was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import case
import rename as command
import site_builds
from briefing.edge.authors import moving, new_document, replacing
from briefing.edge.authors.replacing import Changed, Replacement
from briefing.edge.content.assemble import check
from briefing.rewrite.references import Move
from briefing.scaffold import editors
from overlaid import ARTICLE, BASE, OVERLAY, write

CASES = sorted((Path(__file__).parents[1] / "cases" / "renames").glob("*.txt"))
TODAY = ("--today", "2025-12-01")
MOVE = ("actors/india", "actors/bharat")
TALKS = ARTICLE.format(title="Talks", summary="They met.", marking="TLP:AMBER", body="In [[india]].")


def run(root: Path, *arguments: str) -> int:
    try:
        return command.main(["--root", str(root), *arguments, *TODAY])
    except SystemExit as end:
        return int(end.code or 0)


def everything(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return case.Case("", {"docs/articles/talks.md": TALKS}, {}).write(tmp_path / "root")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_files_of_a_case_are_those_it_expects(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = case.read(path)
    root = told.write(tmp_path)
    expected = everything(root) | {name: text for name, text in told.expected.items() if name.endswith(".md")}

    code = run(root, *told.expected["move"].split(), "--yes")

    said = capsys.readouterr()
    assert said.err == told.expected.get("said", "")
    assert code == int(told.expected.get("code", "1" if "said" in told.expected else "0"))
    assert everything(root) == {name: text for name, text in expected.items() if text}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("actors/india", "actors/bharat"), "give --dry-run to see the changes, or --yes to write them"),
        (("india", "actors/bharat", "--yes"), "`india` is not KIND/ID; the kinds are: briefs, articles"),
        (("ships/india", "actors/bharat", "--yes"), "`ships/india` is not KIND/ID"),
        (("docs/actors/india.md", "actors/bharat", "--yes"), "is a path and not KIND/ID; write actors/india"),
        (
            (r"docs\actors\india.md", "actors/bharat", "--yes"),
            "is a path and not KIND/ID; write actors/india",
        ),
        (("actors/india", "topics/bharat", "--yes"), "a document stays of its kind"),
        (("actors/india", "actors/india", "--yes"), "actors/india is called that already"),
        (("actors/indai", "actors/bharat", "--yes"), "no actor `indai`; did you mean `india`?"),
        (("actors/hind", "actors/bharat", "--yes"), "actors/hind is actors/india already"),
        (("actors/torn", "actors/bharat", "--yes"), "docs/actors/torn.md has errors; mend them first"),
        (("actors/india", "actors/Bharat", "--yes"), "use lower-case letters"),
        (("actors/india", "actors/con", "--yes"), "reserved for the site itself"),
        (("actors/india", "actors/\x1b[1m", "--yes"), "the id `\\u001b[1m` cannot be used"),
        (("actors/india",), "the following arguments are required: KIND/NEW"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(
    arguments: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "docs/actors/india.md": "---\nname: India\ntype: country\nformer: [hind]\n---\n",
        "docs/actors/torn.md": "---\nname: [\n---\n",
    }
    root = case.Case("", files, {}).write(tmp_path)
    before = everything(root)

    code = run(root, *arguments)

    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert says in said.err
    assert everything(root) == before


def test_what_is_to_be_typed_is_typed_for_the_same_root(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = case.Case("", {"docs/actors/torn.md": "---\nname: [\n---\n"}, {}).write(tmp_path)

    run(root, "actors/torn", "actors/whole", "--yes")

    assert f"python scripts/check.py --root {root} docs/actors/torn.md\n" in capsys.readouterr().err


def test_a_dry_run_shows_every_change_and_writes_none(root: Path) -> None:
    before = everything(root)

    done = site_builds.run("rename", *MOVE, "--dry-run", "--root", str(root), *TODAY)

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "--- a/docs/actors/india.md",
        "+++ b/docs/actors/bharat.md",
        "@@ -1,4 +1,5 @@",
        " ---",
        " name: India",
        " type: country",
        "+former: [india]",
        " ---",
        "--- a/docs/articles/talks.md",
        "+++ b/docs/articles/talks.md",
        "@@ -6,4 +6,4 @@",
        " marking: TLP:AMBER",
        " sources: [{title: A statement}]",
        " ---",
        "-In [[india]].",
        "+In [[bharat]].",
    ]
    assert done.stderr == "2 files would change. Nothing was written.\n"
    assert everything(root) == before


def test_the_command_names_what_it_wrote_and_the_next_step(root: Path) -> None:
    done = site_builds.run("rename", *MOVE, "--yes", "--root", str(root), *TODAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:3] == [
        "docs/actors/india.md → docs/actors/bharat.md",
        "docs/articles/talks.md",
        "actors/india is actors/bharat now; its old address leads there.",
    ]
    assert not [one for one in check(root).problems if one.is_error]
    assert not [name for name in everything(root) if Path(name).name.startswith(".")]


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("n", False), ("", False)])
def test_on_a_terminal_it_shows_the_changes_and_asks(
    answer: str,
    is_written: bool,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[str] = []

    def answered(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr(command, "is_attended", lambda: True)
    monkeypatch.setattr("builtins.input", answered)

    code = run(root, *MOVE)

    said = capsys.readouterr()
    assert (code, asked) == (0, ["Write 2 files? [y/N] "])
    assert "+In [[bharat]]." in said.out
    assert (root / "docs/actors/bharat.md").exists() == is_written
    assert ("Nothing was written." in said.err) != is_written


def test_line_ends_and_byte_order_marks_stay(root: Path) -> None:
    talks, india = root / "docs/articles/talks.md", root / "docs/actors/india.md"
    mixed = TALKS.replace("topics: [trade]\n", "topics: [trade]\r\nactors:\r\n  - india\r\n")
    talks.write_bytes(f"\ufeff{mixed}".encode())
    india.write_bytes(b"---\r\nname: India\r\ntype: country\r\n---\r\n")

    assert run(root, *MOVE, "--yes") == 0

    assert talks.read_bytes().decode() == f"\ufeff{mixed}".replace("india", "bharat")
    assert (root / "docs/actors/bharat.md").read_bytes() == (
        b"---\r\nname: India\r\ntype: country\r\nformer: [india]\r\n---\r\n"
    )


def test_a_failure_half_way_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(root)
    really = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.name == "india.md":
            raise PermissionError("in use")
        really(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)

    code = run(root, *MOVE, "--yes")

    assert code == 2
    assert capsys.readouterr().err == "Nothing was written: in use\n"
    assert everything(root) == before


def test_files_that_changed_meanwhile_are_left_alone(root: Path) -> None:
    first, second = root / "docs/actors/india.md", root / "docs/topics/trade.md"
    before = everything(root)
    steps = [
        Replacement(first, first.read_bytes(), b"new"),
        Replacement(root / "new.md", None, b"new", like=first),
        Replacement(second, b"something else", None),
    ]

    with pytest.raises(Changed, match="has changed meanwhile"):
        replacing.replace(steps)

    assert everything(root) == before


def test_a_file_is_never_made_over_another(root: Path) -> None:
    path = root / "docs/actors/india.md"

    with pytest.raises(Changed):
        replacing.replace([Replacement(path, None, b"new", like=path)])

    assert path.read_bytes() != b"new"


def test_what_is_written_is_what_was_shown_or_nothing(root: Path) -> None:
    proposal = moving.propose(check(root), Move(*map(command.ref, MOVE)), append=False)
    (root / "docs/articles/talks.md").write_text("Somebody else.", encoding="utf-8")
    before = everything(root)

    with pytest.raises(Changed):
        moving.write(proposal)

    assert everything(root) == before


def test_references_in_all_roots_follow_each_in_its_own_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = OVERLAY["docs/articles/closed.md"].replace("topics:", "actors: [india, falcon]\ntopics:")
    base = write(tmp_path / "base", BASE)
    over = write(tmp_path / "over", {**OVERLAY, "docs/articles/closed.md": closed})
    before = everything(over)

    code = run(base, *MOVE, "--yes", "--root", str(over))

    assert code == 0
    changed = {name for name, text in everything(over).items() if text != before[name]}
    assert changed == {"docs/articles/closed.md"}
    assert "actors: [bharat, falcon]" in (over / "docs/articles/closed.md").read_text(encoding="utf-8")
    assert (base / "docs/actors/bharat.md").exists()
    assert "over/docs/articles/closed.md\n" in capsys.readouterr().out


def test_a_document_of_an_overlay_stays_in_it(tmp_path: Path) -> None:
    base, over = write(tmp_path / "base", BASE), write(tmp_path / "over", OVERLAY)

    code = run(base, "actors/falcon", "actors/hawk", "--yes", "--root", str(over))

    assert code == 0
    assert (over / "docs/actors/hawk.md").exists()
    assert not (base / "docs/actors/hawk.md").exists()


def test_what_few_may_see_is_not_put_where_many_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, over = write(tmp_path / "base", BASE), write(tmp_path / "over", OVERLAY)
    before = everything(tmp_path)

    code = run(base, "actors/falcon", "actors/india", "--yes", "--root", str(over))

    assert code == 1
    assert "it lies in another content root than docs/actors/india.md" in capsys.readouterr().err
    assert everything(tmp_path) == before


def test_a_file_that_cannot_be_read_may_name_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs/actors/latin.md").write_bytes(b"---\nname: Caf\xe9\n---\n")

    code = run(root, *MOVE, "--yes")

    assert code == 1
    assert "docs/actors/latin.md:2:10: error B101" in capsys.readouterr().err
    assert (root / "docs/actors/india.md").exists()


def test_errors_that_were_there_before_keep_nothing_from_being_renamed(root: Path) -> None:
    path = root / "docs/articles/talks.md"
    path.write_text(TALKS.replace("[[india]]", "[[india]] [[nobody]] [[actors/indi]]"), encoding="utf-8")

    assert run(root, *MOVE, "--yes") == 0

    assert "In [[bharat]] [[nobody]] [[actors/indi]]." in path.read_text(encoding="utf-8")


def test_what_editors_know_of_ids_follows(root: Path) -> None:
    new_document.fill(root, editors.files(new_document.survey(root).known))
    schema = root / editors.FOLDER / "article.json"
    assert '"india"' in schema.read_text(encoding="utf-8")

    assert run(root, *MOVE, "--yes") == 0

    assert '"bharat"' in schema.read_text(encoding="utf-8")
    assert everything(root) == everything(root) | {
        str(name): text for name, text in editors.files(new_document.survey(root).known).items()
    }


def test_interrupted_it_writes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: Any, **options: Any) -> Any:
        raise KeyboardInterrupt

    before = everything(root)
    monkeypatch.setattr(replacing, "_put", interrupted)

    assert run(root, *MOVE, "--yes") == 130

    assert everything(root) == before
