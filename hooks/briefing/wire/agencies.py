"""News agencies and syndicators: whether some words name one, and how it is called."""

from __future__ import annotations

import re
from collections.abc import Mapping

KNOWN: Mapping[str, str] = {
    name.casefold(): called or name
    for name, called in (
        ("Reuters", ""), ("Reuter", "Reuters"), ("Thomson Reuters", "Reuters"), ("AP", ""), ("UPI", ""),
        ("AFP", ""), ("The Associated Press", "AP"), ("Associated Press", "AP"),
        ("Agence France-Presse", "AFP"), ("United Press International", "UPI"), ("PTI", ""),
        ("Press Trust of India", "PTI"), ("ANI", ""), ("IANS", ""), ("UNI", ""), ("TNN", ""), ("Xinhua", ""),
        ("Xinhua News Agency", "Xinhua"), ("TASS", ""), ("Itar-Tass", ""), ("Interfax", ""),
        ("RIA Novosti", ""), ("Sputnik", ""), ("Kyodo", ""), ("Kyodo News", "Kyodo"), ("Jiji", ""),
        ("Yonhap", ""), ("dpa", ""), ("EFE", ""), ("ANSA", ""), ("Bloomberg", ""),
        ("Bloomberg News", "Bloomberg"), ("Dow Jones", ""), ("Dow Jones Newswires", "Dow Jones"),
        ("Bernama", ""), ("Antara", ""), ("APP", ""), ("BSS", ""), ("UNB", ""), ("Anadolu Agency", ""),
        ("AA", "Anadolu Agency"), ("Anadolu", "Anadolu Agency"), ("IRNA", ""), ("Tasnim", ""), ("SANA", ""),
        ("KCNA", ""), ("CNN", ""), ("BBC", ""), ("Lusa", ""), ("BTA", ""), ("VNA", ""),
        ("APA", ""), ("sda", ""), ("VOA", ""), ("Voice of America", "VOA"), ("PRNewswire", ""),
        ("PR Newswire", "PRNewswire"),
        ("Business Wire", "Business Wire"), ("GlobeNewswire", ""), ("Globe Newswire", "GlobeNewswire"),
        ("Canadian Press", ""), ("The Canadian Press", "Canadian Press"), ("Belga", ""), ("ANP", ""),
        ("KUNA", ""), ("QNA", ""), ("SPA", ""), ("Tanjug", ""), ("PAP", ""), ("CTK", ""), ("Ukrinform", ""),
        ("NTB", ""), ("TT", ""), ("AAP", ""), ("Hindustan Times", ""),
        ("HT Correspondent", "Hindustan Times"), ("Wikinews", ""), ("Inter Press Service", "IPS"),
        ("PA Media", ""), ("Press Association", ""), ("Tribune News Service", ""), ("McClatchy", ""),
        ("WAM", ""),
    )
}  # fmt: skip
"""Names in lower case, and what they are printed as."""

STAFF = re.compile(
    r"(?:(?:the )?[\w.&’'-]+ ){0,3}(?:staff|special|senior|diplomatic|political|economics?|foreign)?\s*"
    r"(?:writers?|correspondents?|reporters?|bureau|desk|editors?|archives?|news service|service|newswires?)",
    re.IGNORECASE,
)
EDGES = " .,:;/()*_=–—-"
SPACES = re.compile(r"\s+")


def called(words: str) -> str:
    """The agency that some words name as it is printed, or as it stands there."""
    bare = SPACES.sub(" ", words).strip(EDGES)
    found = KNOWN.get(bare.casefold())
    if found:
        return found
    first = re.split(r"\s*/\s*|\s+(?=[A-Z])|,", bare, maxsplit=1)[0]
    if first.casefold() in KNOWN and len(first) > 2:
        return KNOWN[first.casefold()]
    return bare


def is_known(words: str) -> bool:
    """Whether the words are the name of an agency, and nothing else."""
    return SPACES.sub(" ", words).strip(EDGES).casefold() in KNOWN


def is_staff(words: str) -> bool:
    """`Associated Press Writer`, `Staff Reporter`: what stands below a byline and is no name."""
    return STAFF.fullmatch(SPACES.sub(" ", words).strip(" .,:;()*_-")) is not None


def within(words: str) -> str:
    """The agency that stands in `Associated Press Writer`, or nothing."""
    bare = SPACES.sub(" ", words).strip(" .,:;()*_-").casefold()
    longest_first = sorted(KNOWN, key=len, reverse=True)
    found = (name for name in longest_first if re.search(rf"\b{re.escape(name)}\b", bare))
    return KNOWN.get(next(found, ""), "")
