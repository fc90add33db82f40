"""The benchmark measures the same thing every time, and all of it."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tarfile
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

import _bench_page
import _bench_pictures
import _bench_results as results
import _bench_targets
import _builders
import _corpus
import _corpus_posts
import _measure
import _search_bench
import _search_relevance
import bench
import check
from _bench_pictures import Line
from _bench_results import Found, Run
from _bench_targets import Reached
from _builders import OURS, PEERS, Builder
from _corpus import Corpus
from _corpus_documents import TODAY
from _measure import Cost, Output
from _search_bench import Answer
from _search_relevance import Score
from briefing.edge import terminal
from briefing.model.source import SrcUri
from briefing.strip import files
from briefing.strip.stripped import Stripped

DOCUMENTS = 12


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return _corpus.write(tmp_path_factory.mktemp("corpus"), DOCUMENTS)


def body_of(path: Path) -> bytes:
    return path.read_bytes().partition(b"\n---\n")[2]


def run(
    builder: str,
    pair: int,
    cpu: float | None,
    wall: float = 1.0,
    documents: int = 100,
    case: str = "cold",
    peak: int = 50_000_000,
) -> Run:
    return Run(builder, documents, case, pair, Cost(wall, cpu, peak), Output(2_000_000, 10))


def found(*runs: Run, scores: tuple[Score, ...] = (), answers: tuple[Answer, ...] = ()) -> Found:
    return Found({"cores": 2, "python": "3.11"}, {"mkdocs": "1.6.1"}, runs, answers, scores)


def answer(builder: str, documents: int, wait: float) -> Answer:
    return Answer(builder, documents, "?", 1.0, wait, 1.0, 10, 10_000, 1, 1_000_000)


def reached(what: str, against: str, of: Found) -> Reached | None:
    (target,) = (one for one in _bench_targets.TARGETS if (one.what, one.against) == (what, against))
    return target.reached(of)


def named(name: str) -> Builder:
    return next(peer for peer in PEERS if peer.name == name)


def test_the_same_seed_makes_the_same_corpus() -> None:
    assert list(_corpus.files(DOCUMENTS)) == list(_corpus.files(DOCUMENTS))


def test_another_seed_makes_another_corpus() -> None:
    assert list(_corpus.files(1, seed=1)) != list(_corpus.files(1, seed=2))


def test_a_small_corpus_is_the_beginning_of_a_large_one() -> None:
    small = tuple(_corpus.files(DOCUMENTS))

    assert tuple(_corpus.files(2 * DOCUMENTS))[: len(small)] == small


def test_a_corpus_has_no_errors(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    code = check.main(["--root", str(corpus.root), "--today", str(TODAY), "--format", "json"])

    assert code == terminal.GOOD
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_two_thirds_of_the_documents_are_articles(corpus: Corpus) -> None:
    articles = len(list((corpus.root / "docs/articles").rglob("*.md")))
    briefs = len(list((corpus.root / "briefs").rglob("*.md")))

    assert (articles, briefs) == (8, 4)


def test_every_builder_gets_the_same_bodies(corpus: Corpus) -> None:
    theirs = {
        path.name: body_of(path) for path in (corpus.plain / "docs").rglob("*.md") if path.stem != "index"
    }

    ours = {path.name: body_of(path) for path in corpus.root.rglob("*.md")}

    assert theirs == ours


def test_documents_have_about_600_words(corpus: Corpus) -> None:
    counts = [len(body_of(path).split()) for path in (corpus.root / "docs/articles").rglob("*.md")]

    assert all(570 < count < 720 for count in counts), counts


@pytest.mark.parametrize("case", bench.CASES[2:-1])
def test_a_change_reaches_every_builder(tmp_path: Path, case: str) -> None:
    corpus = _corpus.write(tmp_path, 3)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}

    bench.change(corpus, case, 1, (OURS,))

    changed = {path for path in tmp_path.rglob("*.md") if before.get(path) != path.read_bytes()}
    assert {path.relative_to(tmp_path).parts[0] for path in changed} == {"root", "plain"}
    assert len(changed) == 2


def test_what_a_child_s_child_takes_is_counted(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps no account of a process tree")
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    idle = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"

    cost = _measure.run((sys.executable, "-c", idle), tmp_path)

    assert cost.cpu is not None and cost.cpu >= 0.3
    assert cost.peak is not None and cost.peak > 1_000_000


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(_measure.Failed, match="no such harbour"):
        _measure.run((sys.executable, "-c", "raise SystemExit('no such harbour')"), tmp_path)


def test_ratios_are_taken_pair_by_pair() -> None:
    runs = [run("ours", 1, 3.0), run("peer", 1, 2.0), run("ours", 2, 8.0), run("peer", 2, 4.0)]

    cpu, wall = results.ratios(runs)

    assert (cpu.of, cpu.pairs) == ("CPU", (1.5, 2.0))
    assert (wall.of, wall.pairs) == ("wall", (1.0, 1.0))
    assert str(cpu) == "CPU 1.75 (1.50 to 2.00)"


def test_search_is_asked_for_titles_of_two_documents_of_the_corpus(corpus: Corpus) -> None:
    for title, id_ in _search_bench.questions(DOCUMENTS):
        (file,) = (corpus.root / "docs/articles").rglob(f"{id_}.md")
        assert yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])["title"] == title


def test_posts_become_articles_that_can_be_asked_about(tmp_path: Path) -> None:
    post = "---\ntitle: 'A [link](x)'\nexcerpt:\n---\nSee {% image %} [the report](http://x/).\n"
    archive = tmp_path / "posts.tar"
    (tmp_path / "2016-05-10-One_Two.md").write_text(post, encoding="utf-8")
    (tmp_path / "undated.md").write_text(post, encoding="utf-8")
    with tarfile.open(archive, "w") as packed:
        for name in ("2016-05-10-One_Two.md", "undated.md"):
            packed.add(tmp_path / name, name)

    pages = _corpus_posts.write(archive, tmp_path / "root")

    assert pages == {"2016-05-10-One_Two": "articles/2016-05-10-one-two/"}
    written = (tmp_path / "root/docs/articles/2016-05-10-one-two.md").read_text(encoding="utf-8")
    assert "title: A link\nsummary: A link\ndate: '2016-05-10'" in written
    assert "See   the report." in written
    assert check.main(["--root", str(tmp_path / "root"), "--today", str(TODAY)]) == terminal.GOOD


def test_of_answers_the_first_and_the_first_five_count() -> None:
    questions = [("a", "x/"), ("b", "y/"), ("c", "z/")]
    found = [["x/", "y/"], ["1/", "2/", "3/", "4/", "y/"], ["1/", "2/", "3/", "4/", "5/", "z/"]]

    score = _search_relevance.score("ours", questions, found)

    assert (score.first, score.in_five, score.of) == (1, 2, 3)
    assert "c: 1/, 2/, 3/, and not z/" in _search_relevance.wrong(questions, found)


def test_where_no_cpu_is_counted_the_wall_time_is_compared() -> None:
    runs = [run("ours", 1, None, wall=3.0), run("peer", 1, None, wall=2.0)]

    (only,) = results.ratios(runs)

    assert (only.of, only.pairs) == ("wall", (1.5,))
    assert "–" in results.table(runs)


def test_a_builder_that_cannot_build_so_many_is_left_out() -> None:
    peer = replace(PEERS[0], most=1_000)

    assert peer.takes(1_000)
    assert not peer.takes(1_001)


@pytest.mark.parametrize(
    "arguments",
    [["--documents", "0"], ["--peers", "hugo,nobody"], ["--cases", "warm"], ["--page", "page.md"]],
)
def test_wrong_use_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        bench.main(arguments)

    assert stopped.value.code == terminal.BROKEN
    assert arguments[0] in capsys.readouterr().err


def test_our_build_is_run_for_a_fixed_day(corpus: Corpus, tmp_path: Path) -> None:
    command = OURS.command(corpus, tmp_path)

    assert date.fromisoformat(command[command.index("--today") + 1])


def test_peers_index_pages_alone_are_in_the_nav(corpus: Corpus, tmp_path: Path) -> None:
    command = PEERS[0].command(corpus, tmp_path)

    config = yaml.safe_load(Path(command[command.index("--config-file") + 1]).read_text(encoding="utf-8"))
    assert [page for entry in config["nav"] for page in entry.values()] == list(_corpus.INDEXES)
    assert "hooks" not in config and config["theme"]["custom_dir"] == str(corpus.folder / "plain/overrides")


@pytest.mark.parametrize("builder", (OURS, *PEERS), ids=lambda builder: builder.name)
def test_a_template_is_changed_beside_the_corpus(tmp_path: Path, builder: Builder) -> None:
    corpus = Corpus(tmp_path, 1)
    builder.prepare(corpus)
    place = tmp_path / builder.template.place
    before = place.read_text(encoding="utf-8")

    bench.change(corpus, "template", 3, (builder, builder))

    changed = place.read_text(encoding="utf-8")
    assert changed.replace("\n<p>Changed 3 times.</p>", "") == before != changed


def test_a_template_that_has_lost_its_place_is_noticed(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path, 1)
    _corpus.save(tmp_path / PEERS[0].template.place, "{{ super() }}")

    with pytest.raises(LookupError, match=r"main\.html"):
        PEERS[0].template.change(corpus, 1)


def test_what_is_measured_is_a_copy_in_an_environment_of_its_own(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path, 1)
    _builders.make_environment(corpus)
    OURS.prepare(corpus)
    code = "import pathlib, sys, mkdocs; pathlib.Path('prefix').write_text(sys.prefix)"

    program, script = OURS.command(corpus, tmp_path / "site")[:2]
    _measure.run((program, "-c", code), tmp_path)

    assert Path(script).is_file() and Path(script).is_relative_to(tmp_path)
    assert Path((tmp_path / "prefix").read_text()).samefile(tmp_path / _builders.ENVIRONMENT)


def test_only_our_cold_build_forgets_what_our_builds_keep(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path, 1)
    kept = tmp_path / _builders.ENVIRONMENT / "briefing-room.builds"
    stamp = tmp_path / _builders.ENVIRONMENT / "briefing-room.locks"
    for folder in (kept, bench.site(corpus, OURS), bench.site(corpus, PEERS[0])):
        folder.mkdir(parents=True)
    stamp.touch()

    bench.clear(corpus, PEERS[0])
    assert kept.exists() and not bench.site(corpus, PEERS[0]).exists()

    bench.clear(corpus, OURS)
    assert not kept.exists() and stamp.exists() and not bench.site(corpus, OURS).exists()


def test_peers_that_are_not_installed_are_left_out_with_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    asked = bench.arguments().parse_args(
        ["--peers", "mkdocs-plain,hugo,eleventy", "--hugo", "no-such-hugo", "--eleventy", sys.executable]
    )

    peers = tuple(bench.installed(asked))

    assert [(peer.name, peer.program) for peer in peers] == [
        ("mkdocs-plain", ""),
        ("eleventy", sys.executable),
    ]
    assert "Hugo is left out" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["hugo", "eleventy"])
def test_hugo_and_eleventy_build_every_document_and_profile(tmp_path: Path, name: str) -> None:
    program = os.environ.get(f"BENCH_{name.upper()}") or shutil.which(name)
    if not program:
        pytest.skip(f"{name} is not installed")
    corpus, peer, site = _corpus.write(tmp_path, 3), replace(named(name), program=program), tmp_path / "site"
    peer.prepare(corpus)
    peer.template.change(corpus, 1)

    _measure.run(peer.command(corpus, site), tmp_path)

    articles = [path for path in (corpus.plain / "docs/articles").rglob("*.md") if path.stem != "index"]
    for path in articles:
        place = path.relative_to(corpus.plain / "docs").with_suffix("") / "index.html"
        matter = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        address = f"/{place.parent.as_posix()}/"
        assert "Changed 1 times" in (site / place).read_text(encoding="utf-8")
        for kind in ("actors", "topics"):
            for id_ in matter[kind]:
                assert address in (site / kind / id_ / "index.html").read_text(encoding="utf-8")
        assert address in (site / "articles/index.html").read_text(encoding="utf-8")
    assert len(articles) == 2


def test_growth_is_held_against_the_growth_of_the_corpus() -> None:
    runs = [run("ours", 1, 2.0), run("ours", 2, 4.0), run("ours", 1, 33.0, documents=1_000)]

    (growth,) = results.growths(runs)

    assert (growth.small, growth.large) == (100, 1_000)
    assert (growth.least, growth.middle, growth.most) == pytest.approx((0.825, 1.1, 1.65))


def test_what_was_written_is_read_and_the_later_file_counts(tmp_path: Path) -> None:
    first = found(run("ours", 1, 2.0), run("hugo", 1, 1.0), run("ours", 1, 9.0, case="body"))
    later = found(run("ours", 1, 3.0), scores=(Score("ours", 1, 2, 3),), answers=(answer("ours", 100, 5.0),))
    for name, content in (("a", first), ("b", later)):
        (tmp_path / name).write_text(results.as_json(content), encoding="utf-8")

    read = results.read([tmp_path / "a", tmp_path / "b"])

    assert read.runs == [run("ours", 1, 9.0, case="body"), run("ours", 1, 3.0)]
    assert (read.scores, read.answers) == (later.scores, later.answers)


@pytest.mark.parametrize(("ours", "is_enough"), [(1.0, True), (1.1, False)])
def test_a_target_is_reached_by_so_many_times_less(ours: float, is_enough: bool) -> None:
    runs = found(run("ours", 1, ours, documents=1_000), run("mkdocs-nav", 1, 12.0, documents=1_000))

    of = reached("cold build of 1,000, CPU", "MkDocs, all in nav", runs)

    assert of is not None and of.is_enough is is_enough


@pytest.mark.parametrize(("wait", "is_enough"), [(499.0, True), (501.0, False)])
def test_search_must_be_fast_and_not_only_faster(wait: float, is_enough: bool) -> None:
    answers = (answer("ours", 10_000, wait), answer("mkdocs-plain", 5_000, 1e6))

    of = reached(
        "first right search result, 10,000", "the theme's search, 5,000 documents", found(answers=answers)
    )

    assert of is not None and of.is_enough is is_enough


def test_search_must_be_better_in_both_places() -> None:
    scores = (Score("ours", 90, 95, 100), Score("the theme's", 80, 95, 100))

    of = reached("right page first, or in the first five", "the theme's search", found(scores=scores))

    assert of == Reached("first 90 against 80, in the first five 95 against 95, of 100", False)


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    assert {reached for _, reached in _bench_targets.judged(found())} == {None}


def page_of(tmp_path: Path, of: Found) -> str:
    page = tmp_path / "performance.md"
    page.write_text(f"Before.\n\n{_bench_page.FROM}\nzebra\n{_bench_page.TO}\n\nAfter.\n", encoding="utf-8")
    _bench_page.update(page, of)
    return page.read_text(encoding="utf-8")


def sized(cpu: float = 1.0) -> Found:
    return found(
        *(run(who, 1, cpu, documents=n) for n in (1_000, 10_000) for who in ("ours", "mkdocs-plain"))
    )


def test_a_page_keeps_what_people_wrote_and_gets_the_figures(tmp_path: Path) -> None:
    text = page_of(tmp_path, sized())

    assert text.startswith("Before.\n") and text.endswith("\n\nAfter.\n") and "zebra" not in text
    assert "A machine with two cores; the corpus as of 1 December 2025; 1 build by each" in text
    assert "| 10,000 | this project | 1.00 | 1.00 | 50.0 | 2.00 | 10 |" in text
    assert "](performance/cold-cpu.svg)" in text and "body-cpu" not in text
    assert sorted(path.name for path in (tmp_path / "performance").iterdir()) == [
        "cold-cpu.svg",
        "cold-memory.svg",
        "cold-wall.svg",
    ]


def test_a_page_says_what_falls_short_and_why(tmp_path: Path) -> None:
    slow = found(*(run("ours", 1, cpu, documents=n) for n, cpu in ((1_000, 1.0), (10_000, 20.0))))

    text = page_of(tmp_path, slow)

    assert "**falls short:** 2.00 of linear" in text
    assert "- growth of cold CPU, 1,000 to 10,000, against linear: " in text


def test_a_page_without_a_place_for_figures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("Nothing.\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(results.as_json(sized()), encoding="utf-8")

    code = bench.main(["--page", str(tmp_path / "page.md"), "--from", str(tmp_path / "a.json")])

    assert code == terminal.BROKEN
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "Nothing.\n"


def test_the_page_of_this_site_has_a_place_for_figures() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/about/performance.md").read_text(encoding="utf-8")

    assert page.index(_bench_page.FROM) < page.index(_bench_page.TO)


LINES = (
    Line("this project", ((1_000, 2.0), (10_000, 25.0)), is_ours=True),
    Line("MkDocs", ((1_000, 4.0), (10_000, 24.5))),
    Line("MkDocs, all in nav", ((1_000, 30.0),)),
)


def test_a_drawing_is_published_as_it_is_but_for_what_its_text_alternative_says() -> None:
    drawing = _bench_pictures.draw("CPU", "seconds", LINES)

    done = files.strip(SrcUri("docs/about/performance/cold-cpu.svg"), drawing)

    assert isinstance(done, Stripped) and done.removed == ("comments and notes",)
    assert [one.text for one in ET.fromstring(done.data).iter() if one.tag.endswith("}text")][-1] == "MkDocs"


def test_a_drawing_says_in_words_what_it_shows() -> None:
    drawing = ET.fromstring(_bench_pictures.draw("CPU", "seconds", LINES))

    space = "{http://www.w3.org/2000/svg}"
    assert drawing.findtext(f"{space}title") == "CPU"
    assert "MkDocs: 4 at 1,000, 24.5 at 10,000" in (drawing.findtext(f"{space}desc") or "")


def test_names_of_lines_that_end_together_stand_apart() -> None:
    drawing = ET.fromstring(_bench_pictures.draw("CPU", "seconds", LINES))

    names = {line.name for line in LINES}
    heights = sorted(float(one.get("y", "")) for one in drawing.iter() if one.text in names)
    assert len(heights) == 3
    assert all(low - high >= _bench_pictures.LINE for high, low in pairwise(heights))


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [(0.3, 4.0, (0.2, 0.5, 1, 2, 5)), (1.0, 1.0, (1, 2)), (0.2, 900.0, (0.2, 1, 10, 100, 1_000))],
)
def test_the_numbers_of_an_axis_are_round_and_few(low: float, high: float, steps: tuple[float, ...]) -> None:
    assert _bench_pictures.ticks(low, high) == pytest.approx(steps)
