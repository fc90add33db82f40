"""All that a site has beside its pages: feeds, calendar and data."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.pages import calendar, data, feeds
from briefing.views.edition import Edition


def files(edition: Edition, site_url: str) -> Mapping[str, bytes]:
    """Every such file: its path below the site, and what it holds."""
    return {**feeds.files(edition, site_url), **calendar.files(edition, site_url), **data.files(edition)}
