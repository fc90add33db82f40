"""New documents and content roots, as their authors make them: by flags and by questions."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

import new as command
import repository
import site_builds
from _conversation import END_OF_FILE, INTERRUPT, converse
from briefing.edge.authors import new_document, questions
from briefing.edge.authors.new_document import CannotWrite
from briefing.edge.authors.questions import Desk
from briefing.edge.content.assemble import check
from briefing.model.marking import Audience, Marking
from briefing.model.ref import Kind
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.scaffold import editors, site
from briefing.scaffold.answers import Answers
from briefing.scaffold.known import Choice, Known

DAY = date(2025, 12, 1)
TODAY = ("--today", "2025-12-01")
SCRIPT = str(site_builds.PROJECT / "scripts/new.py")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    new_document.write_all(folder, site.files("Team", DAY))
    return folder


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str) -> Done: ...


@pytest.fixture
def new(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`new.py` on the content root."""

    def run(*arguments: str) -> Done:
        try:
            code = command.main([*arguments, "--root", str(root), *TODAY])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "path", "codes"),
    [
        (
            ("brief", "--title", "India: the \"next\" step", "--author", "Desk", "--topic", "sample-topic"),
            "briefs/2025/india-the-next-step.md",
            ["B606"] * 5,
        ),
        (("article", "--title", "no", "--topic", "sample-topic"), "docs/articles/no.md", ["B606"] * 3),
        (("actor", "--name", "@Ñandú", "--type", "person"), "docs/actors/nandu.md", ["B606"]),
        (("topic", "sea", "--name", "The sea", "--broader", "sample-topic"), "docs/topics/sea.md", ["B606"]),
        (("agreement", "--name", "Port Pact", "--type", "treaty"), "docs/agreements/port-pact.md", ["B606"]),
    ],
)  # fmt: skip
def test_a_new_document_passes_the_checks_but_for_its_texts(
    root: Path, new: Run, arguments: tuple[str, ...], path: str, codes: list[str]
) -> None:
    made = new(*arguments)

    problems = check(root, today=DAY).problems

    assert made.code == 0, made.err
    assert [problem.code for problem in problems] == codes
    assert all(problem.file == path for problem in problems)
    assert path in made.out
    assert b"\r" not in (root / path).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "say what to make: brief"),
        (("brief",), "the brief needs --title, --author, --topic"),
        (("actor", "nobody"), "the actor needs --name, --type"),
        (("actor", "--name", "A B", "--type", "person", "--article", "x"), "has no place for --article"),
        (("topic", "--name", "Торговля"), "give one"),
        (("topic", "Harbour_Visit", "--name", "X Y"), "use lower-case letters"),
        (("topic", "con", "--name", "X Y"), "reserved"),
        (("topic", "--name", "SAMPLE topic"), "one of that name already: topics/sample-topic; to make an"),
        (("topic", "Sample Office"), "already: actors/sample-harbour-office; "),
        (("topic", "sample-topic", "--name", "X Y"), "there is a document `sample-topic` already"),
        (("article", "--title", "X", "--topic", "sample-topik"), "did you mean `sample-topic`?"),
        (("actor", "--name", "X Y", "--type", "ship"), "not one of: person"),
        (("topic", "--name", "X Y", "--marking", "TLP:RED"), "TLP:RED"),
        (("topic", "--name", "X\nY"), "one line"),
        (("topic", "--name", "X Y", "--date", "soon"), "YYYY-MM-DD"),
        (("article", "--title", "X", "--topic", "sample-topic", "--marking", "TLP:CLEAR"), "TLP:AMBER"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    root: Path, new: Run, arguments: tuple[str, ...], says: str
) -> None:
    before = everything(root)

    made = new(*arguments)

    assert made.code == 2
    assert says in made.err
    assert everything(root) == before


def test_the_same_title_a_second_time_needs_an_id(root: Path, new: Run) -> None:
    told = ("--title", "Harbour talks", "--topic", "sample-topic")

    first, second, third = new("article", *told), new("article", *told), new("article", "harbour-2", *told)

    assert first.code == third.code == 0
    assert second.code == 2
    assert "already: articles/harbour-talks; to make another, give its id: new.py article ID" in second.err


def test_what_can_be_no_id_is_the_name(root: Path, new: Run) -> None:
    made = new("actor", "Port of Chennai", "--type", "organisation")

    assert made.code == 0, made.err
    assert "name: Port of Chennai" in (root / "docs/actors/port-of-chennai.md").read_text(encoding="utf-8")


def test_a_published_document_with_texts_to_write_stops_the_build(root: Path, new: Run) -> None:
    new("article", "--title", "Talks", "--topic", "sample-topic", "--status", "published")

    assert {problem.code for problem in check(root, today=DAY).problems if problem.is_error} == {"B607"}


def test_mistakes_elsewhere_keep_nobody_from_beginning(root: Path, new: Run) -> None:
    (root / "docs/articles/broken.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")

    made = new("topic", "--name", "Harbours")

    assert made.code == 0, made.err


def test_a_file_is_never_overwritten(root: Path) -> None:
    existing = SrcUri("docs/topics/sample-topic.md")
    before = everything(root)

    with pytest.raises(CannotWrite):
        new_document.write(root, Source(existing, "other"))

    assert everything(root) == before


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
def test_nothing_is_written_through_a_link_out_of_the_root(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (root / "docs/topics").rename(tmp_path / "topics")
    (root / "docs/topics").symlink_to(tmp_path / "outside", target_is_directory=True)

    with pytest.raises(CannotWrite):
        new_document.write(root, Source(SrcUri("docs/topics/x.md"), "x"))

    assert not list((tmp_path / "outside").iterdir())


def test_a_new_profile_is_offered_by_editors_that_are_told_of_profiles(root: Path, new: Run) -> None:
    new("schemas")
    made = new("topic", "--name", "Harbours")

    assert f"  git -C {root} add docs/topics/harbours.md .vscode\n" in made.out
    assert '"harbours"' in (root / editors.FOLDER / "brief.json").read_text(encoding="utf-8")


@pytest.mark.site
def test_a_new_content_root_has_no_problem_and_builds(tmp_path: Path) -> None:
    made = site_builds.run("new", "site", str(tmp_path / "my team"), *TODAY)

    checked = site_builds.run("check", "--root", str(tmp_path / "my team"), *TODAY)
    root = tmp_path / "my team"
    built = site_builds.run("build", "--out", str(tmp_path / "out"), "--root", str(root), *TODAY)

    assert made.returncode == 0, made.stderr
    assert checked.stdout == "5 documents, 0 errors, 0 warnings\n"
    assert f'while you write: `python scripts/serve.py --root "{root}"`.' in built.stdout
    assert "my team" in (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert (tmp_path / "out/briefs/sample-brief/index.html").is_file()


@pytest.mark.parametrize("year", [1970, 2024, 2025, 2105])
def test_the_samples_are_sound_in_any_year(tmp_path: Path, year: int) -> None:
    new_document.write_all(tmp_path / "team", site.files('A "B": C', date(year, 2, 28)))

    checked = check(tmp_path / "team", today=date(year, 2, 28))

    assert checked.problems == ()
    assert checked.configuration.site_name == 'A "B": C'


def test_a_folder_that_is_not_empty_is_left_alone(root: Path) -> None:
    before = everything(root)

    made = site_builds.run("new", "site", str(root))

    assert made.returncode == 2
    assert "not empty" in made.stderr
    assert everything(root) == before


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "team").mkdir()

    new_document.write_all(tmp_path / "team", site.files("Team", DAY))

    assert (tmp_path / "team/mkdocs.yml").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["team"]


@repository.needs_git
@pytest.mark.site
def test_git_gets_all_of_a_new_root_and_nothing_that_is_built_in_it(tmp_path: Path) -> None:
    made = site_builds.run("new", "site", str(tmp_path / "team"), *TODAY)
    team = repository.make(tmp_path / "team")
    for name in ("site/index.html", "site.build.json", "site.zip", "site.delta.zip"):
        (tmp_path / "team" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "team" / name).write_bytes(b"built")

    team.git("add", ".")

    assert f"git -C {tmp_path / 'team'} add .\n" in made.stdout
    assert team.git("ls-files").split() == sorted(site.files("team", DAY))


def test_an_interrupted_root_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", interrupt)

    with pytest.raises(KeyboardInterrupt):
        new_document.write_all(tmp_path / "team", site.files("Team", DAY))

    assert not list(tmp_path.iterdir())


TOPICS = tuple(Choice(f"topic-{number}", f"Subject {number}") for number in range(12))


class Typed:
    """Somebody who types these lines, and all that was said to them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.said: list[str] = []
        self.desk = Desk(self._read, self.said.append)

    def _read(self, prompt: str) -> str:
        self.said.append(prompt)
        return next(self.lines)


def test_words_filter_and_enter_accepts() -> None:
    typed = Typed(["subject 11", "", ""])

    assert typed.desk.several("Topics", TOPICS) == ("topic-11",)


def test_numbers_take_what_is_listed() -> None:
    assert Typed(["2, 3", ""]).desk.several("Topics", TOPICS) == ("topic-1", "topic-2")


def test_an_id_or_a_name_in_full_is_taken_at_once() -> None:
    assert Typed(["topic-7", "Subject 3", ""]).desk.several("Topics", TOPICS) == ("topic-7", "topic-3")


def test_what_is_needed_is_asked_for_again() -> None:
    typed = Typed(["", "zebra", "1", ""])

    assert typed.desk.several("Topics", TOPICS, needed=True) == ("topic-0",)
    assert "  At least one is needed." in typed.said
    assert "  Nothing is called that: zebra" in typed.said


def test_a_guess_is_told_to_be_one_and_enter_does_not_take_it() -> None:
    typed = Typed(["subjcet 11", "", "subjcet 11", "1", ""])

    assert typed.desk.several("Topics", TOPICS) == ("topic-11",)
    assert typed.said.count(f"  {questions.GUESSED}") == 2
    assert f"  {questions.ENTER}" not in typed.said


def test_a_name_that_is_like_anothers_may_be_new() -> None:
    authors = (Choice("Jo Analyst", "Jo Analyst"),)

    assert Typed(["Joe Analyst", "", ""]).desk.several("Authors", authors, free=True) == ("Joe Analyst",)


def test_where_nothing_is_called_so_the_command_that_makes_it_is_named(root: Path) -> None:
    typed = Typed(["Port of Chennai", "Sample Office", ""])

    said = typed.desk.documents("Actors", new_document.survey(root).known, Kind.ACTOR)

    assert said == ("sample-harbour-office",)  # by its alias
    assert '  Nothing is called that: Port of Chennai; to make it first: new.py actor "Port of Chennai"' in (
        typed.said
    )


def test_a_new_author_may_be_named() -> None:
    assert Typed(["Harbour desk", "", ""]).desk.several("Authors", (), needed=True, free=True) == (
        "Harbour desk",
    )


def test_what_may_be_typed_is_said_and_a_new_name_is_listed_once() -> None:
    typed = Typed(["Jo Analyst", "", "7", ""])

    assert typed.desk.several("Authors", (), needed=True, free=True) == ("Jo Analyst",)
    assert typed.said[0] == "Authors (a name, as many as there are; Enter when done)"
    assert "  1 Jo Analyst  (new)" in typed.said
    assert "  Nothing is called that: 7" in typed.said


def test_a_marking_says_who_reads_it() -> None:
    audiences = (Audience("public", Marking.CLEAR), Audience("internal", Marking.AMBER_STRICT))
    known = Known({kind: () for kind in Kind}, {kind: frozenset() for kind in Kind}, ())
    typed = Typed(["Fees", "", ""])

    questions.answers(typed.desk, Answers(Kind.TOPIC), known, Settings(audiences=audiences), DAY)

    assert "  1 TLP:CLEAR  read by: public, internal" in typed.said
    assert "  3 TLP:AMBER  read by: internal" in typed.said


@pytest.mark.parametrize("words", ["TLP:RED", "RED", "red", "TLP:REED", "read"])
def test_no_marking_is_guessed(words: str) -> None:
    typed = Typed([words, ""])

    assert typed.desk.marking(Settings()) == "TLP:AMBER"
    assert questions.ENTER not in "".join(typed.said) and questions.GUESSED not in "".join(typed.said)
    assert ("named people" in "".join(typed.said)) == (words.upper().endswith("RED"))


@pytest.mark.parametrize("words", ["green", "TLP:GREEN", "tlp green", "2"])
def test_a_marking_is_known_by_its_colour(words: str) -> None:
    assert Typed([words]).desk.marking(Settings()) == "TLP:GREEN"


def test_a_long_list_says_how_much_more_there_is() -> None:
    typed = Typed([""])

    typed.desk.several("Topics", TOPICS)

    assert "  … and 3 more: type words to find one" in typed.said


def test_answers_to_every_question_make_a_brief() -> None:
    known = Known(
        {kind: TOPICS if kind is Kind.TOPIC else () for kind in Kind},
        {kind: frozenset() for kind in Kind},
        (),
    )
    typed = Typed(["", "Harbour talks", "", "yesterday", "2025-11-30", "Desk", "", "", "1", "", ""])

    said = questions.answers(typed.desk, Answers(Kind.BRIEF), known, Settings(), DAY)

    assert said == Answers(
        Kind.BRIEF, title="Harbour talks", id="harbour-talks", date=date(2025, 11, 30),
        authors=("Desk",), topics=("topic-0",), marking="TLP:AMBER",
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_a_brief_is_made_by_answering_questions(root: Path) -> None:
    typed = [sys.executable, SCRIPT, "--root", str(root), *TODAY]
    dialogue = [
        ("> ", "brief\n"), ("Title: ", "Harbour: the fees\n"), ("[harbour-the-fees]: ", "\n"),
        ("[2025-12-01]: ", "\n"),
        ("> ", "sample\n"), ("> ", "\n"), ("> ", "\n"), ("> ", "sampl topc\n"), ("> ", "1\n"), ("> ", "\n"),
        ("> ", "\n"), ("> ", "\n"), ("> ", "1\n"), ("> ", "\n"), ("> ", "\n"),
    ]  # fmt: skip

    code, said = converse(typed, dialogue)

    text = (root / "briefs/2025/harbour-the-fees.md").read_text(encoding="utf-8")
    assert code == 0, said
    assert "title: 'Harbour: the fees'" in text
    assert "- sample-article" in text and "- sample-topic" in text and "- Sample desk" in text
    assert "python scripts/check.py" in said


def test_who_gives_the_name_of_another_is_asked_whether_that_is_meant(root: Path) -> None:
    known = new_document.survey(root).known
    typed = Typed(["n", "SAMPLE topic", "y", "", "", ""])

    said = questions.answers(typed.desk, Answers(Kind.TOPIC, title="Sample topic"), known, Settings(), DAY)

    assert (said.title, said.id) == ("SAMPLE topic", "sample-topic-2")
    assert typed.said.count("  There is one of that name already: topics/sample-topic") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize("taken", ["sample-topic", "con"])
def test_an_id_that_cannot_be_is_refused_before_anything_is_asked(root: Path, taken: str) -> None:
    code, said = converse([sys.executable, SCRIPT, "topic", taken, "--root", str(root)])

    assert code == 2
    assert "cannot be used" in said and "Name" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize(("key", "code"), [(INTERRUPT, 130), (END_OF_FILE, 2)])
def test_who_stops_midway_has_written_nothing(root: Path, key: str, code: int) -> None:
    typed = [sys.executable, SCRIPT, "topic", "--root", str(root)]
    before = everything(root)

    done, said = converse(typed, [("Name: ", "Harbours\n"), ("[harbours]: ", key)])

    assert (done, everything(root)) == (code, before)
    assert "Nothing was written." in said and "Traceback" not in said
