"""A page is what stands around its body, and the body."""

from __future__ import annotations

import pytest

from briefing.pages import shell
from briefing.pages.shell import Slot

HTML = f"<title>{Slot.TITLE.sign}</title><main>{Slot.BODY.sign}</main><p>{Slot.TITLE.sign}</p>"
SAID = {Slot.TITLE: "Talks & more"}


def test_a_filled_shell_is_what_is_around_a_body_with_it() -> None:
    made = shell.cut(HTML)
    before, after = made.around(SAID)

    assert before + b"<p>Body</p>" + after == shell.encoded(made.filled(SAID, "<p>Body</p>"))
    assert (before, after) == (b"<title>Talks & more</title><main>", b"</main><p>Talks & more</p>")


@pytest.mark.parametrize("html", ["<main></main>", f"{HTML}{Slot.BODY.sign}"])
def test_a_theme_that_writes_no_body_or_two_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="the body once"):
        shell.cut(html)
