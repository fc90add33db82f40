"""Names the boxes of task lists by their tasks: to the ear, one without a name is a box and no more."""

from __future__ import annotations

import html
import re

BOX = re.compile(r'<input(?=[^>]* type=")(?![^>]* (?:id|title|aria-label)=")[^>]*>')
"""What has an id belongs to a widget, which labels it."""
END = re.compile(
    r"</?(?:article|aside|blockquote|dd|details|div|dl|dt|figure|h[1-6]|hr|input|li|ol|p|pre|section|summary|"
    r"table|td|th|ul)\b"
)
NOTE = re.compile(r'<sup id="fnref.*?</sup>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
NAMELESS = "Task"


def named(body: str) -> str:
    """The body, of which each box has the words after it for a name."""
    return BOX.sub(lambda box: f'<input aria-label="{_name(box)}"{box[0].removeprefix("<input")}', body)


def _name(box: re.Match[str]) -> str:
    end = END.search(box.string, box.end())
    written = box.string[box.end() : end.start() if end else None]
    words = html.unescape(TAG.sub("", NOTE.sub("", written)))
    return html.escape(" ".join(words.split())) or NAMELESS
