"""A known flaw of a library is told; where nobody can be asked, that is."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

import _environment
import audit

Answer = Callable[[str, str], bytes]

FLAW = {
    "id": "GHSA-0000",
    "aliases": ["CVE-0000-1"],
    "summary": "Text runs\nas a program.",
    "affected": [
        {
            "package": {"name": "jinja2", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "9.1"}]}],
        }
    ],
}


@contextmanager
def service(answer: Answer) -> Iterator[str]:
    """The address of a list of flaws on this machine, which answers as it is told."""

    class Listening(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body = answer(asked["package"]["name"], asked["version"])
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # to nobody
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def test_every_library_of_the_locks_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    asked = []

    def none(name: str, version: str) -> bytes:
        asked.append(f"{name}=={version}")
        return b"{}"

    with service(none) as url:
        assert audit.main(["--service", url]) == 0

    assert capsys.readouterr().out == f"{len(asked)} libraries, none with a known flaw\n"
    lock = (_environment.ROOT / _environment.DEV).read_text(encoding="utf-8")
    pinned = [line.removesuffix("\\").strip() for line in lock.splitlines() if "==" in line]
    assert set(asked) >= {line for line in pinned if ";" not in line}


def test_a_known_flaw_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    def one(name: str, version: str) -> bytes:
        return json.dumps({"vulns": [FLAW]} if name == "jinja2" else {}).encode()

    with service(one) as url:
        assert audit.main(["--service", url]) == 1

    flaw, remedy = capsys.readouterr().out.splitlines()
    assert flaw.startswith("jinja2 3.")
    assert flaw.endswith("CVE-0000-1, GHSA-0000: Text runs as a program. (mended in 9.1)")
    assert remedy.startswith("Raise them in pyproject.toml")


def nobody(name: str, version: str) -> bytes:
    return b"<html>log in first</html>"


def too_late(name: str, version: str) -> bytes:
    time.sleep(3)
    return b"{}"


@pytest.mark.parametrize(("answer", "why"), [(nobody, "JSONDecodeError"), (too_late, "not within 2 seconds")])
def test_an_answer_of_no_use_is_none(answer: Answer, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with service(answer) as url:
        assert audit.main(["--service", url, "--seconds", "2" if answer is too_late else "30"]) == 0

    told = capsys.readouterr().out
    assert told.startswith("skipped: nobody could be asked about known flaws (")
    assert why in told


def test_without_a_network_that_is_said_at_once_and_shown_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    with service(nobody) as url:
        closed = url
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv(audit.SERVICE, closed)

    done = subprocess.run(
        [sys.executable, _environment.ROOT / "scripts/audit.py"],
        capture_output=True,
        encoding="utf-8",
        timeout=audit.PATIENCE,
        check=False,
    )

    skipped, warning = done.stdout.splitlines()
    assert done.returncode == 0
    assert skipped.startswith(audit.SKIPPED)
    assert warning == "::warning::no library was audited: the list of known flaws did not answer"
