"""A site that is to look otherwise is drawn anew of what is known of it, as a clean build would draw it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

import _builders
import _corpus
import site_builds
from _corpus import Corpus
from briefing.edge.kept import stamps

pytestmark = pytest.mark.site

CONTENT = {
    "mkdocs.yml": (
        "site_name: Desk\nsite_url: https://desk.example/\nrepo_url: https://git.example/desk\n"
        "edit_uri_template: https://git.example/desk/edit/{path}\n"
    ),
    "docs/index.md": "---\ntitle: The desk\n---\nWhat we write.\n",
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\nformer: [hindustan]\n---\nA country.\n",
    "docs/articles/chart.csv": "a,b\n1,2\n",
    "docs/assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"></svg>\n',
    "docs/articles/talks.md": (
        "---\ntitle: Talks\nsummary: They met.\ndate: 2025-11-01\nauthors: [A. Writer]\ntopics: [trade]\n"
        "actors: [india]\nevents: [{date: 2025-10-01, title: Talks}]\nsources: [{title: Notes}]\n---\n"
        "India met [others](chart.csv).\n\n## After\n\nNothing.\n"
    ),
}
FRAME, BODY = "docs/.overrides/partials/footer.html", "docs/.overrides/pages/article.html"
SHEET, SCRIPT = "docs/assets/css/briefing.css", "docs/assets/js/briefing.js"


@pytest.fixture
def desk(tmp_path: Path) -> Corpus:
    """A content root, with a tool and an environment of its own."""
    made = Corpus(tmp_path, 1)
    for name, text in CONTENT.items():
        _corpus.save(made.root / name, text)
    _builders.copy_of_the_tool(made)
    _builders.make_environment(made)
    time.sleep(
        stamps.COARSEST / 1e9
    )  # files that were written just before a build are not known by their time
    return made


def built(desk: Corpus, out: str) -> Mapping[str, str]:
    script = desk.folder / "tool/scripts/build.py"
    asked = ("--root", str(desk.root), "--out", str(desk.folder / out), "--today", site_builds.TODAY)
    done = subprocess.run(
        [str(_builders.python(desk)), str(script), *asked],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "BRIEFING_ENVIRONMENT": str(desk.folder / _builders.ENVIRONMENT)},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site_builds.digests(desk.folder / out)


def change(desk: Corpus, name: str, old: str, new: str) -> None:
    """Other words in a file of the tool."""
    path = desk.folder / "tool" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def converted(desk: Corpus) -> int:
    """When content was converted last: a site that is drawn anew asks for none of it."""
    found = (desk.folder / _builders.ENVIRONMENT).glob("briefing-room.builds/*/told")
    return max(path.stat().st_mtime_ns for path in found)


def test_another_look_is_that_of_a_clean_build(desk: Corpus) -> None:
    before, first = built(desk, "site"), converted(desk)

    change(desk, FRAME, "Made with", "Drawn with")
    change(desk, SCRIPT, "use strict", "use  strict")
    framed = built(desk, "site")
    page = (desk.folder / "site/articles/talks/index.html").read_text(encoding="utf-8")
    assert "Drawn with" in page
    assert framed["assets/js/briefing.js"] != before["assets/js/briefing.js"]
    assert framed["feed.xml"] == before["feed.xml"]

    change(desk, BODY, "<header", '<header data-look="other"')
    change(desk, SHEET, "margin: 0", "margin: 0px")
    (desk.folder / "tool/docs/assets/note.txt").write_text("A new file.\n", encoding="utf-8")
    bodies = built(desk, "site")
    page = (desk.folder / "site/articles/talks/index.html").read_text(encoding="utf-8")
    assert "Drawn with" in page and "data-look" in page
    assert bodies["assets/favicon.svg"] == before["assets/favicon.svg"], "the root's own"

    assert converted(desk) == first, "content was asked for"
    assert bodies == built(desk, "clean")
    (desk.folder / "tool/docs/assets/note.txt").unlink()
    gone = built(desk, "site")
    assert bodies.keys() - gone.keys() == {"assets/note.txt"}


def test_words_that_came_before_another_look_are_found_in_it(desk: Corpus) -> None:
    built(desk, "site")
    for number, words in enumerate(("Nothing further, zebra.", "Little else, quagga and okapi.")):
        path = desk.root / "docs/articles/talks.md"
        said = path.read_text(encoding="utf-8").rpartition("\n\n")[0]
        path.write_text(f"{said}\n\n{words}\n", encoding="utf-8")
        built(desk, "site")
        change(desk, FRAME, f"Made with{' care' * number}", f"Made with{' care' * (number + 1)}")

        assert built(desk, "site") == built(desk, f"clean{number}")


def test_a_page_that_was_spoiled_is_not_taken_for_good(desk: Corpus) -> None:
    built(desk, "site")
    page = desk.folder / "site/articles/talks/index.html"
    known = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Nothing.", b"Nonsense"))
    os.utime(page, ns=(known.st_atime_ns, known.st_mtime_ns))
    change(desk, FRAME, "Made with", "Drawn with")

    assert built(desk, "site") == built(desk, "clean")


def test_a_text_and_the_look_at_once_are_built_as_a_whole(desk: Corpus) -> None:
    built(desk, "site")
    change(desk, FRAME, "Made with", "Drawn with")
    _corpus.save(desk.root / "docs/index.md", "---\ntitle: Our desk\n---\nWhat we wrote.\n")

    assert built(desk, "site") == built(desk, "clean")


def test_what_is_kept_and_spoiled_is_not_drawn_from(desk: Corpus) -> None:
    built(desk, "site")
    for path in (desk.folder / _builders.ENVIRONMENT).glob("briefing-room.builds/*/told"):
        path.write_bytes(path.read_bytes()[:99])
    change(desk, FRAME, "Made with", "Drawn with")

    assert built(desk, "site") == built(desk, "clean")
