"""What a page may load, run and send, as browsers are told: its content security policy.

One policy serves all pages of a site. Material puts the body and the head of one page into another without
loading it anew; a second policy in that head would hold beside the first, and what only one of them allows
would be blocked.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping

NOTHING, SITE, FROM_DISK = "'none'", "'self'", "'self' file:"
LOADED: Mapping[str, str] = {
    "default-src": NOTHING,
    "style-src": SITE,
    "img-src": f"{SITE} data:",  # the marks in the theme's style sheet are drawings within it
    "font-src": SITE,
    "connect-src": SITE,  # the search index, and pages that are put into this one
    "worker-src": SITE,  # search
    "object-src": NOTHING,
    "frame-src": NOTHING,
    "base-uri": NOTHING,
    "form-action": NOTHING,
}
"""What every page is held to, its scripts apart."""


def integrity(script: bytes) -> str:
    """The sum by which a policy and the element that loads a script know it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode('ascii')}"


def of_page(integrities: Iterable[str]) -> str:
    """The policy in a published page: of scripts those of these sums alone, and nothing written into it."""
    return _written({**LOADED, "script-src": " ".join(f"'{one}'" for one in sorted(integrities)) or NOTHING})


def of_preview() -> str:
    """The policy in a page of the preview: MkDocs writes a script into it, another one at each request."""
    return _written({**LOADED, "script-src": f"{SITE} 'unsafe-inline'"})


def of_disk() -> str:
    """The policy in a page that is opened from a disk, where browsers compare no sums: scripts are files.

    Some browsers take `'self'` for all files of that disk, others for none.
    """
    return _written(
        {name: value.replace(SITE, FROM_DISK) for name, value in {**LOADED, "script-src": SITE}.items()}
    )


def of_server() -> str:
    """The policy that a server sends with every file, beside the one in its pages.

    It is the same for every site and version, so it knows scripts by their place and not by their sum. It
    says what a page cannot (who may frame it) and holds what is no page: the search worker, whose parts are
    scripts of the site, and drawings that are opened by themselves, which carry styles within.
    """
    return _written(
        {
            **LOADED,
            "script-src": SITE,
            "style-src": f"{SITE} 'unsafe-inline'",
            "media-src": SITE,
            "frame-ancestors": NOTHING,
        }
    )


def of_report(style: str) -> str:
    """The policy in a report, which is one file: its own style, by its sum, and nothing else."""
    return _written(
        {"default-src": NOTHING, "style-src": f"'{style}'", "base-uri": NOTHING, "form-action": NOTHING}
    )


def _written(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
