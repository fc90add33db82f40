"""What agencies, syndicators and web pages leave in a text that is no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.wire import agencies, byline
from briefing.wire.byline import Byline


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


MARK = (
    r"(?:#[ \t]*){2,}|(?:#[ \t]+)+#|[-–—][ \t]*(?:30|0|end|ends)[ \t]*[-–—]|\((?:end|ends)\)|&\#3;|\x03"
    r"|\x1a"
)
"""The signs by which a text says that it is over."""

ENDS = _any(
    MARK,
    r"(?:thomson )?reuters?[.;]*|enditem(?:[.]|/[a-z]{1,4})?",
    r"(?:ends?|end of (?:text|story|release|item|statement)|ends (?:here|text))[.:]?",
    r"\*+(?:[ \t]*\*+)*",
    r"_{3,}|-{3,}|={3,}",
    r"[-–—\s]*\(?(?:ap|afp|pti|ani|ians|uni|upi|xinhua|tass)\)?\.?(?:\s+(?-i:[a-z]{2,4}(?:[-/][a-z]{2,5})+))?",
    r"(?-i:[a-z]{2,4}(?:(?:-|\.|/ ?)[a-z]{2,5}){1,4}/?)",
    r"(?-i:PTI(?:\s+[A-Z]{2,4}){1,4})",
    r"(?-i:[A-Z]{2,4}(?:(?:/| // )[A-Z]{2,5}){1,4})",
    r"n{4}|x{3,}|eom|end ?it|/ends?",
    r"ends?[ \t]+\d{1,2}:\d\d [ap]\.?m\b.{0,10}|\d\d:\d\d local time\b.{0,20}|\d{4}\*\*\d{4}",
    r"(?-i:AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}\w*)<?|(?-i:[A-Z]{1,3}\d{3,4}[AP][CEMP][DS]T?\b.{0,12})",
)
"""Whole lines that close a text: marks, agencies, the initials of who wrote and edited it."""

ANYWHERE = _any(
    r"[-*\s]*(?:for )?immediate (?:release|use)[-*:\s]*",
    r"(?-i:[A-Z]{2})-[\w/-]+,?(?: \d[\d-]*){1,3}",
    r"[-–—(]+\s*(?:more|cont(?:inued|d\.?)?|more follows)\s*[-–—)]+",
    r"\(release id ?:.{1,40}\)(?:\s*visitor counter\s*:\s*\d+)?|read this release in\s*:.{0,120}",
    r"(?:\d+|one|two|three|four|five)[ -]min(?:ute)?s?[ -]read",
    r"embargoed?(?: until| for| till)?\b.{0,80}",
    r"[-—\s]*(?:story|article) continues (?:below|after|beneath)\b.{0,60}",
    r"(?:advertisement|advertising|advert|sponsored|promoted)(?: content)?[.:]?",
    r"(?:also|must|now) (?:read|see|watch)\b\s*[:|–—-].{0,250}",
    r"(?:also|must) read(?: this)?",
    r"(?:read|see|watch|view|don['’]?t miss|explained|related|recommended|trending|more)"
    r"(?: (?:more|also|now|stories|story|articles?|news|content|coverage|reading|links?|videos?|on this))*"
    r"\s*[:|»>]\s*\S.{0,250}",
    r"(?:related|recommended|trending|more)(?: (?:stories|articles|news|content|coverage|reading|links"
    r"|videos|topics))",
    r"(?:read|see|view) (?:more|full (?:story|article))[.…]*|continue reading[.…]*(?: .{0,80})?",
    r"(?:scroll|swipe) (?:down |up |left )?(?:for|to) .{0,80}",
    r"(?:please )?(?:click|tap) (?:here|on the link).{0,160}",
    r"(?:sign up|subscribe|register)\b(?! to the (?:convention|treaty|agreement)).{0,40}"
    r"(?:newsletter|alerts?|briefing|channel|updates|free|now|today|here|subscription|unlimited).{0,120}",
    r"(?:follow|like|join|find) (?:us|our|the author) (?:on|page)\b.{0,160}",
    r"share (?:this|on|via)\b.{0,80}",
    r"(?:download|get) (?:the|our) .{0,60}\bapp\b.{0,100}",
    r"(?:listen to|print|save|email|e-mail|bookmark|gift|unlock) this (?:article|story|page)\b.{0,80}",
    r"get (?:the |all the )?latest (?:news|updates).{0,160}",
    r"(?:this content|javascript|cookies|your browser)\b.{0,80}(?:not available|disabled|enable"
    r"|support).{0,80}",
    r"\(?(?:file )?photos?\)?\s*:\s*(?:getty|reuters|ap|afp|file|shutterstock|istock)\b.{0,80}",
)
"""Whole lines that have no business in any part of a text."""

TAIL = _any(
    r"to read the (?:full|whole|complete|entire) (?:article|story|report).*",
    r"(?:to get|for) the complete feed from this publication.*",
    r"(?:please )?contact us\b.{0,80}",
    r"(?:re)?(?:published|distributed|provided|syndicated|powered|delivered) (?:by|via|from|through|with)\b"
    r".{0,200}(?:permission|services?|syndicat|distribution|newswire|agency|content|feed|inc|ltd|llc).*",
    r"(?:\(c\)|©|copyright\b)[\s,]*(?:\(c\)|©|\d{4}|by|the|[A-Z]).{0,300}",
    r"(?:all )?rights reserved.{0,200}",
    r"\(?this (?:story|article|report|item|piece|material|copy|news)\b.{0,60}\b(?:has(?: not)? been|was|is"
    r"|may not be|first"
    r"|originally) .{0,40}(?:published|edited|generated|appeared|reproduced|rewritten|redistributed"
    r"|distributed"
    r"|syndicated|modified|produced|sourced|copyrighted).*",
    r"\(?(?:except for the headline|only the headline|the above|barring the headline).*(?:feed|staff"
    r"|wire|syndicat).*",
    r"disclaimer\b.*",
    r"\(\(.*\)\)|\(?(?:keywords?|load-date|(?:web )?editors?|translators?)\s*:.{0,120}",
    r".{2,40} website contains only a portion of\b.*",
    r"(?-i:(?:[A-Z][\w.’'-]+,? (?:and )?){1,8}reported from [A-Z][\w ,’'-]{2,80}\.)",
    r"\(?(?:additional |further |other )?(?:reporting|writing|editing|written|edited|reported|compiled"
    r"|translated"
    r"|graphics?|produced|photography)\b(?: and (?:reporting|writing|editing|compiled|edited|translated))*"
    r"(?: in [\w ,]+?)? by\b.{0,400}",
    r"\(?[-—\s]*(?:with|inputs|based on)\b.{0,30}\b(?:inputs?|assistance|reporting"
    r"|contributions?) (?:from|by|of)\b.{0,160}",
    r"\(?with (?:agency|agencies|pti|ani|reuters|ap|afp)?\s*inputs?\)?\.?",
    r"[\w .,’'-]{3,80}(?: in [\w ]{3,30})? contributed to this (?:report|story|article).{0,40}",
    r"our standards:.{0,80}|the thomson reuters trust principles.{0,40}",
    r"source:? (?:reuters|afp|ap|pti|ani|xinhua|tass|prnewswire|business wire)\b.{0,40}",
    r"view (?:original|source version).{0,200}",
    r"30",
    r"(?:follow|more|for more|online|on the (?:net|web)|visit|see|learn|download)\b.{0,160}https?://\S+",
    r"(?:e-?mail: ?)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:first )?(?:published|posted|updated|last updated|modified)(?: on| at)?\s*[:–—-].{0,60}",
    r"(?-i:SOURCE) .{2,80}",
)
"""Paragraphs that stand only below a text."""

CONTACT = re.compile(
    r"(?:for (?:press|media|immediate)\b.{0,40}|(?:press|media|news)?\s*(?:contacts?|enquir(?:y|ies)"
    r"|inquir(?:y|ies))"
    r"(?: (?:information|details|person|us))?)\s*:?(?:\s.{0,80})?",
    re.IGNORECASE,
)
REACHED_AT = re.compile(r"\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}|\+\d[\d\s()-]{7,}|\S+@\S+\.\w+")
CLOSING = re.compile(
    rf"(?:{MARK}|(?<=[.!?\"”'’)])\s+(?:REUTERS?|Reuters?|Enditem|[■●])[.;]*|(?<=[.!?\"”])\s+\((?:END|ENDS)\)|(?<=[.!?\"”’)])\s+(?:AAP|AFP|dpa|EFE|IANS)(?:\s+[a-z]{{2,4}}(?:[-/][a-z]{{2,5}})+)?|(?<=[.!?\"”’)])\s+PTI(?:\s+[A-Z]{{2,4}}){{1,4}})\s*$",
)
SIGN = re.compile(
    r"(?<=[.!?\"”'’)])\s+(?:\((?P<agency>[^()]{2,40})\)\.?(?:\s?\((?:https?://|www\.)[^()\s]{2,60}\))?"
    r"|[-–—]{1,2}\s?(?P<bare>[\w. ]{2,30}))\s*$"
)
"""An agency in brackets or after a dash, behind a sentence."""
MOST_OF_CREDIT = 90
"""Signs of a line that says who wrote; sentences are longer."""
SERIAL = re.compile(r"[A-Z]{2,4}|\d{3,5}")
"""Initials or a number, which stand below an agency or a time alone."""
STARTS = re.compile(
    r"[^\w(©#*-]*(?:\(?(?:to read the|(?:please )?contact us|(?:re)?published by|distributed by"
    r"|provided by|\(c\)|©|copyright"
    r"|all rights reserved|this (?:story|article|report)|disclaimer|(?:additional )?reporting (?:and|by)"
    r"|(?:writing|editing|compiled|translated|edited|written) (?:and|by)|with inputs|for (?:press|media)"
    r"|(?:press|media|news) contact|also read|read (?:more|also)|advertisement|story continues"
    r"|our standards)\b|[(©])",
    re.IGNORECASE,
)
"""How lines begin that may not be a further line of the paragraph above them."""


class Swept(NamedTuple):
    """Lines or paragraphs without their remnants, and these."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def is_mark(line: str) -> bool:
    """Whether a line only says that the text is over."""
    return ENDS.fullmatch(line.strip()) is not None


def is_one(line: str) -> bool:
    """Whether a line is a remnant wherever it stands."""
    return ANYWHERE.fullmatch(line.strip()) is not None


def may_be_one(line: str) -> bool:
    """Whether a line begins as remnants do."""
    return bool(STARTS.match(line.strip())) or is_mark(line) or is_one(line) or agencies.is_known(line)


def _closes(paragraph: str) -> bool:
    """Whether a paragraph stands only below a text."""
    return bool(
        is_mark(paragraph)
        or TAIL.fullmatch(paragraph)
        or agencies.is_known(paragraph)
        or agencies.is_signed(paragraph)
        or credit(paragraph)
    )


def credit(line: str) -> Byline | None:
    """Who wrote, where a line below a text says so: `(By Jane Roe)`, `Jane Roe, AP`."""
    if line.startswith("(By "):
        return byline.read(line.strip("()"))
    writer = byline.read(f"By {line}") if len(line) < MOST_OF_CREDIT else None
    return writer if writer and writer.names and writer.agency else None


def _is_serial(paragraphs: Sequence[str]) -> bool:
    """Whether the last paragraph is initials or a number below a sign."""
    *text, above, last = paragraphs
    is_sign = agencies.is_known(above) or agencies.is_signed(above) or is_mark(above)
    return bool(text) and is_sign and SERIAL.fullmatch(last) is not None


def _closing(paragraph: str) -> re.Match[str] | None:
    """The signs behind the last sentence of a text."""
    signed = SIGN.search(paragraph)
    return (
        signed
        if signed and agencies.is_known(signed["agency"] or signed["bare"])
        else CLOSING.search(paragraph)
    )


def sweep(paragraphs: Iterable[str]) -> Swept:
    """The paragraphs of a text; from its end up, what stands below it is taken away."""
    kept = list(paragraphs)
    removed: list[tuple[int, str]] = []
    for at in range(len(kept) - 1, -1, -1):
        if is_one(kept[at]):
            removed.append((at, kept.pop(at)))
    removed += _contact(kept)
    while len(kept) > 1 and (_closes(kept[-1]) or _is_serial(kept)):
        removed.append((len(kept) - 1, kept.pop()))
        removed += _contact(kept)
    while kept and (closing := _closing(kept[-1])) and closing.start():
        removed.append((len(kept), closing[0].strip()))
        kept[-1] = kept[-1][: closing.start()].rstrip()
    for at, paragraph in enumerate(kept):
        if at and is_mark(paragraph):
            removed.append((at, paragraph))
    kept = [paragraph for at, paragraph in enumerate(kept) if not at or not is_mark(paragraph)]
    return Swept(tuple(kept), tuple(text for _, text in sorted(removed)))


def _contact(kept: list[str]) -> list[tuple[int, str]]:
    """Whom the press may call, where that stands last: the heading, and the short lines below it."""
    for at in range(max(len(kept) - 6, 1), len(kept)):
        below = kept[at + 1 :]
        short = all((len(line) < 90 and not line.endswith(".")) or REACHED_AT.search(line) for line in below)
        if CONTACT.fullmatch(kept[at]) and short and sum(map(len, below)) < 400:
            taken = [(number, kept[number]) for number in range(at, len(kept))]
            del kept[at:]
            return taken
    return []
