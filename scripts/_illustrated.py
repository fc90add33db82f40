"""The brief that the pictures of CONTRIBUTING show on its way, and what a terminal shows as a drawing."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ADDRESS = "briefs/what-was-agreed-and-what-it-binds/"
BRIEF = "briefs/2025/what-was-agreed-and-what-it-binds.md"
WIDTH = 100
ANSWERS = (
    ("Title: ", "What was agreed, and what it binds\n"), ("]: ", "\n"), ("]: ", "\n"),
    ("> ", "south\n"), ("> ", "\n"), ("> ", "\n"),
    ("> ", "frameworks\n"), ("> ", "\n"), ("> ", "\n"),
    ("> ", "india\n"), ("> ", "\n"),
    ("> ", "framework-2025\n"), ("> ", "\n"),
    ("> ", "framework-signed\n"), ("> ", "\n"),
    ("> ", "1\n"),
)  # fmt: skip
WRITTEN: Mapping[str, str] = {
    "'Write: the bottom line, in one to three sentences'": "The framework signed on 31 October 2025 gives "
    "one policy direction for ten years. We have not seen its text, and cannot say what it binds.",
    "Write: what happened, and who says so.": "Rajnath Singh and Pete Hegseth signed the Framework for the "
    "US-India Major Defence Partnership in Kuala Lumpur.",
    "Write: what follows from it, and how sure we are of what it rests on.": "Nothing yet: what it binds "
    "rests on words that we have not read.",
    "Write: what would show this to be wrong. Signs go below `indicators`.": "The publication of the text.",
    "status: draft\n": "",
}
SLIP = ("- defence-frameworks", "- defense-frameworks")


def filled_in(text: str, *, slip: bool) -> str:
    """The brief with its texts written; with a slip of the pen, or without."""
    for old, new in WRITTEN.items():
        text = text.replace(old, new)
    right, wrong = SLIP
    return text.replace(right, wrong) if slip else text.replace(wrong, right)


def shortened(said: str) -> str:
    """The questions up to the first topic, and the end: what lies between goes on in the same way."""
    lines = said.split("\n")
    chosen = lines.index("  chosen: defence-frameworks") + 1
    end = next(number for number, line in enumerate(lines) if line.endswith(".md"))
    return "\n".join((*lines[:chosen], "…", *lines[end:]))


def terminal(name: str, said: str, folder: Path) -> None:
    """What a terminal showed, as a drawing without fonts from elsewhere."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard"
    )
    console.print(Text.from_ansi(said.rstrip()), highlight=False)
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    drawing = console.export_svg(title="A terminal", code_format=form, unique_id=f"picture-{name}")
    (folder / f"{name}.svg").write_text(drawing.replace("Fira Code", "ui-monospace"), "utf-8", newline="\n")
