"""Templates compiled to plainer Python: fields are read and macros called directly, plain texts not escaped.

Jinja names `Environment.code_generator_class` as the place for this; it was tried with Jinja 3.1.6. Templates
print the same without it, and take twice as long.
"""

from __future__ import annotations

from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup, escape

IMPORT = f"from {__name__} import printed as printed, safe as safe"

printed = partial(str.__new__, Markup)
"""Text that a template has printed, as markup: no question whether it is, which `Markup` asks."""


def safe(value: object) -> str:
    """A value as HTML text: escaped, but for what is markup already."""
    kind = type(value)
    if kind is str:
        text: str = value  # type: ignore[assignment]
        # Five searches by themselves are quicker than one for all of the five.
        if "<" in text or "&" in text or '"' in text or "'" in text or ">" in text:
            return escape(text)
        return text
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)


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
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
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

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)  # what is undefined prints as nothing
        super().visit_CondExpr(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function that takes what the template names, as Python calls functions."""
        names = [one.name for one in macro_ref.node.args]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
        takes_any = macro_ref.accesses_kwargs or macro_ref.accesses_varargs or any(map(iskeyword, names))
        if takes_any or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super().macro_def(macro_ref, frame)
            return
        given = "".join(f"{name}=missing, " for name in names)
        self.write(f"lambda {given}*, macro=macro: printed(macro({', '.join(names)}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("safe(")
