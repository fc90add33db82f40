"""How large content may be: every limit, what it is of, and why it stands where it does."""

from __future__ import annotations

from typing import NamedTuple


class Limit(NamedTuple):
    """The most that may stand somewhere."""

    most: int
    of: str
    why: str


# One file.
FILE = Limit(1_000_000, "bytes in a document, and in `mkdocs.yml`", "some 150,000 words")
FRONT_MATTER = Limit(400_000, "characters of front matter", "what is longer is a text, and stands below it")
VALUES = Limit(20_000, "keys and values in a front matter", "each of them can be a problem of its own")
ENTRIES = Limit(2_000, "entries in a list, and keys in a group", "no reader goes through more")
DEPTH = Limit(12, "levels of lists and keys inside each other", "the deepest field that exists has 6")
TEXT = Limit(20_000, "characters in a value", "what is longer is a text, and stands below the front matter")
LINE = Limit(2_000, "characters in a value of one line, such as a title", "every list and feed repeats it")
NAMES = Limit(500, "aliases of a profile, and as many under `hidden` and `not`", "each is sought everywhere")
NAME = Limit(200, "characters in a name of a profile", "likewise; no name that people say is longer")
ALL_NAMES = Limit(200_000, "names of all profiles together", "the search for them must fit in memory")
HIERARCHY = Limit(25, "levels of `broader` and of `part_of`", "a page shows the whole way up")
TOLD = Limit(200, "problems of one code in one file", "the last line says how many more there are")

# Files and folders.
FILES = Limit(100_000, "files in a content root", "their names alone must fit in memory")
FOLDERS = Limit(12, "folders inside each other", "systems and archives cut deeper paths off")
PATH = Limit(200, "characters in a path below the content root", "Windows bears 260, with all before it")

# One body.
QUOTES = Limit(20, "quotes inside each other; what is deeper counts as text", "no screen has room for more")
LISTS = Limit(24, "lists inside each other; what is deeper counts as the deepest", "likewise")
BEGUN = Limit(1_000, "quotes and lists, one in the other, that begin on one line", "likewise")
OPEN = Limit(500, "brackets left open in one paragraph", "the converter seeks the end of each")
LINES = Limit(2_000, "headings or definitions in a row without a blank line", "each is read in the last")
PARAGRAPHS = Limit(30_000, "paragraphs", "what holds many of them is read anew for each")
TEXT_LINES = Limit(100_000, "lines", "each can be an element, and an element takes memory")
SIGNS = Limit(150_000, "signs of Markdown", "each can be an element, and an element takes memory")
WORK = Limit(
    3_000_000_000,
    "times that a character of a paragraph is looked at, for all its signs",
    "a paragraph is read anew for each sign: 8,000 signs in 50,000 characters are a seventh",
)
HEADINGS = Limit(2_000, "headings", "the contents list repeats them")
FENCES = Limit(2_000, "lines that begin or end a block of code", "each end is sought in all that follows")
COLOURED = Limit(
    40_000, "characters of code in colours; what is more is shown without", "colouring takes the most time"
)
ITEMS = Limit(50_000, "items of lists", "each is an element or two")
CELLS = Limit(50_000, "cells of tables, with those that short rows leave out", "each is an element")
TAGS = Limit(20_000, "tags of HTML", "each is held against all that are open")
LEFT_OPEN = Limit(
    100_000, "elements that tags left open add to later paragraphs", "HTML opens them anew in each"
)
NOTES = Limit(4_000, "footnotes and signs of footnotes", "each note lists all its signs")
DEFINITIONS = Limit(2_000, "definitions of links and abbreviations", "each is sought in every text")
USES = Limit(5_000, "uses of abbreviations", "each repeats what it stands for")
REPEATED = Limit(
    5_000_000, "characters that definitions and contents lists may add", "a page of this size cannot be read"
)
TOGETHER = Limit(500, "actors and agreements of a text that count as appearing together", "more are a list")
FOUND = Limit(200_000, "names found in a text", "the graph and the reports keep each of them")

ALL = tuple(value for value in tuple(globals().values()) if isinstance(value, Limit))
