"""Non-interference: what an audience is shown does not depend on anything above its marking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import _proof_sites as sites
from _proof_cases import Case, smaller
from _proof_changes import change
from _proof_contents import content
from _proof_parts import MARKINGS
from _proof_report import Leak, Step, difference
from _proof_root import Files, Root
from _proof_sites import Press
from _proof_visible import visible
from briefing.edge.content.assemble import Checked
from briefing.model.marking import Audience

DISORDERLY = 0.3
"""How many contents name what is higher: their errors stop a build, and must leak no more for that."""
MOST_TRIES = 60
"""Contents and changes drawn until one pair can be built."""
BUILD_COSTS = 10
"""So many times as long as the pure stages a build takes."""
OWN_PAGE = "docs/about/index.md"
"""A page that the tool has too."""


@dataclass(frozen=True)
class Trial:
    """Holds pairs of contents against each other, for the audiences of a press."""

    press: Press
    seed: int
    tries: int = 120
    """To make a failing case smaller."""

    def contents(self, count: int, audiences: Sequence[Audience], say: Callable[[str], None]) -> list[Step]:
        """So many contents through the pure stages; an audience is done with at its first leak."""
        steps = {audience: Step("random contents", audience.name) for audience in audiences}
        for number in range(count):
            if all(step.leaks for step in steps.values()):
                break
            if number and number % 50 == 0:
                say(f"Random contents: {number} of {count}")
            chance = Random(f"{self.seed} content {number}")
            root, writer = content(chance, orderly=chance.random() >= DISORDERLY)
            files = root.all()
            checked = self.press.check(files, root.authors)
            for audience, step in steps.items():
                if step.leaks:
                    continue
                after, said = change(root, writer, audience, self.press.settings.marking)
                changed = after.all()
                self._hold_the_premise(files, changed, audience)
                site = self.press.site(checked, audience)
                step.count(overlays=int(bool(after.laid_over)))
                step.count(contents=1, with_errors=int(checked.has_errors), changes=len(said))
                step.count_site(site)
                if difference(site, self._site(changed, after, audience)):
                    step.leaks.append(self._smallest(Case(root, after), audience, f"content {number}", said))
        return list(steps.values())

    def builds(self, count: int, audiences: Sequence[Audience], say: Callable[[str], None]) -> list[Step]:
        """So many contents through whole builds."""
        steps = {audience: Step("whole builds", audience.name) for audience in audiences}
        for number in range(count):
            say(f"Whole builds: {number + 1} of {count}, for {len(audiences)} audiences")
            for audience, step in steps.items():
                if not step.leaks:
                    self._build(number, audience, step)
        return list(steps.values())

    def _build(self, number: int, audience: Audience, step: Step) -> None:
        case, said = self._buildable(Random(f"{self.seed} build {number} {audience.name}"), audience)
        one, other = (self._built(root, audience) for root in (case.before, case.after))
        step.count(contents=1, changes=len(said))
        step.count_site(one)
        leak = difference(one, other)
        if leak:
            small = smaller(case, lambda one: self._builds_differ(one, audience), self.tries // BUILD_COSTS)
            step.leaks.append(replace(leak, case=self._lines(small, f"build {number}", said)))

    def _builds_differ(self, case: Case, audience: Audience) -> bool:
        if not self._is_fair(case.before.all(), case.after.all(), audience):
            return False
        try:
            one, other = (self._built(root, audience) for root in (case.before, case.after))
        except sites.NotBuilt:
            return False
        return difference(one, other) is not None

    def _buildable(self, chance: Random, audience: Audience) -> tuple[Case, list[str]]:
        """A content and a change of it, neither with an error."""
        for _ in range(MOST_TRIES):
            root, writer = content(chance, orderly=True)
            if chance.random() < 0.5:
                root.texts[OWN_PAGE] = writer.page(OWN_PAGE, chance.choice(MARKINGS))
            after, said = change(root, writer, audience, self.press.settings.marking)
            both = (root, after)
            if said and not any(self._checked(one.all(), one).has_errors for one in both):
                self._hold_the_premise(root.all(), after.all(), audience)
                return Case(root, after), said
        raise sites.NotBuilt(f"none of {MOST_TRIES} random contents could be built")

    def _built(self, root: Root, audience: Audience) -> dict[str, bytes]:
        with TemporaryDirectory(prefix="briefing-proof-") as folder:
            return sites.built(
                root.layers(self.press.settings), audience, Path(folder), papers=self.press.papers
            )

    def _site(self, files: Files, root: Root, audience: Audience) -> dict[str, bytes]:
        return self.press.site(self._checked(files, root), audience)

    def _checked(self, files: Files, root: Root) -> Checked:
        return self.press.check(files, root.authors, root.laid_over)

    def _smallest(self, case: Case, audience: Audience, name: str, said: Sequence[str]) -> Leak:
        def leak(one: Case) -> Leak | None:
            before, after = one.before.all(), one.after.all()
            if not self._is_fair(before, after, audience):
                return None
            return difference(
                self._site(before, one.before, audience), self._site(after, one.after, audience)
            )

        small = smaller(case, lambda one: leak(one) is not None, self.tries)
        found = leak(small)
        assert found
        return replace(found, case=self._lines(small, name, said))

    def _lines(self, small: Case, name: str, said: Sequence[str]) -> tuple[str, ...]:
        what = f"seed {self.seed}, {name}, in which was changed:"
        return (what, *(f"- {one}" for one in said), "the smallest case found:", *small.lines())

    def _is_fair(self, before: Files, after: Files, audience: Audience) -> bool:
        """Both contents are the same to one who may not see more."""
        marking = self.press.settings.marking
        return visible(before, audience, marking) == visible(after, audience, marking)

    def _hold_the_premise(self, before: Files, after: Files, audience: Audience) -> None:
        if not self._is_fair(before, after, audience):
            raise AssertionError(
                "a change above the marking changed what lies below it: a mistake of the proof"
            )
