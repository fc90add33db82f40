"""What the theme's templates need on every page."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from briefing.edge.mkdocs import briefing_page, page_guard, page_writer, site_search, state


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """MkDocs makes an environment for each build; what is kept there ends with it."""
    subject, asked = state.get(config), state.request(config)
    guard = page_guard.of(config, files, preview=asked.preview, from_disk=asked.from_disk)
    briefing_page.equip(env, subject.audience, guard)
    site_search.equip(env)
    env.globals["canonical_urls"] = subject.canonical_urls(config)
    page_writer.stage(config).env = env
