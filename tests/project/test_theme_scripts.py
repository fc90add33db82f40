"""What Material writes into pages as scripts, and we as files: the same names, and nothing left out."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from briefing.edge.mkdocs.page_guard import BUNDLE, EARLY
from briefing.edge.tool import TOOL

THEME = Path(material.__file__).parent / "templates"
OWN = (TOOL / "docs" / EARLY).read_text(encoding="utf-8")
REPLACED = ("base", "content")
NAME = re.compile(r"__md_\w+")


def bundle() -> str:
    (path,) = THEME.glob(BUNDLE)
    return path.read_text(encoding="utf-8")


def defined() -> set[str]:
    return set(re.findall(r"window\.(__md_\w+) =", OWN))


def test_every_name_that_the_theme_s_scripts_ask_for_is_there() -> None:
    asked = set(NAME.findall(bundle()))

    assert asked
    assert asked <= defined()


def test_the_theme_defines_no_other_names() -> None:
    written = (THEME / "partials/javascripts/base.html").read_text(encoding="utf-8")

    assert set(re.findall(r"(__md_\w+)=(?!=)", written)) == defined()


@pytest.mark.parametrize("name", REPLACED)
def test_what_we_replace_is_a_script_and_nothing_else(name: str) -> None:
    written = (THEME / f"partials/javascripts/{name}.html").read_text(encoding="utf-8")
    without = re.sub(r"\{#.*?#\}|<script>.*?</script>|\{%.*?%\}", "", written, flags=re.DOTALL)

    assert "<script>" in written
    assert without.strip() == ""
    assert (TOOL / f"docs/.overrides/partials/javascripts/{name}.html").is_file()
