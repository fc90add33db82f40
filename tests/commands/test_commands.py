"""What the commands say and how they end, run as people run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import case
from site_builds import PROJECT, run

ARTICLE = """---
title: Harbour talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
---
They met in India.
"""
SLIPS = ARTICLE.replace("topics: [trade]", "topics: [trde]\nsumary: Slip").replace(
    "in India", "<!-- when? -->"
)
DAY = ("--today", "2025-12-01")


def root(folder: Path, **files: str) -> Path:
    """A content root with an article `talks` and what else is given."""
    return case.Case("", {"docs/articles/talks.md": ARTICLE, **files}, {}).write(folder)


def problems(text: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(text)["problems"]
    return found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check", "--root", "nowhere"), "there is no folder nowhere"),
        (("check", "nowhere.md"), "there is no file or folder nowhere.md"),
        (("check", "--today", "20251201"), "20251201 is no day; write YYYY-MM-DD"),
        (("build", "--today", "0001-01-01"), "0001-01-01 is no day to work on"),
        (("build", "--today", "9999-12-31"), "9999-12-31 is no day to work on"),
        (("check", "--due", "soon"), "soon is no day; write YYYY-MM-DD"),
        (("check", "--format", "xml"), "invalid choice: 'xml'"),
        (("build", "--root", "nowhere"), "there is no folder nowhere"),
        (
            ("build", "--audience", "nobody"),
            "there is no audience nobody; there are: public, partners, internal",
        ),
        (
            ("serve", "--audience", "nobody"),
            "there is no audience nobody; there are: public, partners, internal",
        ),
        (("serve", "--address", "here"), "here is no address; write HOST:PORT, as in 127.0.0.1:8000"),
        (("serve", "--address", ":8000"), ":8000 is no address"),
        (("serve", "--address", "127.0.0.1:65536"), "127.0.0.1:65536 is no address"),
        (("mentions",), "the following arguments are required: FILE"),
        (("mentions", "nowhere.md"), "there is no file nowhere.md"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(words: tuple[str, ...], told: str) -> None:
    done = run(*words)

    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("name", ["check", "build", "serve", "rename", "prove", "book"])
def test_a_folder_without_content_is_not_passed_as_a_sound_content_root(name: str, tmp_path: Path) -> None:
    done = run(name, "--root", str(tmp_path))

    assert (done.returncode, done.stdout) == (2, "")
    assert (
        f"{tmp_path} is no content root: neither docs/ nor briefs/ nor mkdocs.yml lies in it" in done.stderr
    )


@pytest.mark.parametrize("name", ["docs", "briefs", "mkdocs.yml"])
def test_a_content_root_that_is_just_begun_is_one(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch() if name.endswith(".yml") else (tmp_path / name).mkdir()

    done = run("check", "--root", str(tmp_path))

    assert (done.returncode, done.stdout) == (0, "0 documents, 0 errors, 0 warnings\n")


def test_a_first_document_may_come_into_an_empty_folder(tmp_path: Path) -> None:
    done = run("new", "--root", str(tmp_path), "topic", "trade", "--name", "Trade")

    assert (done.returncode, (tmp_path / "docs/topics/trade.md").is_file()) == (0, True)


@pytest.mark.parametrize(
    ("epoch", "told"),
    [
        ("soon", "SOURCE_DATE_EPOCH is no number of seconds"),
        ("-1x", "SOURCE_DATE_EPOCH is no number of seconds"),
        ("99999999999999", "SOURCE_DATE_EPOCH is no number of seconds"),
        ("-1", "1969-12-31 is no day to work on"),
        ("4294967296", "2106-02-07 is no day to work on"),
    ],
)
def test_a_day_that_the_environment_has_wrong_is_wrong_use(epoch: str, told: str) -> None:
    done = run("check", SOURCE_DATE_EPOCH=epoch)

    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("epoch", ["soon", "-1", "99999999999999"])
def test_mkdocs_by_itself_says_that_the_environment_has_a_wrong_day(tmp_path: Path, epoch: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")],
        cwd=PROJECT,
        env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH is no" in done.stderr or "is no day to work on" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_today_is_asked_for_before_the_environment_is(tmp_path: Path) -> None:
    place = str(root(tmp_path))

    before = run("check", "--root", place, "--format", "json", SOURCE_DATE_EPOCH="1700000000")
    asked = run("check", "--root", place, "--format", "json", *DAY, SOURCE_DATE_EPOCH="1700000000")

    assert [one["code"] for one in problems(before.stdout)] == ["B216"]
    assert problems(asked.stdout) == []


def test_everything_wrong_in_a_file_is_said_in_one_run(tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slips.md": SLIPS})

    done = run("check", "--root", str(place), "--format", "json", *DAY)
    told = problems(done.stdout)

    assert done.returncode == 1
    assert [(one["line"], one["column"], one["code"]) for one in told] == [
        (5, 10, "B301"),
        (6, 1, "B201"),
        (9, 10, "B603"),
    ]
    assert {one["file"] for one in told} == {"docs/articles/slips.md"}
    assert [one["severity"] for one in told] == ["error", "error", "warning"]
    assert all(one["message"] and one["remedy"] for one in told)


def test_the_json_form_counts_documents_and_is_alone_on_its_stream(tmp_path: Path) -> None:
    done = run("check", "--root", str(root(tmp_path)), "--format", "json", *DAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["documents"] == 3


def test_paths_choose_whose_problems_are_said(tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slips.md": SLIPS})
    words = ("--root", str(place), "--format", "json", *DAY)

    by_folder, by_file = run("check", "docs/articles", *words), run("check", "docs/articles/talks.md", *words)

    assert (by_folder.returncode, len(problems(by_folder.stdout))) == (1, 3)
    assert (by_file.returncode, problems(by_file.stdout)) == (0, [])


def test_the_forms_for_github_and_code_scanning_are_well_formed(tmp_path: Path) -> None:
    place = str(root(tmp_path, **{"docs/articles/slips.md": SLIPS}))

    github = run("check", "--root", place, "--format", "github", *DAY).stdout.splitlines()
    sarif = json.loads(run("check", "--root", place, "--format", "sarif", *DAY).stdout)

    assert github[0].startswith("::error file=docs/articles/slips.md,line=5,col=10,title=B301 ")
    assert [one.split(" ")[0] for one in github] == ["::error", "::error", "::warning"]
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == ["B301", "B201", "B603"]
    assert sarif["version"] == "2.1.0"


def test_errors_stop_a_build_and_the_last_good_site_stays(tmp_path: Path) -> None:
    place, out = root(tmp_path / "root"), tmp_path / "site"
    assert run("build", "--root", str(place), "--out", str(out), *DAY).returncode == 0
    good = (out / "index.html").read_bytes()

    root(place, **{"docs/articles/slips.md": SLIPS})
    done = run("build", "--root", str(place), "--out", str(out), *DAY)

    assert done.returncode == 1
    assert "B301" in done.stderr
    assert (out / "index.html").read_bytes() == good
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_warnings_stop_a_strict_build_alone(tmp_path: Path) -> None:
    place = str(
        root(
            tmp_path / "root", **{"docs/articles/bare.md": ARTICLE.replace("sources:", "authors: [Desk]\n#")}
        )
    )
    words = ("--root", place, "--out", str(tmp_path / "site"), *DAY)

    assert run("build", *words, "--strict").returncode == 1
    assert run("build", *words).returncode == 0


def test_an_empty_root_has_a_home_page(tmp_path: Path) -> None:
    (tmp_path / "root/docs").mkdir(parents=True)

    done = run("build", "--root", str(tmp_path / "root"), "--out", str(tmp_path / "site"), *DAY)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_site_never_takes_the_place_of_content_or_of_anything_else(tmp_path: Path) -> None:
    place, other = root(tmp_path / "root"), tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("Dear all", encoding="utf-8")

    for out in (place, place / "docs", place / "briefs" / "x", other):
        assert run("build", "--root", str(place), "--out", str(out), *DAY).returncode == 2

    assert (other / "letter.txt").is_file()


def test_settings_of_a_root_are_checked_where_they_stand(tmp_path: Path) -> None:
    settings = "site_name: Desk\nplugins: [search]\nextra:\n  briefing:\n    scale: [phia]\n"
    place = root(tmp_path, **{"mkdocs.yml": settings})

    done = run("check", "--root", str(place), "--format", "json", *DAY)

    assert [(one["file"], one["line"], one["code"]) for one in problems(done.stdout)] == [
        ("mkdocs.yml", 2, "B902"),
        ("mkdocs.yml", 5, "B901"),
    ]


def test_mentions_are_told_despite_problems_elsewhere(tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slips.md": SLIPS, "mkdocs.yml": "nav: []\n"})

    done = run("mentions", "docs/articles/talks.md", "--root", str(place), "--format", "json")
    (file,) = json.loads(done.stdout)["files"]

    assert done.returncode == 0
    assert file["file"] == "docs/articles/talks.md"
    assert [
        (one["id"], one["text"], one["line"], one["column"], one["linked"]) for one in file["mentions"]
    ] == [("actors/india", "India", 8, 13, True)]
    mention = file["mentions"][0]
    assert ARTICLE[mention["start"] : mention["end"]] == "India"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells nobody that a pipe was closed")
@pytest.mark.parametrize(
    "words",
    [
        ("check", "--explain"),
        ("check", "--explain", "B203"),
        ("check", "--format", "sarif"),
        ("build", "--help"),
        ("mentions", "--help"),
        ("new", "--help"),
        ("rename", "--help"),
        ("report", "--help"),
        ("serve", "--help"),
    ],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_has_seen_enough_is_told_nothing_more(
    tmp_path: Path, words: tuple[str, ...], unbuffered: str
) -> None:
    of_root = ("--root", str(root(tmp_path))) if "sarif" in words else ()
    reader, writer = os.pipe()
    os.close(reader)  # as `head -1` does once it has its line
    try:
        done = subprocess.run(
            [sys.executable, str(PROJECT / f"scripts/{words[0]}.py"), *words[1:], *of_root],
            stdout=writer,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    finally:
        os.close(writer)

    assert done.stderr == ""
    # As shells count it; argparse does not mind when its help cannot be written.
    assert done.returncode == 141 or (words[-1] == "--help" and unbuffered and done.returncode == 0)
