"""Templates compiled to plainer Python: fields are read and macros called directly, plain texts not escaped.

Jinja names `Environment.code_generator_class` as the place for this; it was tried with Jinja 3.1.6. Templates
print the same without it, and take half as long again.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

MARKUP = re.compile("[<>&'\"]")
IMPORT = f"from {__name__} import safe as safe"


def safe(value: object) -> str:
    """A value as HTML text: escaped, but for what is markup already."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str and not MARKUP.search(value):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


class Direct(CodeGenerator):
    """Writes the Python of a template whose values are dataclasses, and whose callables want no context."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(IMPORT)
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("safe(")
