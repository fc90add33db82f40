"""The core's work inside a build of MkDocs: check, say what is wrong, assemble."""

from __future__ import annotations

import os
from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from briefing.edge import clock
from briefing.edge.content.assemble import assemble, check
from briefing.edge.mkdocs import state
from briefing.edge.mkdocs.of_content import OfContent
from briefing.edge.terminal import printable

EPOCH = "SOURCE_DATE_EPOCH"


def prepare(config: MkDocsConfig) -> None:
    """Put on this build's config what it is made of; PluginError where errors keep it from being built."""
    asked = state.request(config)
    if asked.subject:
        state.put(config, asked.subject)
        return
    checked = asked.checked
    if checked is None:
        checked = check(asked.root, today=_today(), preview=asked.preview)
        config.edit_uri = checked.configuration.values.get("edit_uri", config.edit_uri)
        log = get_plugin_logger("briefing")
        for problem in checked.problems:
            (log.error if problem.is_error else log.warning)("%s", printable(str(problem)))
    if checked.has_errors and not asked.preview:
        raise PluginError("Nothing was built: mend the errors first. The last good site stands.")
    # MkDocs writes its own clock into sitemaps unless this says otherwise.
    os.environ.setdefault(EPOCH, str(clock.epoch_of(checked.today)))
    state.put(config, OfContent(assemble(checked)))


def _today() -> date:
    try:
        return clock.today()
    except ValueError as error:
        raise PluginError(f"Nothing was built: {error}. The last good site stands.") from None
