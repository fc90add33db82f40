"""Prove that no site tells an audience of what is marked above it: on this content and on made-up ones."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import _proof_canaries as canaries
import _proof_real as real
import _proof_report as report
import _proof_sites as sites
from _proof_interference import Trial
from _proof_real import Site
from _proof_report import Step
from _proof_sites import Press
from _proof_words import Canaries
from briefing.edge import terminal
from briefing.edge.content import configuration
from briefing.edge.content.assemble import check
from briefing.edge.content.roots import Root
from briefing.edge.tool import TOOL
from briefing.model.marking import Audience
from briefing.model.settings import Settings


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where all is proven, 1 where something leaks, 2 for wrong use or a build that broke."""
    asked = arguments().parse_args(argv)
    root = asked.root or TOOL
    checked = check(root, over=asked.over)
    settings = checked.configuration.settings
    audiences = tuple(one for one in settings.audiences if asked.audience in (None, one.name))
    if not audiences:
        arguments().error_of_audience(asked.audience, settings)
    if checked.has_errors:
        terminal.show([one for one in checked.problems if one.is_error], to_stderr=True)
        terminal.say("Nothing was proven: no site is built of content with errors. Mend them first.")
        return terminal.PROBLEMS
    try:
        steps = [
            *of_content(root, asked.over, settings, audiences, site_of(asked.builds, papers=asked.pdf)),
            *of_generated(settings, audiences, asked.contents, asked.builds, asked.seed, papers=asked.pdf),
        ]
    except sites.NotBuilt as error:
        for line in ("Nothing was proven: a build broke.", *str(error).splitlines()):
            terminal.say(terminal.printable(line))
        return terminal.BROKEN
    shown = "this project" if root == TOOL else str(root)
    write = report.as_json if asked.format == "json" else report.as_text
    print(write(steps, asked.seed, shown))
    return terminal.GOOD if all(step.is_proven for step in steps) else terminal.PROBLEMS


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--contents",
        type=number,
        default=60,
        metavar="N",
        help="random contents through the stages (else 60)",
    )
    parser.add_argument(
        "--builds",
        type=number,
        default=2,
        metavar="N",
        help="random contents through whole builds (else 2; 0: none)",
    )
    parser.add_argument(
        "--pdf",
        action="store_true",
        help="whole builds also print each brief, with the browser of this machine",
    )
    parser.add_argument("--seed", type=number, default=1, metavar="N", help="where chance begins (else 1)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_audience()
    parser.add_root()
    return parser


def number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number")
    return int(text)


def site_of(builds: int, *, papers: bool) -> Site:
    """What makes sites of the content that is there: whole builds, or the pure stages alone."""
    return partial(sites.built, papers=papers) if builds else sites.assembled


def of_content(
    root: Path, over: Sequence[Root], settings: Settings, audiences: Sequence[Audience], site: Site
) -> list[Step]:
    """The content that is there, for each audience."""
    layers = [real.layer(root, settings.marking)]
    for one in over:
        layers.append(real.layer(one.path, configuration.of_overlay(one.path, settings).marking))
    steps: list[Step] = []
    for audience in audiences:
        terminal.say(f"The content itself, for {audience.name}")
        steps += real.prove(layers, audience, site)
    return steps


def of_generated(
    settings: Settings, audiences: Sequence[Audience], contents: int, builds: int, seed: int, *, papers: bool
) -> list[Step]:
    """Made-up contents, for the audiences and the marking of the settings."""
    press = Press.of(Settings(settings.marking, settings.audiences, settings.audience), papers=papers)
    words, trial = Canaries(press, canaries.plant()), Trial(press, seed)
    terminal.say(f"Made-up contents, for {', '.join(audience.name for audience in audiences)}")
    steps = words.pure(audiences)
    if contents:
        steps += trial.contents(contents, audiences, terminal.say)
    if builds:
        steps += words.built(audiences, terminal.say)
        steps += trial.builds(builds, audiences, terminal.say)
    return steps


if __name__ == "__main__":
    terminal.leave(main())
