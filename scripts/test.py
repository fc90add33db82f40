"""Runs everything that has to hold: style, types, workflows, libraries, the tests, a real browser."""

from __future__ import annotations

import _environment

_environment.enter(dev=True)

import argparse
import os
import subprocess
import sys
import sysconfig
import time
from dataclasses import dataclass

import _chromium

ROOT = _environment.ROOT
PYTEST_FOUND_NO_TEST = 5
ZIZMOR = ("--offline", "--quiet", "--no-progress", "--persona=pedantic")
SKIPPED = "skipped: "
"""How a step that could not be taken begins its one sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that has to hold, and the command that tells."""

    name: str
    command: tuple[str, ...]


def style() -> tuple[Step, ...]:
    return (
        Step("format", _module("ruff", "format", "--check", "--quiet", ".")),
        Step("lint", _module("ruff", "check", "--quiet", ".")),
    )


def checks() -> tuple[Step, ...]:
    schema = ("check_jsonschema", "--builtin-schema")
    github = ROOT / ".github"
    workflows = sorted(str(path.relative_to(ROOT)) for path in github.glob("workflows/*.yml"))
    forms = sorted(
        str(path.relative_to(ROOT)) for path in github.glob("ISSUE_TEMPLATE/*.yml") if path.stem != "config"
    )
    return (
        *style(),
        Step("types", _module("mypy")),
        Step("workflows: safety", (_program("zizmor"), *ZIZMOR, ".github")),
        Step("workflows: form", _module(*schema, "vendor.github-workflows", *workflows)),
        Step("issue forms", _module(*schema, "vendor.github-issue-forms", *forms)),
        Step("updates", _module(*schema, "vendor.dependabot", ".github/dependabot.yml")),
        Step("known flaws of libraries", (sys.executable, "scripts/audit.py")),
    )


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog="All else is handed to pytest.", allow_abbrev=False
    )
    parser.add_argument("--long", action="store_true", help="also the tests that take minutes")
    parser.add_argument("--style", action="store_true", help="format and lint alone, as before a commit")
    options, for_pytest = parser.parse_known_args(argv)

    failed = [step.name for step in (style() if options.style else checks()) if not _passes(step)]
    if not options.style:
        selection = () if options.long else ("-m", "not long")
        pytest = _module("pytest", "-n", "2", "--dist", "worksteal", *selection, *for_pytest)
        if not _browser_is_ready(pytest):
            failed.append("browser")
        # Last and as it comes: its closing line is what people and CI look for.
        print(f"tests: {' '.join(pytest[1:])}", flush=True)
        if subprocess.run(pytest, cwd=ROOT, env=_keeping_bytecode(), check=False).returncode:
            failed.append("tests")
    print(f"not in order: {', '.join(failed)}" if failed else "all in order")
    return 1 if failed else 0


def _keeping_bytecode() -> dict[str, str]:
    """The environment, where each module is compiled once: the tests start a thousand processes."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _passes(step: Step) -> bool:
    began = time.monotonic()
    done = _environment.run(*step.command)
    seconds = time.monotonic() - began
    verdict = "FAILED" if done.returncode else "ok"
    if not done.returncode and done.stdout.startswith(SKIPPED):
        verdict = done.stdout.splitlines()[0]
    print(f"{step.name}: {verdict} ({seconds:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def _browser_is_ready(pytest: tuple[str, ...]) -> bool:
    """There is a browser, or no chosen test asks for one."""
    browser = _chromium.find()
    if browser is None:
        if (
            _environment.run(*pytest, "-n", "0", "--collect-only", "--quiet", "-m", "browser").returncode
            == PYTEST_FOUND_NO_TEST
        ):
            return True
        print("browser: none found, trying to install one", flush=True)
        browser = _chromium.install()
    if browser is None:
        print(f"browser: FAILED\n{_chromium.REMEDY}", flush=True)
        return False
    print(f"browser: {browser}", flush=True)
    return True


def _module(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *words)


def _program(name: str) -> str:
    """A tool that is no Python module, from the same environment."""
    return f"{sysconfig.get_path('scripts')}/{name}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
