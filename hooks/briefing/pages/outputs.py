"""All that a site has beside its pages: feeds, calendar and data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.pages import calendar, data, feeds
from briefing.views.edition import Edition


def files(edition: Edition, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every such file: its path below the site, and what it holds."""
    edition = replace(edition, made=dict(edition.made))  # what is made for these serves no page
    yield from feeds.files(edition, site_url).items()
    yield from calendar.files(edition, site_url).items()
    yield from data.files(edition).items()
