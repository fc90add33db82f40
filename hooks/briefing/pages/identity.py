"""Which site this is: the names that its things keep, and the addresses that they have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffb\ufffd\U00010000-\U0010ffff]")
"""What XML cannot carry, lone surrogates, and the stand-in for an object."""
STAND_IN = "\ufffc"
"""Of all that is unfit the one sign that can be printed."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site by its name, and by its address where that is known."""

    name: str
    url: str = ""

    @property
    def root(self) -> str:
        """The address with its last slash, or nothing."""
        return f"{self.url.rstrip('/')}/" if self.url else ""

    def uuid(self, what: str) -> str:
        """The lasting name of a thing on this site: the same as long as the site and the thing's id are."""
        return str(uuid5(uuid5(NAMESPACE_URL, self.root or self.name), what))

    def urn(self, what: str) -> str:
        """The lasting name as an address that leads nowhere (RFC 9562)."""
        return f"urn:uuid:{self.uuid(what)}"

    def way_up(self, file: str) -> str:
        """The way to the site's root from one of its files; absolute where the site's address is known."""
        return self.root or "../" * file.count("/")

    def link(self, address: str, file: str) -> str:
        """The way to an address from a file of the site; absolute where the site's own address is known."""
        return self.way_up(file) + address or "./"


def clean(text: str) -> str:
    """The text without what no feed, calendar or data file can carry."""
    is_fit = text.isprintable() and STAND_IN not in text  # almost all are, and this is quickly seen
    return text if is_fit else UNFIT.sub("", text)
