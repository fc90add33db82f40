"""CONTRIBUTING holds: its pictures are there, small and told in words; its commands take what it names."""

from __future__ import annotations

import re

import pytest

import check
from site_builds import PROJECT, run

TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<path>[^)]+)\)")
COMMAND = re.compile(r"`python scripts/(?P<name>[a-z_]+)\.py(?P<words>[^`]*)`")
OPTION = re.compile(r"`(--[a-z]+)[^`]*`")
FOLDER = ".github/pictures"
MOST = 300_000
"""Bytes of all pictures together: they are for people who read a page, not for an album."""


def test_every_picture_is_there_is_shown_and_is_told_in_words() -> None:
    shown = {found["path"]: found["words"] for found in PICTURE.finditer(TEXT)}

    assert sorted(shown) == sorted(
        path.relative_to(PROJECT).as_posix() for path in (PROJECT / FOLDER).iterdir()
    )
    assert all(len(words.split()) >= 8 for words in shown.values())


def test_the_pictures_are_small_and_fetch_nothing() -> None:
    pictures = {path: path.read_bytes() for path in sorted((PROJECT / FOLDER).iterdir())}

    assert sum(map(len, pictures.values())) < MOST
    for path, data in pictures.items():
        if path.suffix == ".svg":
            assert not re.search(rb"url\((?!#)|<script|<image|href|@import", data), path


@pytest.mark.parametrize("name", sorted({found["name"] for found in COMMAND.finditer(TEXT)}))
def test_every_command_takes_the_options_that_are_named(name: str) -> None:
    told = {
        option
        for found in COMMAND.finditer(TEXT)
        if found["name"] == name
        for option in re.findall(r"--[a-z]+", found["words"])
    }

    helped = run(name, "--help")

    assert helped.returncode == 0
    assert all(option in helped.stdout for option in told)


def test_the_options_of_the_check_are_those_that_it_has() -> None:
    [paragraph] = re.findall(r"^6\. .*?(?=^\d)", TEXT, re.MULTILINE | re.DOTALL)
    named = OPTION.findall(paragraph)

    assert set(named) >= {"--explain", "--fix", "--changed", "--prose"}
    assert set(named) <= set(re.findall(r"--[a-z]+", run("check", "--help").stdout))


def test_what_it_tells_to_commit_is_what_the_check_tells() -> None:
    told = f"git add {' '.join(check.written(None))}"

    assert f"`{told}`" in TEXT
    assert told in (PROJECT / FOLDER / "sound.svg").read_text("utf-8").replace("&#160;", " ")
