"""Files that tell a web server which headers to send with a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model.source import SrcUri
from briefing.pages import policy

FOLDER = "deploy"
UNUSED = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "idle-detection", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "sync-xhr", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What a browser can do for a page, and no page of a site asks for."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": policy.of_server(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know `frame-ancestors`
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-DNS-Prefetch-Control": "off",  # else the names of the hosts that a text links to leave the network
}
"""What goes with every file of a site."""
NAMED_BY_SUM = r"\.[0-9a-f]{8}\.min\.(?:css|js)$"
"""Files of the theme whose names change with their content."""
ONLY_SUCH = ("assets/stylesheets", "assets/javascripts/workers")
"""Folders that hold nothing else."""
FOR_EVER = "max-age=31536000, immutable"
ASK_FIRST = "private, no-cache"
"""Pages change under their addresses, and their scripts have to fit the sums in them."""

MADE = "# Made by `python scripts/new.py servers`; what it is for stands in docs/about/hosting.md."


def files() -> Mapping[SrcUri, str]:
    """Every such file by its path below the project."""
    made = {"nginx.conf": _nginx(), "apache.htaccess": _apache(), "_headers": _headers()}
    return {SrcUri(f"{FOLDER}/{name}"): "\n".join([MADE, *lines]) + "\n" for name, lines in made.items()}


def _nginx() -> Iterator[str]:
    yield "# Include it in the `server` or `location` of the site, which names its folder by `root`."
    yield "charset utf-8;"
    yield from (f'add_header {name} "{value}" always;' for name, value in HEADERS.items())
    yield f'add_header Cache-Control "{ASK_FIRST}" always;'
    yield ""
    yield f'location ~ "{NAMED_BY_SUM}" {{'
    yield "    # A location with headers of its own sends none of those around it."
    yield from (f'    add_header {name} "{value}" always;' for name, value in HEADERS.items())
    yield f'    add_header Cache-Control "{FOR_EVER}";'
    yield "}"


def _apache() -> Iterator[str]:
    yield "# Include it in the site's `<Directory>`, or lay it there as `.htaccess`; it needs mod_headers."
    yield "AddDefaultCharset utf-8"
    yield from (f'Header always set {name} "{value}"' for name, value in HEADERS.items())
    yield f'Header always set Cache-Control "{ASK_FIRST}"'
    yield f'<FilesMatch "{NAMED_BY_SUM}">'
    yield f'    Header always set Cache-Control "{FOR_EVER}" "expr=%{{REQUEST_STATUS}} -lt 400"'
    yield "</FilesMatch>"


def _headers() -> Iterator[str]:
    yield "# Lay it into the top folder of the site. Hosts that read it let browsers ask first for all else."
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in HEADERS.items())
    for folder in ONLY_SUCH:
        yield f"/{folder}/*"
        yield f"  Cache-Control: {FOR_EVER}"
