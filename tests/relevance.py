"""Questions about the dossier with the page that each should lead to, and how well search answers them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

QUESTIONS = Path(__file__).parent / "relevance/dossier.txt"
FIRST, IN_FIVE = 90, 98
"""Of a hundred questions, for how many the right page must come first, and among the first five."""

ASK = """async ([address, queries]) => {
  const worker = new Worker(address);
  const answer = (message) => new Promise((done) => {
    worker.onmessage = (event) => done(event.data.data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: {} });
  const found = [];
  for (const query of queries) found.push(await answer({ type: 2, data: query }));
  worker.terminate();
  return found;
}"""
"""In a browser: what our worker answers to each query, as the theme would ask it."""

Question = tuple[str, str]
"""What a reader types, and the page that they mean."""


def read() -> list[Question]:
    """The questions, in the order of the file."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    parted = (line.rpartition("|") for line in lines)
    return [(question.strip(), page.strip()) for question, _, page in parted]


def pages(result: dict[str, Any]) -> list[str]:
    """The pages of an answer, best first."""
    return [group[0]["location"].partition("#")[0] for group in result["items"]]


def score(found: Sequence[Sequence[str]], right: Sequence[str]) -> tuple[int, int]:
    """For how many questions the right page comes first, and among the first five."""
    pairs = list(zip(found, right, strict=True))
    return sum(page in pages[:1] for pages, page in pairs), sum(page in pages[:5] for pages, page in pairs)


def wrong(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> str:
    """Each question that another page answered first, with the first pages."""
    return "\n".join(
        f"{question}: {', '.join(pages[:3]) or 'nothing'}, and not {right}"
        for (question, right), pages in zip(questions, found, strict=True)
        if right not in pages[:1]
    )
