"""What others made and this project carries: each file listed, unchanged, with its licence."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import licences

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "docs/assets"
TRIPWIRE = ROOT / "tests/payloads/scripts"
"""Scripts of ours that tests put into a browser."""
LIST = "VENDORED.json"
KEYS = {"file", "from", "version", "licence", "licence_file", "sha256"}
PARTS = "parts"
"""What a file is made of that is several of theirs, end to end; each with the length that it takes."""
OURS = {
    "css/briefing.css",
    "css/form.css",
    "css/network.css",
    "css/print.css",
    "css/reading.css",
    "css/timeline.css",
    "favicon.svg",
    "js/briefing.js",
    "js/finding.js",
    "js/from-disk.js",
    "js/of-pages/network.js",
    "js/of-pages/since.js",
    "js/of-pages/timeline.js",
    "js/previews.js",
    "js/reading.js",
    "js/of-pages/add-a-brief.js",
    "js/of-pages/new-document-checks.js",
    "js/of-pages/new-document.js",
    "js/scheme.js",
    "js/search.js",
    "js/sitemap.js",
}
"""A file of ours that readers get is named here; one of somebody else is listed instead."""
LOADED = {
    *(".css", ".js", ".map", ".mjs", ".swf", ".wasm"),
    *(".eot", ".otf", ".ttf", ".woff", ".woff2"),
    *(".dll", ".dylib", ".exe", ".jar", ".so", ".whl"),
}
TITLES = {
    "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
    "MIT": "Permission is hereby granted, free of charge",
    "ISC": "Permission to use, copy, modify, and/or distribute this software",
    "BSD-3-Clause": "Redistribution and use in source and binary forms",
}
"""What the text of a licence says of itself."""


def problems(assets: Path) -> Iterator[str]:
    """What is wrong in a folder of assets and in its list."""
    listed = json.loads((assets / LIST).read_text(encoding="utf-8"))["vendored"]
    names = [str(one.get("file")) for one in listed]
    found = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()}
    kept = {LIST, *OURS, *(str(one.get("licence_file")) for one in listed)}
    yield from (f"{name}: neither ours nor listed" for name in sorted(found - kept - set(names)))
    yield from (f"{name}: listed twice" for name in sorted(set(names)) if names.count(name) > 1)
    for one in listed:
        if set(one) - {PARTS} != KEYS or not all(one.values()):
            yield f"{one.get('file')}: says not all of {', '.join(sorted(KEYS))}"
        elif one["file"] not in found:
            yield f"{one['file']}: listed, but not there"
        elif hashlib.sha256((assets / one["file"]).read_bytes()).hexdigest() != one["sha256"]:
            yield f"{one['file']}: not the file that was listed"
        elif not re.fullmatch(r"\d+(\.\d+)+", one["version"]):
            yield f"{one['file']}: {one['version']} is no version"
        elif not licences.is_spdx(one["licence"]):
            yield f"{one['file']}: {one['licence']} is no licence in SPDX's words"
        elif one["licence_file"] not in found or any(
            TITLES[licence] not in _words(assets / one["licence_file"])
            for licence in one["licence"].split(" AND ")
        ):
            yield f"{one['file']}: the text of {one['licence']} is not beside it"
        elif PARTS in one and not _is_made_of((assets / one["file"]).read_bytes(), one):
            yield f"{one['file']}: not its parts, end to end"


def _is_made_of(whole: bytes, one: Mapping[str, Any]) -> bool:
    """Whether a file is its parts and nothing else, under their licences."""
    for part in one[PARTS]:
        size = part["size"]
        if hashlib.sha256(whole[:size]).hexdigest() != part["sha256"]:
            return False
        whole = whole[size:]
    return not whole and {part["licence"] for part in one[PARTS]} == set(one["licence"].split(" AND "))


def _words(path: Path) -> str:
    return " ".join(path.read_text(encoding="utf-8").split())


REPORT_STYLE = ROOT / "docs/.report/style.css"
"""Ours, and no asset of the site: it is written into each report."""


def test_what_comes_from_elsewhere_is_listed_and_unchanged() -> None:
    assert list(problems(ASSETS)) == []


def test_no_font_script_or_program_lies_elsewhere() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git work tree: which files are ours is not known")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = [ROOT / name for name in listed.stdout.decode("utf-8").split("\0") if name]

    loaded = {path for path in files if path.suffix.lower() in LOADED}

    elsewhere = {path for path in loaded if path.parent != TRIPWIRE and not path.is_relative_to(ASSETS)}
    assert elsewhere == {REPORT_STYLE}
    assert {".css", ".js", ".woff2"} <= {path.suffix for path in loaded}


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "one.js").write_text("one()\n", encoding="utf-8", newline="\n")
    (tmp_path / "MIT.txt").write_text(f"{TITLES['MIT']}\n", encoding="utf-8")
    return listing(tmp_path)


def listing(assets: Path, **changed: str) -> Path:
    sha256 = hashlib.sha256(b"one()\n").hexdigest()
    one = {"file": "one.js", "from": "npm one", "version": "1.0", "licence": "MIT", "licence_file": "MIT.txt"}
    text = json.dumps({"vendored": [{**one, "sha256": sha256, **changed}]})
    (assets / LIST).write_text(text, encoding="utf-8")
    return assets


def test_a_file_with_all_that_is_asked_for_is_fine(assets: Path) -> None:
    assert list(problems(assets)) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"file": "two.js"}, ["one.js: neither ours nor listed", "two.js: listed, but not there"]),
        ({"sha256": "0" * 64}, ["one.js: not the file that was listed"]),
        ({"version": "latest"}, ["one.js: latest is no version"]),
        ({"from": ""}, ["one.js: says not all of file, from, licence, licence_file, sha256, version"]),
        ({"licence": "free"}, ["one.js: free is no licence in SPDX's words"]),
        ({"licence": "OFL-1.1"}, ["one.js: the text of OFL-1.1 is not beside it"]),
        ({"licence_file": "one.js"}, ["MIT.txt: neither ours nor listed", "one.js: the text of MIT is not"]),
    ],
)
def test_what_is_wrong_in_a_list_is_told(assets: Path, changed: dict[str, str], told: list[str]) -> None:
    found = list(problems(listing(assets, **changed)))

    assert [line.startswith(start) for line, start in zip(found, told, strict=True)] == [True] * len(told)


@pytest.mark.parametrize(
    ("parts", "is_it"),
    [
        ((b"one", b"()\n"), True),
        ((b"one", b"()"), False),
        ((b"()\n", b"one"), False),
        ((b"one()\n", b"x"), False),
    ],
)
def test_a_file_of_several_of_theirs_is_these_end_to_end(
    assets: Path, parts: tuple[bytes, ...], is_it: bool
) -> None:
    listed = [
        {"from": "npm", "version": "1.0", "licence": "MIT", "size": len(part), "sha256": _sum(part)}
        for part in parts
    ]
    whole = json.loads((assets / LIST).read_text(encoding="utf-8"))
    whole["vendored"][0][PARTS] = listed
    (assets / LIST).write_text(json.dumps(whole), encoding="utf-8")

    assert (list(problems(assets)) == []) == is_it


def _sum(part: bytes) -> str:
    return hashlib.sha256(part).hexdigest()


def test_a_changed_file_and_a_new_one_are_told(assets: Path) -> None:
    (assets / "one.js").write_text("other()\n", encoding="utf-8")
    (assets / "new.woff2").write_bytes(b"font")

    assert list(problems(assets)) == [
        "new.woff2: neither ours nor listed",
        "one.js: not the file that was listed",
    ]
