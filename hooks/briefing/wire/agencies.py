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
        ("WAM", ""), ("Emirates News Agency", "WAM"), ("Saudi Press Agency", "SPA"),
        ("Qatar News Agency", "QNA"), ("Islamic Republic News Agency", "IRNA"),
        ("Associated Press of Pakistan", "APP"), ("Bangladesh Sangbad Sangstha", "BSS"),
        ("Asian News International", "ANI"), ("Indo-Asian News Service", "IANS"),
        ("United News of India", "UNI"), ("Korean Central News Agency", "KCNA"),
        ("Yonhap News Agency", "Yonhap"), ("Vietnam News Agency", "VNA"),
        ("Australian Associated Press", "AAP"), ("Deutsche Presse-Agentur", "dpa"),
        ("Deutsche Presse-Agentur GmbH", "dpa"), ("PNA", ""), ("Philippine News Agency", "PNA"), ("CNA", ""),
        ("Central News Agency", "CNA"), ("NAN", ""), ("News Agency of Nigeria", "NAN"), ("GNA", ""),
        ("Ghana News Agency", "GNA"), ("SAnews", ""), ("SAnews.gov.za", "SAnews"), ("Angop", ""),
        ("Hina", ""), ("MTI", ""), ("STT", ""), ("Ritzau", ""), ("BNS", ""), ("Agerpres", ""),
        ("Azertac", ""), ("Armenpress", ""), ("Kazinform", ""), ("Montsame", ""), ("Pajhwok", ""),
        ("BelTA", ""), ("UNIAN", ""), ("ISNA", ""), ("T\u00e9lam", ""), ("Prensa Latina", ""),
        ("Notimex", ""), ("Europa Press", ""),
    )
}  # fmt: skip
"""Names in lower case, and what they are printed as."""

STAFF = re.compile(
    r"(?:(?:the )?[\w.&’'-]+ ){0,3}(?:staff|special|senior|diplomatic|political|economics?|foreign)?\s*"
    r"(?:writers?|correspondents?|reporters?|bureau|desk|editors?|archives?|news service|service|newswires?)",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"[-–—=\s(]*(?P<name>[^\W\d_]{2,12})"
    r"(?:\)\s*[a-z]{2,4}|\s*/\s*[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*){0,3})\.?"
)
RIGHTS = re.compile(
    r"(?:(?:\(c\)|©|copyright|by|\d{4})[\s,]*)+(?P<name>[^.]+?)(?:,?\s\d{4})?(?:\..*)?", re.IGNORECASE
)
INITIALS = re.compile(r"(?P<name>[A-Z]{2,5})(?: [A-Z]{2,4}){1,4}|\((?P<bracketed>[^()]+)\)\.?\s?(?:\(.*\))?")
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


def is_signed(words: str) -> bool:
    """Whether an agency stands there with who wrote, and nothing else: `WAM/Jane Roe`, `(Hina) abc`."""
    found = SIGNED.fullmatch(SPACES.sub(" ", words).strip())
    return found is not None and is_known(found["name"])


def signing(words: str) -> str | None:
    """The agency of what stands below or behind a text: `(c) AFP`, `WAM/Jane Roe`, `PTI ABC`."""
    bare = SPACES.sub(" ", words).strip()
    found = (form.fullmatch(bare) for form in (SIGNED, RIGHTS, INITIALS))
    names = (bare, *(name for match in found if match for name in match.groupdict().values() if name))
    return next((called(name) for name in names if is_known(name)), None)


def is_staff(words: str) -> bool:
    """`Associated Press Writer`, `Staff Reporter`: what stands below a byline and is no name."""
    return STAFF.fullmatch(SPACES.sub(" ", words).strip(" .,:;()*_-")) is not None


def within(words: str) -> str:
    """The agency that stands in `Associated Press Writer`, or nothing."""
    bare = SPACES.sub(" ", words).strip(" .,:;()*_-").casefold()
    longest_first = sorted(KNOWN, key=len, reverse=True)
    found = (name for name in longest_first if re.search(rf"\b{re.escape(name)}\b", bare))
    return KNOWN.get(next(found, ""), "")
