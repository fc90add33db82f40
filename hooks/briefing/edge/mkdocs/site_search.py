"""Gives the site its search: our index, our worker in the theme's settings, and the plugin's own file."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.mkdocs import outputs, page_writer, state
from briefing.pages import search, search_files
from briefing.pages.search_entry import Entry

PLUGINS = ("material/search", "search")
WORKER, THEIRS = "assets/js/search.js", "assets/javascripts/workers/"
SETTINGS = re.compile(r'(<script id="__config" type="application/json">)(.+?)(</script>)', re.DOTALL)
NOTHING_FOUND = (
    "Nothing found. Try fewer words, another spelling, or the beginning of a word; "
    "a kind such as kind:brief or “quotes” also leave things out."
)
FEW = 500
"""Up to so many entries the plugin's own file holds them all, for other tools.

The theme's pages load that file whole, though they search without it: on a large site it would be most of
what they load.
"""


def clear(config: MkDocsConfig) -> None:
    """Make room for the index: the preview builds into one folder."""
    shutil.rmtree(Path(config.site_dir) / search_files.FOLDER, ignore_errors=True)


def fill(config: MkDocsConfig, entries: Sequence[Entry]) -> None:
    """Write the index, and leave to the plugin what its own file is to hold."""
    plugin: Any = next((config.plugins[name] for name in PLUGINS if name in config.plugins), None)
    if plugin is not None:
        index, made = search_files.made(entries)
        page_writer.stage(config).search = index
        from_disk = state.request(config).from_disk
        outputs.write(config, search_files.as_scripts(made) if from_disk else made)
        fields = {name: dict(settings) for name, settings in search.FIELDS.items()}
        plugin.search_index.config |= {"fields": fields, "separator": search.SEPARATOR}
        few = [] if from_disk or len(entries) > FEW else entries
        plugin.search_index.entries = [entry.as_dict() for entry in few]


def equip(env: Environment) -> None:
    """Teach the templates to name our worker where the theme's settings name its own."""
    env.filters["with_our_search"] = settings


def settings(theirs: str) -> str:
    """The theme's settings as a page carries them, with our worker and our word for finding nothing."""
    found = SETTINGS.fullmatch(theirs.strip())
    if not found:
        raise ValueError("the theme writes its settings in another way: where is the search worker named?")
    before, content, after = found.groups()
    values = json.loads(content)
    values["search"] = values["search"].partition(THEIRS)[0] + WORKER
    values["translations"]["search.result.none"] = NOTHING_FOUND
    return Markup(f"{before}{htmlsafe_json_dumps(values)}{after}")
