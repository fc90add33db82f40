"""Every rule that content must keep: its code, how grave a breach is, why it stands, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """An error stops a build; a warning is said and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what a breach is called, why it matters, what the author does, an example and its mending."""

    code: str
    severity: Severity
    title: str
    why: str
    remedy: str
    example: str
    mended: str
    """How the example looks when it is right."""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


E, W = Severity.ERROR, Severity.WARNING

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "B1": "The file and its front matter",
        "B2": "Keys and values",
        "B3": "References and links",
        "B4": "Names",
        "B5": "Markings",
        "B6": "The body",
        "B7": "Briefs, judgements and sources",
        "B8": "Events",
        "B9": "Settings",
    }
)
"""The first two signs of a code, and what its rules are about."""

FILE_RULES = (
    Rule("B101", E, "The file is not UTF-8", "Other encodings turn letters into wrong ones.", "save it again with the encoding UTF-8, which editors ask for under Save As", "a file saved as Latin-1", "the same file, saved as UTF-8"),
    Rule("B102", E, "The file is empty", "An empty file is no document.", "write it, or delete it", "zero bytes", "front matter and a text, or no file"),
    Rule("B103", E, "There is no front matter", "Title, date and the rest stand in the front matter.", "begin the file with a line `---`, the keys, and a line `---`", "a file that begins with its text", "a file that begins with a line `---`, its keys, and a line `---`"),
    Rule("B104", E, "The front matter is never closed", "Without its end, text would be read as keys.", "put a line `---` after the last key", "`---` at the top, no second `---`", "`---` at the top, the keys, and a second `---`"),
    Rule("B105", E, "The front matter is not valid YAML", "What cannot be read cannot be published.", "mend the line that the message names", "`topics: [defence, trade`", "`topics: [defence, trade]`"),
    Rule("B106", E, "A key stands twice", "Only one of the two could be meant.", "keep one of them", "two lines `title:`", "one line `title:`"),
    Rule("B107", E, "An anchor, alias, merge key or tag of YAML", "They hide what a value is, and can be made to explode.", "write the value out", "`<<: *defaults`", "the keys that `*defaults` stands for, each on a line of its own"),
    Rule("B108", E, "The front matter is not a list of keys", "A document is described by keys and values.", "write `key: value` lines between the two `---`", "`- title: Harbour`", "`title: Harbour`"),
    Rule("B109", W, "Blank lines before the front matter", "Other tools would not see the front matter.", "delete them, so that `---` is the first line", "an empty first line", "`---` as the first line"),
    Rule("B110", E, "The file is too large or too deep", "A page of this size cannot be read, and could stop the build.", "split it", "a body of 3 MB", "two documents that refer to each other"),
    Rule("B111", E, "A link out of the content root", "Only what lies in the content root may be published.", "copy the file into the content root", "a symbolic link to a folder elsewhere", "the folder itself, copied into the content root"),
    Rule("B112", W, "An invisible or control character", "It can turn text around or hide it.", "delete it", "U+202E in a title", "the title without it"),
    Rule("B113", E, "A character that no page can carry", "NUL and its like are refused by browsers and parsers.", "delete it", 'title: "A\\0B"', 'title: "AB"'),
    Rule("B114", E, "A text with `: ` is not in quotes", "YAML reads what follows as another value.", "put the text in quotes", "title: India: the framework", 'title: "India: the framework"'),
    Rule("B115", E, "A document's name ends otherwise than in .md", "It would be left out without a word.", "rename it so that it ends in .md", "`harbour.MD`, `harbour.markdown`", "`harbour.md`"),
    Rule("B116", E, "What cannot be read", "What cannot be read cannot be checked, and nothing unchecked is published.", "make it a file with a plain name that you may read, or delete it", "a pipe, a device, a folder without leave to read", "an ordinary file or folder that you may read"),
    Rule("B117", E, "A path that stands in two content roots", "Roots lie over each other as one content; nothing is replaced without a word.", "rename or delete one of the files", "`docs/actors/india.md` in the base and in an overlay", "`docs/actors/india.md` in the base alone; what the overlay adds, in a document of another name"),
    Rule("B118", W, "A text that ends at a `#`", "After a space, `#` begins a comment: what follows it would be lost without a word.", "put the text in quotes, or a space after the `#` of a comment", "`title: Corridor #4 opens`", '`title: "Corridor #4 opens"`'),
    Rule("B119", W, "A document in a folder where none lie", "Its folder says what a document is; elsewhere it would be left out without a word.", "move it: briefs to `briefs/`, articles, actors, topics and agreements to `docs/articles/`, `docs/actors/` and so on", "`docs/briefs/harbour.md`, `docs/article/harbour.md`", "`briefs/2025/harbour.md`, `docs/articles/harbour.md`"),
    Rule("B120", W, "A file's name that not every system can keep", "What holds it, a site or its content, cannot be unpacked, cloned or served everywhere.", "give it another name, and write that where the file is linked", "`docs/assets/CON.json`, `a:b.json`, `Map.png` beside `map.png`", "`docs/assets/convoy.json`"),
)  # fmt: skip

FIELD_RULES = (
    Rule("B201", E, "An unknown key", "A misspelt key would be lost without a word.", "correct or delete it", "`sumary: …`", "`summary: …`"),
    Rule("B202", E, "A required key is missing", "The page needs it.", "add it", "a brief without `summary`", "a brief with `summary: Fees will rise before the summer.`"),
    Rule("B203", E, "Text is due", "YAML reads an unquoted `no`, `true`, number, date or empty value as something else.", "put it in quotes", "`title: no`", '`title: "no"`'),
    Rule("B204", E, "A list is due", "A single text would be taken apart.", "write it as a list: `[one, two]`", "`topics: defence`", "`topics: [defence]`"),
    Rule("B205", E, "Keys and values are due", "This entry has parts of its own.", "write its parts as `key: value`", "`events: [signing]`", "`events: [{date: 2025-10-31, title: Signing}]`"),
    Rule("B206", E, "Not a day", "A publication day is a day of the calendar.", "write year, month and day, as in 2025-11-03", "`date: 2025-02-30`", "`date: 2025-02-28`"),
    Rule("B207", E, "Not a date as EDTF writes it", "Dates are as precise as their source, never more.", "write 2024, 2024-08, 2024-08-22, 2024-08~, or a span 2024/2025", "`date: August 2024`", "`date: 2024-08`"),
    Rule("B208", E, "Not one of the choices", "Only these words have a meaning here.", "write one of these words", "`status: final`", "`status: published`"),
    Rule("B209", E, "Yes or no is due", "Anything else is no answer.", "write true or false", "`binding: maybe`", "`binding: false`, or no key `binding` where nobody says so"),
    Rule("B210", E, "Text has the wrong form", "Titles are one line, and no text is empty.", "write one line of text", 'title: ""', "title: Harbour fees rise"),
    Rule("B211", E, "The id is not well formed", "Ids are addresses: they must work on every system, for ever.", "use lower-case letters, digits and single hyphens, 80 at most, with a letter", "`id: Harbour_Visit`", "`id: harbour-visit`"),
    Rule("B212", E, "The id is reserved", "The site or a system uses this name itself.", "choose another", "`id: con`", "`id: consultation`"),
    Rule("B213", E, "An id stands twice", "Two pages cannot have one address.", "give one of them another id", "the same id in two files", "two files, each with an id of its own"),
    Rule("B214", E, "A time without a zone", "The day it means is not certain.", "add the zone, as in 2025-11-01T00:30:00+05:30, or write the day alone", "`date: 2025-11-01T00:30:00`", "`date: 2025-11-01T00:30:00+05:30`"),
    Rule("B215", W, "A list names something twice", "The second is lost.", "delete one", "`topics: [trade, trade]`", "`topics: [trade]`"),
    Rule("B216", W, "A publication date in the future", "Readers would see a date that has not come.", "correct it, or keep the document in `status: draft`", "`date: 2099-01-01`", "`date: 2025-11-03`"),
    Rule("B217", W, "A publication date long ago", "It is probably a slip.", "correct the year", "`date: 0001-01-01`", "`date: 2025-01-01`"),
    Rule("B218", W, "A title that is a number", "It may have been meant as something else.", "put it in quotes", "`title: 1984`", '`title: "1984"`'),
    Rule("B219", E, "An end before its beginning", "A span runs forwards.", "exchange or correct the dates", "`from: 2025, to: 2019`", "`from: 2019, to: 2025`"),
    Rule("B220", E, "Not an address of the web", "Links go to http or https addresses.", "write the whole address, https://…", "`url: javascript:…`", "`url: https://example.org/report`"),
    Rule("B221", E, "A code has the wrong form", "Codes of other bodies have one form each.", "write it as the message says", "`country: India`", "`country: IN`"),
    Rule("B222", W, "A summary of another form", "Lists, feeds and search show it whole, and as plain text.", "say it in one to three sentences without Markdown", "a summary of five sentences", "a summary of two sentences, and the rest in the text"),
    Rule("B223", E, "Two keys where one is due", "Readers are shown one of them, and it may be the wrong one.", "delete one", "`signatories: [{actor: ann-lee, name: Ann Lee, for: india}]`", "`signatories: [{actor: ann-lee, for: india}]`"),
)  # fmt: skip

REFERENCE_RULES = (
    Rule("B301", E, "An id that does not exist", "A reference to nothing helps no reader.", "correct it, or make the document", "`actors: [rajnat-singh]`", "`actors: [rajnath-singh]`"),
    Rule("B302", E, "A circle", "Nothing is a part of itself.", "take one of the links out", "a is part of b, b is part of a", "a is part of b, b is part of nothing"),
    Rule("B303", E, "Related to its own ancestor", "SKOS keeps `related` and `broader` apart.", "delete it from `related`", "`broader: [trade]`, `related: [trade]`", "`broader: [trade]` alone"),
    Rule("B304", E, "A former id is taken", "An old address can lead to one page only.", "delete it from `former`", "`former: [india]` where an actor india exists", "`former: [bharat]`, where no actor has that id"),
    Rule("B305", E, "A hand link to nothing", "The author meant a page that is not there.", "correct the id", "`[[actors/rajnat-singh]]`", "`[[actors/rajnath-singh]]`"),
    Rule("B306", W, "A link or image to nothing", "It is shown as its text; a link to a place that a document does not have, by hand too, leads to its top.", "correct the path", "`[the annex](nowhere.md)`", "`[the annex](annex.pdf)`, with that file beside the document"),
    Rule("B307", E, "A source that is not listed", "Readers must find what a statement rests on.", "add it to `sources`, or correct the id", "`sources: [wire]` without a source `wire`", "`sources: [wire]`, and a source with `id: wire` in the document's own `sources`"),
    Rule("B308", E, "An event that nobody wrote out", "An entry with an id alone tells an event of another document.", "correct the id, or add date and title", "`events: [{id: signing}]`", "`events: [{id: signing, date: 2025-10-31, title: Signing}]`"),
    Rule("B309", E, "A judgement that does not exist", "What was replaced must be found.", "write it as brief-id#judgement-id", "`replaces: first-look#j9`", "`replaces: first-look#j1`"),
    Rule("B310", E, "A hand link that could mean two pages", "Nothing is linked on a guess.", "write the kind: `[[actors/…]]`", "`[[icet]]` where a topic and an agreement have that id", "`[[agreements/icet]]`"),
    Rule("B311", W, "It leads to what is not published", "Readers cannot go there; the reference, or the event that no published document writes out, is left out until it is published.", "publish the other document, or take the reference out", "an article that rests on a draft", "an article that rests on a published one"),
    Rule("B312", W, "A file that is not published", "Pages, scripts and styles come from the tool; files of authors run nothing in a reader's browser, and say nothing besides what they show.", "use a picture, a PDF or a file of data", "`[the tool](tool.html)`", "`[the figures](figures.csv)`"),
    Rule("B313", W, "It points to itself", "It leads readers nowhere.", "take it out", "an article with itself in `see_also`", "`see_also` with other documents alone"),
    Rule("B314", E, "No address that is gone", "What is listed under `gone` tells readers who come back; it must be an address of this site at which nothing stands.", "write it as kind/id, or take the entry out", "`address: briefs/harbour` while that brief is there for the same readers", "`address: briefs/harbour`, once that brief is deleted"),
    Rule("B315", W, "Signed for somebody who is no party", "One of the two is a slip, and readers cannot tell which.", "correct `for`, or add the party to `parties`", "`parties: [india]` and a signatory `for: france`", "`parties: [india, france]` and a signatory `for: france`"),
)  # fmt: skip

NAME_RULES = (
    Rule("B401", E, "An alias is another profile's name", "Readers would be sent to the wrong page.", "delete the alias, or make it longer", "alias `India` on another actor", "alias `Republic of India` on one actor alone"),
    Rule("B402", W, "Two profiles share a name", "It is never linked by itself.", "link it by hand where it matters: [[actors/…|name]]", "alias `Singh` on two actors", "alias `Rajnath Singh` on one, `Manmohan Singh` on the other"),
    Rule("B403", E, "An alias is too short", "One letter is found in every text.", "delete it, or write it out", '`aliases: ["X"]`', '`aliases: ["X Corporation"]`'),
    Rule("B404", W, "A name that could be two", "It was not linked: nothing is linked on a guess.", "write [[kind/id|name]] where you mean one of them", "`Singh` in a text, with two of them known", "`[[actors/rajnath-singh|Singh]]`"),
)  # fmt: skip

MARKING_RULES = (
    Rule("B501", E, "TLP:RED", "Such text is for named people and has no place in a shared repository.", "take it out of the repository", "`marking: TLP:RED`", "`marking: TLP:AMBER+STRICT`, and a text that its readers may have"),
    Rule("B502", E, "It names what is marked higher", "The name alone would tell readers of the lower marking.", "raise this document's marking, or take the name out", "a TLP:CLEAR article about a TLP:AMBER actor", "a TLP:AMBER article about a TLP:AMBER actor"),
    Rule("B503", W, "A lower brief stays current", "Readers who may not see what took its place would take it for our view of today.", "withdraw the lower brief, or replace it by one that they may see", "a TLP:AMBER brief that supersedes a TLP:CLEAR one", "the TLP:CLEAR brief with `status: withdrawn`"),
    Rule("B504", E, "Marked lower than its overlay", "An overlay is for fewer readers; a low marking would show it to all.", "mark it as high as the overlay asks, or move it to the base", "`marking: TLP:CLEAR` in an overlay", "`marking: TLP:AMBER` in an overlay that asks for it"),
    Rule("B506", E, "A marked section that cannot be read surely", "What a section fails to hold would be published.", "open it with a line `::: TLP:AMBER` and close it with a line `:::`, with nothing before them", "`> ::: TLP:AMBER`, or no line `:::` after it", "`::: TLP:AMBER` on a line of its own, the text, and a line `:::`"),
    Rule("B507", W, "A marked section without effect", "It hides nothing that is not hidden without it.", "delete its two fences, or mark it higher", "a section TLP:GREEN in a TLP:AMBER article", "a section TLP:AMBER+STRICT in a TLP:AMBER article"),
    Rule("B508", E, "A text that does not stand without its marked sections", "Readers of the lower marking get the text without them: it must hold together, and tell nothing of them.", "move both into the section, or both out of it", "a footnote outside of the section that alone refers to it", "the footnote and what refers to it, both in the section"),
    Rule("B509", W, "A label that hides nothing", "Readers take it for a marking; without a section or a `marking`, everybody who may read the document is shown the text.", "put the text between `::: TLP:AMBER` and `:::`, give its entry a `marking`, or delete the label", "`(TLP:AMBER) They did not agree.` in a TLP:CLEAR article", "the same words between a line `::: TLP:AMBER` and a line `:::`"),
    Rule("B510", W, "It leads to a place that not all its readers see", "A judgement or a heading marked higher is not on their page: the link leads them to its top, and does not say where to look.", "link to the page itself, or put the link into a section as high as the place", "`[[briefs/first-look#j2]]` in a TLP:CLEAR article, where j2 is TLP:AMBER", "`[[briefs/first-look]]`"),
)  # fmt: skip

BODY_RULES = (
    Rule("B601", W, "HTML that cannot be published", "Pages run nothing that authors write; it was taken out.", "delete it, or say it in Markdown", "`<script>` in the text", "the same in Markdown, or nothing"),
    Rule("B602", W, "A link that could run something", "It was taken out; its text is shown.", "link to an https address or to a file", "`[x](javascript:…)`", "`[x](https://example.org/)`"),
    Rule("B603", W, "An HTML comment", "Comments are not published; an open one would hide the rest.", "delete it", "`<!-- to do`", "the text without the comment"),
    Rule("B604", W, "The body is empty", "Readers come for a text.", "write it", "front matter with nothing below", "front matter with a text below"),
    Rule("B605", E, "The body is nested too deep", "It cannot be laid out, and could stop the build.", "use fewer levels", "500 quotes inside each other", "a quote, and a quote in it"),
    Rule("B606", W, "A text is still to be written", "A new document says what belongs where; readers want the text itself.", "write it in the place of the words that begin with `Write:`", '`summary: "Write: …"` in a draft', '`summary: "Fees will rise before the summer."`'),
    Rule("B607", E, "Published with a text still to be written", "Readers would see the instructions and no text.", "write it, or set `status: draft`", "a published brief with a line `Write: what is known`", "a published brief with the text itself"),
    Rule("B608", W, "Markdown that is shown as it was typed", "Readers see its signs, and not the list, link, note, table or code that was meant.", "mend it as the message says, or write a backslash before a sign that is meant to be seen", "`- Chennai` right below a line of text", "a blank line between the text and `- Chennai`"),
    Rule("B621", W, "A name that no profile has", "Readers cannot follow it, and nothing is found under it.", "make the profile, correct the name, or list it under `unchecked`", "`Rajnath Sing` in a text", "`Rajnath Singh`, who has a profile"),
    Rule("B622", W, "A surname that several people have", "Readers cannot tell who is meant.", "write the whole name, or link it by hand", "`Singh` in a text that names no Singh in full", "`Rajnath Singh` at the first mention"),
    Rule("B623", W, "A date that no event carries", "It is missing on the timeline.", "add it to `events`, or list it under `unchecked`", "`on 31 October 2025` in a text, and no event of that day", "`events: [{date: 2025-10-31, title: Signing}]`"),
)  # fmt: skip

BRIEF_RULES = (
    Rule("B701", E, "Not a likelihood of the scale", "The words have ranges; other words have none.", "use a term of the scale as printed", "`likelihood: highly likely` on icd203", "`likelihood: very likely`"),
    Rule("B702", E, "A horizon without a likelihood", "What can be checked by a date must say how likely it is.", "add `likelihood`", "`horizon: 2027` alone", "`horizon: 2027` and `likelihood: likely`"),
    Rule("B703", E, "Likelihood or confidence inside a judgement's text", "They stand in their own keys, and never in one sentence.", "state the event alone", "`text: It is likely that …`", "`text: The port raises its fees.` and `likelihood: likely`"),
    Rule("B704", W, "An earlier judgement is dropped", "Readers of the earlier brief want to know what became of it.", "keep it, or name it in a judgement's `replaces`", "a superseding brief without it", "a superseding brief with `replaces: first-look#j1` at the judgement that takes its place"),
    Rule("B705", W, "Both rows of ICD 203 are used", "The standard asks for one row of words in a product.", "keep to one row", "`likely` and `highly probable` in one brief", "`likely` and `very likely` in one brief"),
    Rule("B706", E, "A published brief rests on nothing", "An assessment names what it rests on.", "add `articles` or `sources`", "a brief without both", "a brief with `articles: [harbour-talks]`"),
    Rule("B707", W, "An article without sources", "Readers cannot tell where it comes from.", "add `sources`", "an article without `sources`", "an article with `sources: [{title: Statement of the port}]`"),
    Rule("B708", E, "Not reviewed", "This site publishes briefs that a second person has read.", "add one of `reviewers` who is not an author", "`review: required`, no reviewer", "`review: required`, and `reviewers: [R. Two]` under a brief of another author"),
    Rule("B709", W, "Confirmed, by one origin only", "Credibility 1 means confirmed by another, independent source.", "add the second source, or grade it 2", "`credibility: 1` on the only source", "`credibility: 2`, or a second source of another origin"),
    Rule("B710", E, "A withdrawn document does not say why", "Readers who come back must be told.", "add `withdrawn_because`", "`status: withdrawn` alone", "`status: withdrawn` and `withdrawn_because: Its only source was withdrawn.`"),
    Rule("B711", E, "A change that matters is called minor", "Readers pass minor changes over, and would miss that a judgement, a marking, a date, an actor or a source is another.", "set `kind: major` in the note, or `kind: correction` where the old value was a mistake", "`changes: [{date: 2025-12-01, note: Wording, kind: minor}]` with another `likelihood`", "`changes: [{date: 2025-12-01, note: Likelihood raised after the signing, kind: major}]`"),
    Rule("B712", W, "What a judgement said is not kept", "Readers who relied on it find another value, and no word of the old one.", "put the old value under `was`, with the day and why it was changed, or tell a `correction` under `changes`", "`likelihood: unlikely`, which was published as `likely`", "`was: [{date: 2025-12-01, likelihood: likely, note: The talks failed}]` besides"),
)  # fmt: skip

EVENT_RULES = (
    Rule("B801", E, "An event without its parts", "An event has a date and a title, or only the id of one told elsewhere.", "add what is missing", "`events: [{title: Signing}]`", "`events: [{date: 2025-10-31, title: Signing}]`"),
    Rule("B802", W, "An event stands twice in one document", "It is shown once.", "delete one", "two entries with one id", "one entry with that id"),
    Rule("B803", W, "An event that is probably told elsewhere", "Events merge by their ids alone: without one, the timeline shows it twice.", "give both entries the same `id` if they tell one event, and this one an `id` of its own if they do not", "two articles with `{date: 2025-10-31, title: The pact is signed}`", "two articles with `{id: pact-signed, date: 2025-10-31, title: The pact is signed}`"),
)  # fmt: skip

SETTING_RULES = (
    Rule("B901", E, "A setting is wrong", "Nothing is built on a guess of what was meant.", "correct it in mkdocs.yml", "`marking: TLP:WHITE`", "`marking: TLP:CLEAR`"),
    Rule("B902", E, "A setting that a content root cannot make", "Hooks, plugins and theme folders are code, and code comes from the tool.", "delete it", "`hooks:` in a content root's mkdocs.yml", "a mkdocs.yml without `hooks:`"),
)  # fmt: skip

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rules in (
            FILE_RULES, FIELD_RULES, REFERENCE_RULES, NAME_RULES, MARKING_RULES,
            BODY_RULES, BRIEF_RULES, EVENT_RULES, SETTING_RULES,
        )
        for rule in rules
    }
)  # fmt: skip
