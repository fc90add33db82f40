"""What the theme's pages are told about search."""

import json
import re
from pathlib import Path

import material
import pytest
from jinja2 import Environment

from briefing.edge.mkdocs import site_search
from briefing.edge.tool import TOOL

THEME = Path(material.__file__).parent / "templates"
BEFORE, AFTER = '<script id="__config" type="application/json">', "</script>"


def written(**values: object) -> str:
    """The theme's settings as its template writes them."""
    all_of_them = {"translations": {"search.result.none": "No matching documents"}, **values}
    return f"\n  {BEFORE}{json.dumps(all_of_them)}{AFTER}\n"


def read(settings: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(settings.removeprefix(BEFORE).removesuffix(AFTER))
    return found


@pytest.mark.parametrize("base", ["", "../../", "/briefings/"])
def test_the_worker_is_ours_from_every_depth(base: str) -> None:
    theirs = written(search=f"{base}assets/javascripts/workers/search.0123abcd.min.js", base=base)

    settings = read(site_search.settings(theirs))

    assert settings["search"] == f"{base}{site_search.WORKER}"
    assert settings["translations"] == {"search.result.none": site_search.NOTHING_FOUND}
    assert settings["base"] == base


def test_markup_in_the_settings_ends_no_script() -> None:
    settings = site_search.settings(written(search="assets/javascripts/workers/x", version="</script>"))

    assert settings.count("</script>") == 1
    assert read(settings)["version"] == "</script>"


def test_settings_in_another_form_stop_the_build() -> None:
    with pytest.raises(ValueError, match="where is the search worker named"):
        site_search.settings("<script>var config = {}</script>")


def test_the_theme_names_its_worker_where_we_look_for_it() -> None:
    base = (THEME / "base.html").read_text(encoding="utf-8")
    (named,) = re.findall(r'"search": "([^"]+)" \| url', base)

    assert named.startswith(site_search.THEIRS)
    assert (THEME / named).is_file()
    assert (TOOL / "docs" / site_search.WORKER).is_file()


def test_templates_can_ask_for_it() -> None:
    env = Environment(autoescape=False)
    site_search.equip(env)

    shown = env.from_string("{{ theirs | with_our_search }}").render(
        theirs=written(search="assets/javascripts/workers/x")
    )

    assert read(shown)["search"] == site_search.WORKER
