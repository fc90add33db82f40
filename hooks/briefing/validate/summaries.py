"""Summaries: one to three sentences of plain text, since lists, feeds and search show them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.content import AnyDocument
from briefing.model.documents import Article, Brief
from briefing.model.problem import Problem, problem

MOST = 3
END = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=\d{4})|(?<=[)\]%]))[.!?][\"'\u2019\u201d)]*\s+(?=[\"'\u2018\u201c(]*[^\W\d_])"
    r"|[\u3002\uff01\uff1f]"
)
"""Where a sentence surely ends; one letter or a small number before a full stop may be an abbreviation."""
SIGNS = ".!?\u3002\uff01\uff1f"
"""One of them ends each sentence but the last."""
SHORT_FORMS = re.compile(
    r"\b(?:Dr|Mr|Ms|Mrs|St|Lt|Gen|Col|Maj|Capt|Adm|Gov|Sen|Rep|Prof|No|Nos|Art|Jr|Sr|Mt|etc|Inc|Ltd|vs|cf)\.",
    re.IGNORECASE,
)
MARKDOWN = re.compile(r"\[[^]\n]+\]\([^)\s]+\)|\[\[[^]\n]+\]\]|\*\*[^*\n]+\*\*|`[^`\n]+`|</?[a-z][^<>]*>")


def check(documents: Iterable[AnyDocument]) -> Iterator[Problem]:
    """Summaries of articles and briefs that are too long, or written in Markdown."""
    for document in documents:
        if not isinstance(document.matter, Article | Brief):
            continue
        may_be_long = sum(map(document.matter.summary.count, SIGNS)) >= MOST
        if may_be_long and (sentences := count(document.matter.summary)) > MOST:
            what = f"`summary` has {sentences} sentences, {MOST} at most"
            yield problem("B222", document.uri, document.places[("summary",)], what)
        if found := MARKDOWN.search(document.matter.summary):
            what = f"`summary` is plain text, and would show `{found[0]}` as it is written"
            yield problem("B222", document.uri, document.places[("summary",)], what)


def count(text: str) -> int:
    """How many sentences a text surely has."""
    plain = SHORT_FORMS.sub("", text.strip())
    return len([one for one in END.split(plain) if one.strip()])
