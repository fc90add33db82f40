"""A command makes its own environment, once, and never a mess."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import _environment
from briefing.edge.delivery.lock import pinned

ROOT = Path(__file__).resolve().parents[2]
LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)", re.M)

COMMAND = """
import _environment
_environment.enter({arguments})
import json, os, sys, small
print(json.dumps([sys.prefix, sys.argv[1:], sys.path[0], small.VERSION, sys.stdout.encoding]))
raise SystemExit(7)
"""


class Project:
    """A small project beside this one, whose only dependencies are two wheels on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root.parent / "wheels"  # pip takes what follows a space for another folder
        self.place = root / ".venv"
        self.stamp = self.place / _environment.STAMP
        for folder in (root / "scripts", root / "hooks", self.wheels):
            folder.mkdir(parents=True)
        shutil.copy(_environment.__file__, root / "scripts")
        for name, arguments in {"run": "", "prove": "dev=True"}.items():
            text = COMMAND.format(arguments=arguments)
            (root / f"scripts/{name}.py").write_text(text, encoding="utf-8")
        self.lock("1.0")

    def lock(self, version: str) -> None:
        small, tools = self._wheel("small", version), self._wheel("tools", "1.0")
        (self.root / "requirements.txt").write_text(small, encoding="utf-8")
        (self.root / "requirements-dev.txt").write_text(small + tools, encoding="utf-8")

    def _wheel(self, name: str, version: str) -> str:
        path = self.wheels / f"{name}-{version}-py3-none-any.whl"
        info = f"{name}-{version}.dist-info"
        contents = {
            f"{name}.py": f"VERSION = '{version}'\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        with zipfile.ZipFile(path, "w") as archive:
            record = ""
            for inner, text in contents.items():
                digest = (
                    base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
                )
                record += f"{inner},sha256={digest},{len(text)}\n"
                archive.writestr(inner, text)
            archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
        return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"

    def start(self, *words: str, uv: bool = False, **environ: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=self.root.parent,
            env=self._environ(uv=uv) | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *words: str, uv: bool = False, **environ: str) -> tuple[int, str, str]:
        with self.start(*words, uv=uv, **environ) as child:
            output, errors = child.communicate(timeout=120)
            return child.returncode, output, errors

    def script(self, name: str = "run") -> str:
        return str(self.root / f"scripts/{name}.py")

    def _environ(self, *, uv: bool) -> dict[str, str]:
        """Wheels from the folder alone; no uv to be found unless wished for."""
        wheels = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        uv_wheels = {
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": str(self.wheels),
            "UV_NO_CONFIG": "1",
            "UV_OFFLINE": "1",
        }
        path = os.environ["PATH"] if uv else str(self.root / "nothing")
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("BRIEFING", "UV", "PIP"))
        }
        return kept | wheels | uv_wheels | {"PATH": path}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "a project")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, tuple[int, str, str]]]:
    """A project whose first command has just run, and what it answered."""
    project = Project(tmp_path_factory.mktemp("made") / "a project")
    yield project, project.run("-X", "utf8", project.script(), "--flag", "two words")


def test_the_first_command_makes_the_environment_and_runs_in_it(
    made: tuple[Project, tuple[int, str, str]],
) -> None:
    project, (code, output, errors) = made

    assert code == 7, errors
    prefix, arguments, first, version, encoding = json.loads(output)
    assert project.place.samefile(prefix)
    assert (project.root / "hooks").samefile(first)
    assert (arguments, version, encoding) == (["--flag", "two words"], "1.0", "utf-8")
    assert "preparing .venv from requirements.txt, with pip" in errors


def test_the_second_command_says_nothing(made: tuple[Project, tuple[int, str, str]]) -> None:
    project, _ = made

    code, _, errors = project.run(project.script())

    assert (code, errors) == (7, "")


def test_a_changed_lock_is_installed_and_tools_stay(project: Project) -> None:
    project.run(project.script("prove"))
    project.lock("2.0")

    code, output, errors = project.run(project.script())

    assert (code, '"2.0"' in output) == (7, True), errors
    assert "preparing .venv from requirements-dev.txt" in errors
    assert project.run(project.script("prove"))[2] == ""


def test_tools_come_when_a_command_asks_for_them(made: tuple[Project, tuple[int, str, str]]) -> None:
    project, _ = made

    first, second = project.run(project.script("prove")), project.run(project.script())

    assert "preparing .venv from requirements-dev.txt" in first[2]
    assert (second[0], second[2]) == (7, "")


def test_two_commands_at_once_make_one_environment(project: Project) -> None:
    with project.start(project.script()) as first, project.start(project.script()) as second:
        answers = [child.communicate(timeout=120)[1] for child in (first, second)]

    assert (first.returncode, second.returncode) == (7, 7), answers
    assert sum("preparing" in answer for answer in answers) == 1
    assert sum("waiting for another command" in answer for answer in answers) == 1


def test_what_cannot_be_installed_is_one_message_and_exit_code_2(project: Project) -> None:
    for wheel in project.wheels.iterdir():
        wheel.unlink()

    code, output, errors = project.run(project.script())

    assert (code, output) == (2, "")
    assert "what requirements.txt lists could not be installed" in errors
    assert "Traceback" not in errors
    assert not project.stamp.exists()


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ('open("nowhere/at/all")', "nowhere/at/all is not there: correct the path, or make it first\n"),
        ("raise RuntimeError('odd')", "RuntimeError: odd\n"),
    ],
)
def test_an_end_that_nobody_foresaw_is_not_taken_for_problems_in_content(
    tmp_path: Path, end: str, told: str
) -> None:
    script = tmp_path / "broken.py"
    start = f"import sys; sys.path.insert(0, {str(ROOT / 'scripts')!r})"
    script.write_text(f"{start}\nimport _environment\n_environment.enter()\n{end}\n", encoding="utf-8")

    done = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.endswith(told)
    assert ("Traceback" in done.stderr) == ("RuntimeError" in told)


def test_a_wheel_with_another_hash_is_refused(project: Project) -> None:
    lock = project.root / "requirements.txt"
    lock.write_text(re.sub(r"sha256:\w{8}", "sha256:00000000", lock.read_text()), encoding="utf-8")

    code, _, errors = project.run(project.script())

    assert code == 2
    assert "could not be installed" in errors


@pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on this machine")
def test_uv_is_used_where_it_is(project: Project) -> None:
    code, _, errors = project.run(project.script(), uv=True)

    assert code == 7, errors
    assert "with uv" in errors
    assert "with pip" not in errors


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script as a program")
def test_pip_does_it_where_uv_cannot(project: Project) -> None:
    broken = project.root / "nothing/uv"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho 'error: no uv in this version' >&2\nexit 127\n", encoding="utf-8")
    broken.chmod(0o755)

    code, _, errors = project.run(project.script())

    assert code == 7, errors
    assert "uv could not: error: no uv in this version" in errors


def test_a_folder_that_is_no_environment_is_left_alone(project: Project) -> None:
    thesis = project.root / "mine/thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("years of work", encoding="utf-8")

    code, _, errors = project.run(project.script(), BRIEFING_ENVIRONMENT=str(thesis.parent))

    assert code == 2
    assert "is no Python environment" in errors
    assert thesis.read_text(encoding="utf-8") == "years of work"


def test_an_environment_whose_python_is_gone_is_made_anew(made: tuple[Project, tuple[int, str, str]]) -> None:
    project, _ = made
    python = _environment._python(project.place)
    python.unlink()

    code, _, errors = project.run(project.script())

    assert code == 7, errors
    assert "preparing" in errors


@pytest.mark.skipif(os.name == "nt", reason="there, a command stays in the foreground and waits")
def test_a_signal_reaches_the_command_itself(made: tuple[Project, tuple[int, str, str]]) -> None:
    project, _ = made
    project.run(project.script())
    sleeper = project.root / "scripts/sleep.py"
    sleeper.write_text(
        "import _environment\n_environment.enter()\nimport time\nprint('in', flush=True)\ntime.sleep(60)\n",
        encoding="utf-8",
    )

    with project.start(str(sleeper)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "in\n"
        began = time.monotonic()
        child.terminate()
        child.wait(timeout=10)

    assert time.monotonic() - began < 10
    assert child.returncode == -15


def test_waiting_for_a_command_gives_its_exit_code() -> None:
    assert _environment._wait_for([sys.executable, "-c", "raise SystemExit(5)"], dict(os.environ)) == 5


def test_a_module_that_is_imported_stays_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_ENVIRONMENT", str(tmp_path / "none"))

    _environment.enter()

    assert not (tmp_path / "none").exists()


def test_an_old_python_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))

    with pytest.raises(SystemExit) as ended:
        _environment.enter()

    assert ended.value.code == 2
    assert "Python 3.11 or newer is needed; this is Python 3.8.18" in capsys.readouterr().err


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(found["name"]): found["version"] for found in LOCKED.finditer(text)}


def test_the_tests_lock_holds_all_of_the_other_at_the_same_versions() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }

    missing = [
        text
        for lock, texts in wanted.items()
        for text in texts
        for requirement in [Requirement(text)]
        if not requirement.specifier.contains(locked(lock).get(canonicalize_name(requirement.name), "0"))
    ]

    assert not missing, "make the locks anew: see the head of pyproject.toml"


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_holds_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert list(pinned(text))  # which refuses a line without a hash
    assert "://" not in text


@pytest.mark.parametrize(
    "lock", sorted(ROOT.glob("tests/*/package-lock.json")), ids=lambda path: path.parent.name
)
def test_a_lock_of_node_holds_hashes_and_says_not_where_from(lock: Path) -> None:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    fetched = {name: package for name, package in packages.items() if name}

    assert fetched
    assert [name for name, one in fetched.items() if not one["integrity"].startswith("sha512-")] == []
    assert [name for name, one in fetched.items() if "resolved" in one] == []
