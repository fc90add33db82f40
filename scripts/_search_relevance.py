"""How well search answers: questions, and the page that each should lead to, asked of ours or the theme's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import _chromium
import _corpus_posts
from _search_bench import FLAGS, CannotMeasure, served
from briefing.edge.content.assemble import assemble, check
from briefing.edge.mkdocs.site_search import WORKER
from briefing.pages.search_entry import Entry

QUESTIONS = Path(__file__).resolve().parent.parent / "tests/relevance"
POSTS = QUESTIONS / "posts-18f.txt"
THEIRS = "search/of-the-theme.json"
THEIR_WORKER = "assets/javascripts/workers/search.*.min.js"
ASK = """async ([address, index, queries]) => {
  const worker = new Worker(address);
  const answer = (message) => new Promise((done) => {
    worker.onmessage = (event) => done(event.data.data);
    worker.postMessage(message);
  });
  const data = index ? await (await fetch(index)).json() : {};
  await answer({ type: 0, data: { ...data, options: { suggest: true } } });
  const found = [];
  for (const query of queries) found.push(await answer({ type: 2, data: query }));
  worker.terminate();
  return found;
}"""
"""In a browser: what a worker answers to each query, asked as the theme asks it."""

Question = tuple[str, str]
"""What a reader types, and the page that they mean."""


@dataclass(frozen=True, slots=True)
class Score:
    """For how many questions the right page came first, and among the first five."""

    who: str
    first: int
    in_five: int
    of: int

    def __str__(self) -> str:
        return f"{self.who}: right page first {self.first}, in the first five {self.in_five}, of {self.of}"


def read(file: Path) -> list[Question]:
    """The questions in a file, in its order."""
    parted = (line.rpartition("|") for line in file.read_text(encoding="utf-8").splitlines())
    return [(question.strip(), page.strip()) for question, _, page in parted]


def asked(
    page: Any, home: str, worker: str, questions: Iterable[Question], index: str = ""
) -> list[list[str]]:
    """The pages that a worker names for each question, best first."""
    queries = [question for question, _ in questions]
    found = page.evaluate(ASK, [f"{home}{worker}", index and f"{home}{index}", queries])
    return [[group[0]["location"].partition("#")[0] for group in result["items"]] for result in found]


def score(who: str, questions: Sequence[Question], found: Sequence[Sequence[str]]) -> Score:
    pairs = list(zip([right for _, right in questions], found, strict=True))
    first = sum(right in pages[:1] for right, pages in pairs)
    return Score(who, first, sum(right in pages[:5] for right, pages in pairs), len(pairs))


def wrong(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> str:
    """Each question that another page answered first, with the first pages."""
    return "\n".join(
        f"{question}: {', '.join(pages[:3]) or 'nothing'}, and not {right}"
        for (question, right), pages in zip(questions, found, strict=True)
        if right not in pages[:1]
    )


def posts(archive: Path, root: Path) -> list[Question]:
    """Make a content root of the archive of posts; the questions about them."""
    pages = _corpus_posts.write(archive, root)
    return [(question, pages[name]) for question, name in read(POSTS)]


def compare(root: Path, site: Path, questions: Sequence[Question]) -> list[Score]:
    """Our worker on a built site, and the theme's own on the same texts with its own settings."""
    from playwright.sync_api import sync_playwright  # only who measures search needs it

    program = _chromium.find()
    if not program:
        raise CannotMeasure(_chromium.REMEDY)
    (site / THEIRS).write_text(json.dumps(_of_the_theme(root)), encoding="utf-8")
    (worker,) = site.glob(THEIR_WORKER)
    with served(site) as (home, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=list(FLAGS))
        page = browser.new_page()
        page.goto(home)
        ours = asked(page, home, WORKER, questions)
        theirs = asked(page, home, worker.relative_to(site).as_posix(), questions, THEIRS)
        browser.close()
    return [score("ours", questions, ours), score("the theme's", questions, theirs)]


def _of_the_theme(root: Path) -> dict[str, object]:
    """What the theme's plugin would write of the same pages, for its own full-text search."""
    entries: tuple[Entry, ...] = assemble(check(root)).search_entries()
    docs = [{key: one.as_dict().get(key, "") for key in ("location", "title", "text")} for one in entries]
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    return {"config": config, "docs": docs}
