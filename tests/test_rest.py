"""The process that builds the rest of a preview's site: it ends with all that it has started."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.edge import rest
from briefing.edge.building import Build, CannotBuild
from briefing.edge.rest import Rest
from briefing.edge.tool import TOOL

PATIENCE = 20.0
WAITS = "import sys; from pathlib import Path; Path(sys.argv[3]).touch(); sys.stdin.readline()"


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Callable[[str], Rest]]:
    all_: list[Rest] = []

    def begin(program: str) -> Rest:
        (tmp_path / "signs").mkdir()
        one = Rest([sys.executable, "-c", program], tmp_path / "site", tmp_path / "signs")
        all_.append(one)
        one.begin()
        return one

    yield begin
    for one in all_:
        one.stop()


def comes(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def is_at_work(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip("\n ")


@pytest.mark.parametrize("code", [0, 2])
def test_it_waits_until_it_may_end_and_tells_whether_it_has_built(
    begun: Callable[[str], Rest], code: int
) -> None:
    one = begun(f"{WAITS}; sys.exit({code})")

    assert comes(lambda: one.waits)
    assert one.end() is (code == 0)
    assert not one.is_running


@pytest.mark.skipif(sys.platform == "win32", reason="there, a process makes no copies of itself")
def test_its_copies_end_with_it(begun: Callable[[str], Rest], tmp_path: Path) -> None:
    told = tmp_path / "pid"
    one = begun(
        "import os, time; from pathlib import Path\n"
        f"if pid := os.fork(): Path({str(told)!r}).write_text(f'{{pid}} ')\n"
        f"time.sleep({3 * PATIENCE})"
    )
    assert comes(lambda: told.exists() and told.read_text().endswith(" "))
    copy = int(told.read_text())
    assert is_at_work(copy)

    one.stop()

    assert comes(lambda: not is_at_work(copy))


@pytest.mark.skipif(sys.platform == "win32", reason="there, it is told so when it is started")
def test_it_gives_way_to_the_preview() -> None:
    hooks = str(TOOL / "hooks")
    program = (
        f"import os, sys; sys.path.insert(0, {hooks!r}); from briefing.edge import rest; "
        "rest.give_way(); print(os.nice(0))"
    )

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert int(told.stdout) == min(os.nice(0) + rest.GIVES_WAY, 19)


def test_it_is_stopped_though_somebody_waited_for_its_end(
    begun: Callable[[str], Rest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(process: subprocess.Popen[bytes], timeout: float | None = None) -> int:
        raise KeyboardInterrupt

    one = begun(f"{WAITS}; import time; time.sleep({3 * PATIENCE})")
    with monkeypatch.context() as patch:
        patch.setattr(subprocess.Popen, "wait", interrupted)
        with pytest.raises(KeyboardInterrupt):
            one.end()

    one.stop()

    assert not one.is_running


class Waiting(Build):
    """A build that waits, and ends after it well or not."""

    def run(self, finish: Callable[[Path], None]) -> None:
        if self.strict:
            raise CannotBuild("it cannot")
        finish(self.out)
        os.utime(self.out / "sign", (0, 0))


@pytest.mark.parametrize("fails", [False, True])
def test_it_gives_one_sign_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, fails: bool) -> None:
    made = Waiting(tmp_path, (), tmp_path, None, date(2025, 12, 1), strict=fails)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))

    if fails:
        with pytest.raises(CannotBuild):
            rest.build(made, tmp_path / "sign")
        assert (tmp_path / "sign").exists()
    else:
        rest.build(made, tmp_path / "sign")
        assert (tmp_path / "sign").stat().st_mtime == 0
