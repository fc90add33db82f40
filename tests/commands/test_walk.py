"""A new analyst's walk at a terminal, from nothing to a report: each step is one that the last has named."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

import repository
import site_builds
from _conversation import INTERRUPT, Answer, converse

pytestmark = [
    pytest.mark.site,
    repository.needs_git,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no pty: nobody can be at a terminal"),
]
STEP = re.compile(r"^  (?P<words>(?:python scripts/|git ).*)$", re.MULTILINE)
"""A command as messages print it."""
BRIEF = "briefs/2025/harbour-fees-and-small-ships.md"
COLOUR = re.compile(r"\x1b\[[\d;]*m")
ANSWERS = (
    ("Title: ", "Harbour fees and small ships\n"), ("[harbour-fees-and-small-ships]: ", "\n"), ("]: ", "\n"),
    ("> ", "Harbour desk\n"), ("> ", "\n"), ("> ", "\n"),
    ("> ", "sample\n"), ("> ", "\n"), ("> ", "\n"),
    ("> ", "office\n"), ("> ", "\n"), ("> ", "\n"),
    ("> ", "\n"),
    ("> ", "1\n"), ("> ", "\n"),
    ("> ", "\n"),
)  # fmt: skip
"""To the questions for title, id, date, authors, topics, actors, agreements, articles and marking."""
WRITTEN = {
    "'Write: the bottom line, in one to three sentences'": "Small ships will pay more from May.",
    "Write: what happened, and who says so.": "The Sample Harbour Office printed a tariff.",
    "Write: what follows from it, and how sure we are of what it rests on.": "Small ships will go elsewhere.",
    "Write: what would show this to be wrong. Signs go below `indicators`.": "The tariff is taken back.",
}


@dataclass(slots=True)
class Analyst:
    """Somebody who types what the last message told, and nothing that no message told."""

    team: Path
    said: str = ""

    def types(self, *words: str, answers: Iterable[tuple[str, Answer]] = ()) -> int:
        """Types a command and answers its questions; its exit code."""
        python = [sys.executable] if words[0] == "python" else [words[0]]
        code, said = converse([*python, *words[1:]], answers, cwd=site_builds.PROJECT)
        self.said = COLOUR.sub("", said)
        assert "Traceback" not in self.said
        return code

    def does(self, step: str, *more: str, answers: Iterable[tuple[str, Answer]] = ()) -> int:
        """Does the step of which the last message said how."""
        told = [shlex.split(found["words"]) for found in STEP.finditer(self.said)]
        named = [words for words in told if step in " ".join(words)]
        assert named, f"nothing told how to {step}:\n{self.said}"
        return self.types(*named[0], *more, answers=answers)


@pytest.fixture
def analyst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Analyst:
    """In a folder of a team, whose samples are on `main`; on a branch of its own, as CONTRIBUTING says."""
    for name, value in {**repository.NOBODY, "GIT_EDITOR": "true", "SOURCE_DATE_EPOCH": "1764590400"}.items():
        monkeypatch.setenv(name, value)
    team = tmp_path / "the team"
    made = site_builds.run("new", "site", str(team))
    assert made.returncode == 0, made.stderr
    repository.make(team).commit({})
    subprocess.run(["git", "-C", str(team), "switch", "--quiet", "--create", "fees"], check=True)
    return Analyst(team, made.stdout)


def test_a_new_analyst_gets_from_nothing_to_a_report(analyst: Analyst) -> None:
    assert analyst.does("scripts/new.py", "brief", answers=ANSWERS) == 0
    brief, made = analyst.team / BRIEF, analyst.said
    assert f"{brief}\n" in made
    assert "write what it marks with `Write:`" in made and "delete `status: draft`" in made

    assert analyst.does("scripts/check.py") == 0
    unwritten = analyst.said
    assert unwritten.count("B606") == 5  # four places, and how to read more of the rule
    assert analyst.does("--explain B606") == 0
    assert "what to do" in analyst.said

    fill_in(brief, {**WRITTEN, "topics:": "topcs:", "status: draft\n": ""})
    analyst.said = made
    assert analyst.does("scripts/check.py") == 1
    assert re.search(r"harbour-fees-and-small-ships\.md:\d+:1: error B201 .*`topics`", analyst.said)
    assert analyst.does("--fix", answers=[("[y/N] ", "y\n")]) == 0
    assert "\n6 documents, 0 errors, 0 warnings\n" in analyst.said

    preview = Preview()
    assert analyst.does("scripts/serve.py", "--address", preview.address, answers=[preview.read]) == 0
    assert "Sample Harbour Office</a> printed a tariff." in preview.page

    analyst.said = checked(analyst, made)
    assert analyst.does(" add ") == 0
    analyst.said = checked(analyst, made)
    assert analyst.does(" commit", "--message", "Harbour fees") == 0
    analyst.said = checked(analyst, made)
    assert analyst.does("scripts/report.py") == 0
    assert "Harbour fees and small ships" in analyst.said and "open a pull request" in analyst.said


def fill_in(file: Path, words: dict[str, str]) -> None:
    """Write in the place of some words of a file others."""
    text = file.read_text(encoding="utf-8")
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def checked(analyst: Analyst, made: str) -> str:
    """What the check says once all is well, which names what is left to do."""
    analyst.said = made
    assert analyst.does("scripts/check.py") == 0
    return analyst.said


class Preview:
    """The page of the brief, read from the preview while it runs."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.page = ""

    @property
    def read(self) -> tuple[str, Answer]:
        return (f"Serving on http://{self.address}/", self._fetch)

    def _fetch(self) -> str:
        """Reads the page, then leaves the preview as its reader would."""
        until = time.monotonic() + 30
        while not self.page and time.monotonic() < until:
            try:
                address = f"http://{self.address}/briefs/harbour-fees-and-small-ships/"
                with urllib.request.urlopen(address, timeout=5) as answer:
                    self.page = answer.read().decode("utf-8")
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
        return INTERRUPT
