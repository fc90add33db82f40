"""Places as datelines write them: which words are one, and how it is called in running text."""

from __future__ import annotations

import re

CITIES = frozenset(
    """
    abidjan|abu dhabi|abuja|accra|addis ababa|aden|agartala|agra|ahmedabad|aizawl|aleppo|alexandria|algiers|
    aligarh|almaty|amman|amritsar|amsterdam|ankara|antananarivo|arusha|ashgabat|asmara|astana|asuncion|
    athens|atlanta|auckland|ayodhya|baghdad|baku|bali|baltimore|bamako|bandar seri begawan|bangalore|
    bangkok|barcelona|bareilly|basel|basra|beijing|beirut|belem|belfast|belgrade|bengaluru|berlin|bern|
    bhopal|bhubaneswar|bishkek|bogota|bombay|bonn|boston|brasilia|bratislava|brazzaville|brisbane|brussels|
    bucharest|budapest|buenos aires|bulawayo|busan|cairns|cairo|calcutta|canberra|cape town|caracas|
    casablanca|cebu|chandigarh|chengdu|chennai|chiang mai|chicago|chisinau|chittagong|chongqing|cleveland|
    coimbatore|cologne|colombo|conakry|copenhagen|cuttack|dakar|dallas|damascus|dar es salaam|darjeeling|
    darwin|davao|davos|dehradun|delhi|denver|detroit|dhaka|dharamshala|dili|diyarbakir|djibouti|doha|dubai|
    dublin|durban|dushanbe|dusseldorf|edinburgh|erbil|faisalabad|frankfurt|freetown|fukushima|gaborone|
    gandhinagar|gangtok|gaza|gaza city|gdansk|geneva|ghaziabad|glasgow|guangzhou|guatemala city|guayaquil|
    gurgaon|gurugram|guwahati|gwalior|haifa|hamburg|hangzhou|hanoi|harare|havana|hebron|helsinki|herat|
    hiroshima|ho chi minh city|hong kong|honolulu|houston|hyderabad|imphal|indore|isfahan|islamabad|
    istanbul|itanagar|izmir|jabalpur|jaffna|jaipur|jakarta|jalandhar|jammu|jamshedpur|jeddah|jerusalem|
    jodhpur|johannesburg|juba|kabul|kampala|kandahar|kandy|kano|kanpur|karachi|kathmandu|kazan|kharkiv|
    khartoum|kiev|kigali|kingston|kinshasa|kochi|kohima|kolkata|kozhikode|kuala lumpur|kuwait|kuwait city|
    kyiv|kyoto|la paz|lagos|lahore|las vegas|lausanne|leh|lhasa|libreville|lima|lisbon|ljubljana|london|
    los angeles|lucknow|ludhiana|luxembourg|lviv|macau|madrid|madurai|malabo|male|managua|manama|manchester|
    mandalay|mangaluru|manila|maputo|mashhad|medan|medellin|meerut|melbourne|mexico city|miami|milan|
    milwaukee|minneapolis|minsk|mogadishu|mombasa|monaco|monrovia|montevideo|montreal|moscow|mosul|multan|
    mumbai|munich|murmansk|muscat|mysuru|n'djamena|nablus|nagoya|nagpur|nairobi|nanjing|naples|nashik|
    nassau|navi mumbai|naypyidaw|new delhi|new orleans|new york|niamey|nicosia|noida|nouakchott|novosibirsk|
    odesa|odessa|osaka|oslo|ottawa|panaji|panama city|paris|patna|penang|perth|peshawar|philadelphia|
    phnom penh|phoenix|pittsburgh|podgorica|pokhara|port harcourt|port louis|port moresby|port-au-prince|
    prague|prayagraj|pretoria|pristina|puducherry|pune|pyongyang|quebec city|quetta|quito|rabat|raipur|
    rajkot|ramallah|ranchi|rangoon|rawalpindi|recife|reykjavik|riga|rio de janeiro|riyadh|rome|rotterdam|
    salt lake city|san antonio|san diego|san francisco|san jose|san salvador|sanaa|santiago|santo domingo|
    sao paulo|sapporo|sarajevo|seattle|seoul|shanghai|shenzhen|shillong|shimla|siliguri|singapore|skopje|
    sofia|srinagar|st. louis|st. petersburg|stockholm|strasbourg|surabaya|surat|suva|sydney|sylhet|taipei|
    tallinn|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|thane|the hague|thimphu|thiruvananthapuram|tianjin|
    tirana|tokyo|toronto|tripoli|tunis|turin|udaipur|ulaanbaatar|united nations|urumqi|vadodara|valletta|
    vancouver|varanasi|vatican city|venice|vienna|vientiane|vijayawada|vilnius|visakhapatnam|vladivostok|
    warsaw|washington|wellington|windhoek|wuhan|xi'an|yangon|yaounde|yerevan|yokohama|zagreb|zurich
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Cities that datelines name without a country; others are known by the date or agency beside them."""

REGIONS = frozenset(
    """
    d.c.|dc|u.s.|u.k.|ala.|ariz.|ark.|calif.|colo.|conn.|del.|fla.|ga.|ill.|ind.|kan.|
    ky.|la.|md.|mass.|mich.|minn.|miss.|mo.|mont.|neb.|nev.|n.h.|n.j.|n.m.|n.y.|n.c.|
    n.d.|okla.|ore.|pa.|r.i.|s.c.|s.d.|tenn.|tex.|vt.|va.|wash.|w.va.|w. va.|wis.|wyo.|
    al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|me|md|ma|mi|mn|ms|mo|mt|
    ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|
    alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|
    hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|
    michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|
    new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|
    rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|
    west virginia|wisconsin|wyoming|ontario|quebec|alberta|england|scotland|wales|
    northern ireland|france|germany|italy|spain|switzerland|austria|belgium|netherlands|poland|
    ukraine|russia|turkey|israel|egypt|iraq|iran|syria|lebanon|jordan|saudi arabia|india|
    pakistan|bangladesh|sri lanka|nepal|china|japan|south korea|north korea|taiwan|vietnam|
    thailand|malaysia|indonesia|philippines|australia|new zealand|south africa|nigeria|kenya|
    ethiopia|sudan|libya|brazil|argentina|chile|colombia|mexico|canada|cuba|haiti
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""States and countries that follow the name of a city."""
REGIONS_BARE = frozenset(name.rstrip(".") for name in REGIONS)

JOINERS = frozenset(
    {
        "al", "am", "an", "and", "au", "aux", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "e",
        "el", "es", "la", "le", "les", "of", "on", "sur", "the", "upon", "y",
    }
)  # fmt: skip
# What opens a line of capitals and is no place.
LABELS = frozenset(
    """
    exclusive|analysis|update|updates|corrected|correction|refile|repeat|breaking|
    breaking news|watch|listen|live|factbox|explainer|opinion|column|commentary|comment|
    editorial|interview|feature|wrapup|preview|review|profile|timeline|chronology|insight|
    snapshot|focus|special report|poll|alert|urgent|bulletin|flash|advisory|note|summary|
    for immediate release|immediate release|the president|the prime minister|the secretary|moderator|question|
    answer|end|
    published|posted|updated|modified|issued|released|delivered|as of|
    background|contact|contacts|media contact|press contact|press release|news release|statement|
    date|from|to|re|subject|by|photo|photos|video|graphic|source|sources|title|headline|
    q&a|q|a|read|also read|read more|more|editors|talking point|market talk|research alert|
    correct
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
SPEAKER = re.compile(
    r"(?:MRS?|MS|DR|SEN|REP|GEN|ADM|AMB|LT|COL|CAPT|MAJ|MINISTER"
    r"|(?:(?:PRESS|UNDER|DEPUTY|ASSISTANT|FOREIGN) )?SECRETARY|PRESIDENT|AMBASSADOR|GENERAL|SENATOR)\b\.? \w",
    re.IGNORECASE,
)
SPACES = re.compile(r"\s+")
WORD = re.compile(r"[^\W\d_]+(?:(?P<mark>['’])[^\W\d_]+)?")
KEPT = re.compile(r"\b(?:USS|HMS|HMCS|HMAS|INS|USNS|USCGC|RAF|USA|UK|UAE|U\.N\.|U\.S\.)(?!\w)")
"""Words that stay in capitals in running text."""
DISTRICT = re.compile(r",?\s+(?:D\.?\s?C\.?)$", re.IGNORECASE)


def folded(text: str) -> str:
    return SPACES.sub(" ", text).strip().replace("’", "'").casefold()


def is_city(text: str) -> bool:
    return all(folded(DISTRICT.sub("", part)) in CITIES for part in text.split("/"))


def is_region(text: str) -> bool:
    return folded(text).rstrip(".") in REGIONS_BARE


def is_label(text: str) -> bool:
    """Whether words name a part of a page, or someone who speaks: `MR. ROE: I did`."""
    return folded(text) in LABELS or SPEAKER.match(text) is not None


def of_office(line: str) -> str | None:
    """The city of a line that names an office and its city: `The Kremlin, Moscow`."""
    office, _, city = line.rpartition(", ")
    is_one = could_be_one(office) and len(line.split()) <= 6 and is_city(city) and city[:1].isupper()
    return called(city) if is_one else None


def bracketed(line: str) -> str | None:
    """The place of a line that is nothing but one in brackets: `(Portland, Oregon)`."""
    if not (line.startswith("(") and line.endswith(")")):
        return None
    city, *regions = (part.strip() for part in line[1:-1].split(","))
    is_one = (is_city(city) and not regions) or (bool(regions) and all(map(is_region, regions)))
    return called(city) if is_one and could_be_one(city) else None


def could_be_one(text: str) -> bool:
    """Whether the words could name a place: up to five, each with a capital but for joiners."""
    words = [word for part in text.split("/") for word in part.split()]
    return (
        0 < len(words) <= 5
        and words[0][0].isupper()
        and all(word[0].isupper() or word.casefold() in JOINERS for word in words)
    )


def in_capitals(text: str) -> bool:
    """Whether a place is written in capitals, joiners apart: `RIO de JANEIRO`, `PORT-au-PRINCE`."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 2 or not letters[1].isupper():
        return False
    return sum(char.isupper() for char in letters) >= 0.7 * len(letters)


def called(text: str) -> str:
    """The place as running text writes it: `KUALA LUMPUR` is Kuala Lumpur, Washington, D.C., Washington."""
    bare = SPACES.sub(" ", DISTRICT.sub("", text.strip()))
    if not in_capitals(bare):
        return bare
    words = WORD.sub(_capitalised, bare)
    words = words[:1].upper() + words[1:]
    for kept in KEPT.finditer(bare):
        words = f"{words[: kept.start()]}{kept[0]}{words[kept.end() :]}"
    return words


def _capitalised(found: re.Match[str]) -> str:
    word = found[0].casefold()
    if word in JOINERS and found.start() and found.string[found.start() - 1] in " -":
        return word
    if found["mark"] and len(word.partition(found["mark"])[0]) == 1:
        return word.title()
    return word[:1].upper() + word[1:]
