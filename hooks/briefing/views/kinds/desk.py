"""The desk list, for the preview and the terminal: what waits, in the same words for both."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType

from briefing.graph import desk
from briefing.graph.desk import Reason, Task
from briefing.model.edtf import Edtf
from briefing.model.source import Address
from briefing.views.edition import Edition, once
from briefing.views.parts import heads, listing, marking
from briefing.views.shapes.pages import DateShown, DeskShown, Group, Link, TaskShown

ADDRESS = Address("desk/")
"""No document can have it: those lie in the folders of their kinds, and written pages below `about/`."""
TITLE = "Desk list"
HEADINGS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.HORIZON: "Judgements to score",
        Reason.REVIEW: "Briefs to review",
        Reason.WITHDRAWN: "Resting on what was withdrawn",
        Reason.CORRECTED: "Resting on what was corrected",
        Reason.IN_REVIEW: "In review",
        Reason.DRAFT: "Drafts",
    }
)
NOBODY: Mapping[Reason, str] = MappingProxyType(
    {Reason.IN_REVIEW: "a reviewer, and none is named", Reason.DRAFT: "an author, and none is named"}
)


def page(edition: Edition) -> DeskShown:
    """All that waits on the day of the edition."""
    groups = tuple(
        Group(HEADINGS[reason], f"br-{reason}", tuple(_shown(edition, task) for task in several))
        for reason, several in groupby(tasks(edition), key=lambda task: task.reason)
    )
    return DeskShown(
        heads.of_page(
            edition, ADDRESS, TITLE, "Preview", _said(edition),
            heads.sections(*((group.anchor, group.heading, group.items) for group in groups)),
        ),
        groups,
    )  # fmt: skip


@once
def tasks(edition: Edition) -> tuple[Task, ...]:
    """All that waits, as the home page counts it and the list tells it."""
    return desk.tasks(edition.content, edition.today)


def _said(edition: Edition) -> str:
    day = edition.day(edition.today).words
    what = f"What waits on {day}, why, and for whom." if tasks(edition) else f"Nothing waits on {day}."
    return f"{what} Only the preview has this page."


def what(task: Task) -> str:
    """What to do, and why."""
    noun = task.document.ref.kind.noun
    subject = "judgement" if task.judgement else noun
    match task.reason:
        case Reason.HORIZON:
            return "record its outcome: its horizon has passed"
        case Reason.REVIEW:
            return "review the brief: its review day has passed"
        case Reason.WITHDRAWN:
            return f"see whether the {subject} still holds: an article that it rests on was withdrawn"
        case Reason.CORRECTED:
            return f"see whether the {subject} still holds: an article that it rests on was corrected"
        case Reason.IN_REVIEW:
            return f"read the {noun}, and publish it or say what it lacks"
        case Reason.DRAFT:
            return f"finish the {noun}, and send it into review"


def waits_for(task: Task, authors: Mapping[str, str]) -> str:
    """Whom it waits for by name, or that nobody is named."""
    names = ", ".join(authors.get(one, one) for one in task.waits_for)
    return names or NOBODY.get(task.reason, "its authors, and none is named")


def line(task: Task, authors: Mapping[str, str]) -> str:
    """The task in one line, without its place: `waits since 2025-10-31 for Ann Lee: …`."""
    since = f" since {task.since}" if task.since else ""
    subject = f"{task.judgement.id}: {task.judgement.text}" if task.judgement else task.document.title
    resting = f" ({task.rests_on.ref})" if task.rests_on else ""
    return f"waits{since} for {waits_for(task, authors)}: {what(task)}{resting}: {subject}"


def _shown(edition: Edition, task: Task) -> TaskShown:
    document, judgement = task.document, task.judgement
    address = f"{document.address}#{judgement.id}" if judgement else document.address
    return TaskShown(
        link=Link(
            judgement.text if judgement else document.title, address, language=edition.foreign(document)
        ),
        kind="Judgement" if judgement else listing.kicker(document),
        marking=marking.shown((judgement.marking if judgement else None) or document.marking),
        what=_capitalised(what(task)),
        waits_for=waits_for(task, edition.settings.authors),
        since=_since(edition, task),
        of=edition.link(document) if judgement else None,
        rests_on=edition.link(task.rests_on) if task.rests_on else None,
    )


def _capitalised(words: str) -> str:
    return words[0].upper() + words[1:]


def _since(edition: Edition, task: Task) -> DateShown | None:
    if task.since is None:
        return None
    return edition.when(task.since) if isinstance(task.since, Edtf) else edition.day(task.since)
