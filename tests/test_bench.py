"""The benchmark measures the same thing every time, and all of it."""

from __future__ import annotations

import json
import sys
import tarfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

import _bench_results as results
import _corpus
import _corpus_posts
import _measure
import _search_bench
import _search_relevance
import bench
import check
from _bench_results import Run
from _builders import OURS, PEERS
from _corpus import Corpus
from _corpus_documents import TODAY
from _measure import Cost, Output
from briefing.edge import terminal

DOCUMENTS = 12


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return _corpus.write(tmp_path_factory.mktemp("corpus"), DOCUMENTS)


def body_of(path: Path) -> bytes:
    return path.read_bytes().partition(b"\n---\n")[2]


def run(builder: str, pair: int, cpu: float | None, wall: float = 1.0) -> Run:
    return Run(builder, 100, "cold", pair, Cost(wall, cpu, 50_000_000), Output(2_000_000, 10))


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


@pytest.mark.parametrize("case", bench.CASES[2:])
def test_a_change_reaches_every_builder(tmp_path: Path, case: str) -> None:
    corpus = _corpus.write(tmp_path, 3)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}

    bench.change(corpus, case, 1)

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


@pytest.mark.parametrize("arguments", [["--documents", "0"], ["--peers", "hugo,nobody"], ["--cases", "warm"]])
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
    assert "hooks" not in config and "custom_dir" not in config["theme"]
