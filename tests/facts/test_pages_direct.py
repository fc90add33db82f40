"""Templates compiled to plainer Python print what Jinja itself prints."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from briefing.pages.direct import Direct, safe

PARTS = """
{% macro link(one, note="", strong=false) %}
<a href="{{ one.address }}">{{ one.label }}{{ note }}</a>{% if strong %}!{% endif %}
{% endmacro %}
{% macro boxed(title) %}<div>{{ title }}: {{ caller() }}</div>{% endmacro %}
{% macro each(several, class="<b>") %}
{{ class }}{% for one in several %}{{ caller(one) }}{% endfor %}
{% endmacro %}
{% macro any() %}{{ varargs | join }}{{ kwargs["more"] }}{% endmacro %}
"""
PAGE = """
{% import "parts" as br %}
{% for one in links %}
{{ br.link(one) }}{{ br.link(one, note=" & more", strong=loop.first) }}{{ loop.index }}
{% endfor %}
{% call br.boxed("<b>") %}{{ links[0].label | upper }} {{ html }} {{ 3 }} {{ none }}{% endcall %}
{% set kept %}{{ links[0].label }}{% endset %}{{ kept }} {{ links | length }}
{{ links[1].label | replace("'", "<") }}
{% call(one) br.each(links, class="&") %}
{{ br.link(one) }}{{ "; " if one.label }}{{ "?" if not one.label }}
{% endcall %}
{{ br.any("<", 2, more=">") }} {{ -1 }} {{ 0.5 }} {{ true }} {{ links | length + 1 }}
{% macro own(one, last=br.link(links[0])) %}{{ one }}{{ last }}{% endmacro %}
{{ own("<") }}{{ own(last="&", one=1) }}
"""


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    address: str


def printed(generator: type[CodeGenerator]) -> str:
    environment = Environment(loader=DictLoader({"parts": PARTS, "page": PAGE}), autoescape=True)
    environment.code_generator_class = generator
    links = [Link("A & B <script>", '"x"'), Link("it's", "y")]
    return environment.get_template("page").render(links=links, html=Markup("<i>kept</i>"))


def test_a_page_is_printed_as_by_jinja_itself() -> None:
    assert printed(Direct) == printed(CodeGenerator)
    assert "<script>" not in printed(Direct)


class Kept(str):
    """A text of a kind of its own."""


@pytest.mark.parametrize(
    "text", ["plain", "a < b", "a > b", "a & b", 'say "x"', "it's", "", 3, -0.5, True, None, Kept("<")]
)
def test_texts_are_escaped_as_by_markupsafe(text: object) -> None:
    assert safe(text) == escape(text)


def test_a_macro_takes_no_more_than_it_names() -> None:
    environment = Environment(loader=DictLoader({"parts": PARTS}), autoescape=True)
    environment.code_generator_class = Direct

    with pytest.raises(TypeError):
        environment.from_string("{% import 'parts' as br %}{{ br.boxed(1, 2, 3) }}").render()
