"""What templates print once: for the same keys, for as long as an environment lives, and never for others."""

from dataclasses import dataclass

from jinja2 import DictLoader, Environment

from briefing.pages.once import Once

TEMPLATES = {
    "one": "{% once thing %}{{ thing.count() }}{% endonce %}",
    "two": "{% once thing, word %}{{ thing.count() }} {{ word }}{% endonce %}",
    "none": "{% once %}{{ thing.count() }}{% endonce %}",
    "text": "{% once word %}<b>{{ word }}</b>{% endonce %}",
    "parts": "{% macro part(thing) %}{% once thing %}{{ thing.count() }}{% endonce %}{% endmacro %}",
    "list": '{% import "parts" as parts %}{% for thing in things %}{{ parts.part(thing) }};{% endfor %}',
}


@dataclass(eq=False)
class Thing:
    """Counts how often it was printed."""

    printed: int = 0

    def count(self) -> int:
        self.printed += 1
        return self.printed


def environment() -> Environment:
    return Environment(loader=DictLoader(TEMPLATES), extensions=[Once], autoescape=True)


def test_a_part_is_printed_once_for_the_same_thing() -> None:
    templates, thing = environment(), Thing()

    assert [templates.get_template("one").render(thing=thing) for _ in range(3)] == ["1", "1", "1"]
    assert templates.get_template("one").render(thing=Thing(41)) == "42"


def test_each_key_counts() -> None:
    template, thing = environment().get_template("two"), Thing()

    assert [template.render(thing=thing, word=word) for word in ("a", "b", "a")] == ["1 a", "2 b", "1 a"]


def test_each_place_keeps_its_own() -> None:
    templates, thing = environment(), Thing()

    assert [templates.get_template(name).render(thing=thing) for name in ("one", "none", "one")] == [
        "1",
        "2",
        "1",
    ]


def test_another_environment_begins_anew() -> None:
    thing = Thing()

    assert [environment().get_template("one").render(thing=thing) for _ in range(2)] == ["1", "2"]


def test_a_thing_that_comes_later_is_never_taken_for_one_that_is_gone() -> None:
    template = environment().get_template("one")

    assert [template.render(thing=Thing(n)) for n in range(50)] == [str(n + 1) for n in range(50)]


def test_texts_are_escaped_once() -> None:
    template = environment().get_template("text")

    assert [template.render(word="a & b") for _ in range(2)] == ["<b>a &amp; b</b>"] * 2


def test_a_part_of_an_imported_template_is_printed_once() -> None:
    thing, other = Thing(), Thing(5)

    assert environment().get_template("list").render(things=(thing, other, thing)) == "1;6;1;"
