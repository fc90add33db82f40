"""The same content and day give the same bytes, wherever, whenever and by whomever a site is built."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

import site_builds

pytestmark = pytest.mark.site

BACKWARDS = Path(__file__).parents[1] / "backwards"
TOOL = ("docs", "hooks", "scripts", "licences.json", "mkdocs.yml", "pyproject.toml", "requirements.txt")
ARTICLE = """---
title: {title}
summary: They met in İzmir.
date: 2025-11-03
topics: [{topics}]
sources: [{{title: A statement, date: 2025-11-02}}]
events: [{{date: 2025-11, title: Talks in {title}}}]
---
Acme met ıssız Çelik. ![A chart](Grafik-ä.svg) [Data]({title}.csv)
"""
CONTENT = {
    "mkdocs.yml": "site_name: Odaya\nsite_url: https://briefings.example/odaya/\n",
    "docs/actors/acme.md": "---\nname: Acme\ntype: organisation\n---\n",
    "docs/actors/celik.md": "---\nname: Çelik\ntype: organisation\naliases: [Celik, ÇELİK]\n---\n",
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/topics/iron.md": "---\nname: Iron\nbroader: [trade]\n---\n",
    "docs/articles/Grafik-ä.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>',
    "docs/assets/ı.txt": "dotless\n",
    "docs/assets/I.csv": "with a dot\n",
    **{
        f"docs/articles/{name.lower()}.md": ARTICLE.format(title=name, topics=topics)
        for name, topics in (
            ("Ili", "trade"),
            ("Zeta", "iron, trade"),
            ("Alpha", "iron"),
            ("Mid", "trade, iron"),
        )
    },
    **{f"docs/articles/{name}.csv": f"{name},1\n" for name in ("Ili", "Zeta", "Alpha", "Mid")},
}
"""Names that locales order and fold in different ways, written in no order at all."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("first") / "site"
    return site_builds.build(out, root=root, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")


def write(folder: Path) -> Path:
    for name, text in CONTENT.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def tree(site: Path) -> Mapping[str, tuple[int, bytes]]:
    """Every file and folder of a site: its mode, and what it holds."""
    return {
        path.relative_to(site).as_posix(): (
            stat.S_IMODE(path.stat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in site.rglob("*")
    }


def test_the_other_python_does_see_folders_backwards(root: Path) -> None:
    code = "import os, sys; print(os.listdir(sys.argv[1]) == [one.name for one in os.scandir(sys.argv[1])])"
    code += "; print(*next(os.walk(sys.argv[1]))[1])"
    environment = {**os.environ, "PYTHONPATH": str(BACKWARDS)}

    done = subprocess.run(
        [sys.executable, "-c", code, str(root / "docs")],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )

    assert done.stdout.split() == ["True", "topics", "assets", "articles", "actors"]


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "Pacific/Niue", "PYTHONHASHSEED": "4711"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "random", "PYTHONOPTIMIZE": "2"},
        {"PYTHONPATH": str(BACKWARDS)},
        {"HOME": "/nowhere", "USER": "somebody", "COLUMNS": "40", "NO_COLOR": "1", "CI": "true"},
    ],
    ids=lambda environment: next(iter(environment.values())),
)
def test_no_setting_of_the_machine_shows(
    root: Path, first: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    again = site_builds.build(tmp_path / "site", root=root, **environment)

    assert tree(again) == tree(first)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no umask")
@pytest.mark.parametrize("mask", [0o000, 0o027, 0o077])
def test_no_umask_shows_but_who_may_enter_the_site_is_its_to_say(
    root: Path, first: Path, tmp_path: Path, mask: int
) -> None:
    command = [sys.executable, str(site_builds.PROJECT / "scripts/build.py"), "--root", str(root)]
    command += ["--today", site_builds.TODAY, "--out", str(tmp_path / "site")]

    done = subprocess.run(command, capture_output=True, text=True, umask=mask, check=False)

    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "site") == tree(first)
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o777 & ~mask


def test_no_path_shows_neither_the_tool_s_nor_the_content_s(first: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "the tool, é"
    for name in TOOL:
        source = site_builds.PROJECT / name
        if source.is_dir():
            shutil.copytree(source, elsewhere / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, elsewhere / name)
    content = write(tmp_path / "content & more")
    command = [sys.executable, str(elsewhere / "scripts/build.py"), "--root", str(content)]
    command += ["--today", site_builds.TODAY, "--out", "out/site"]

    environment = {**os.environ, "BRIEFING_ENVIRONMENT": sys.prefix}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)

    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "out/site") == tree(first)


def test_nothing_in_a_site_is_packed_or_names_where_it_was_built(root: Path, first: Path) -> None:
    words = (str(root), str(site_builds.PROJECT), sys.version.split()[0])

    for name, (_, data) in tree(first).items():
        assert not data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"))
        assert not any(word.encode() in data for word in words), name


def test_the_names_of_a_site_are_composed(first: Path) -> None:
    names = list(tree(first))

    assert "articles/Grafik-ä.svg" in names
    assert [name for name in names if unicodedata.normalize("NFC", name) != name] == []
