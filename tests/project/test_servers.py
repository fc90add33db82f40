"""The header files for web servers: fresh, complete, and obeyed by a real server where there is one."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import material
import pytest

from briefing.edge.tool import TOOL
from briefing.model.source import SrcUri
from briefing.scaffold import servers

FILES = servers.files()
THEME = Path(material.__file__).parent / "templates"
CONFIGURATION = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  types {{ text/html html; text/javascript js; image/svg+xml svg; text/plain txt; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    location /briefings/ {{ include {headers}; error_page 404 /briefings/404.html; }}
  }}
}}
"""
BUNDLE = "assets/javascripts/bundle.0123abcd.min.js"


def test_the_files_in_the_repository_are_fresh() -> None:
    stale = [
        name
        for name, text in FILES.items()
        if not (TOOL / name).is_file() or (TOOL / name).read_bytes() != text.encode("utf-8")
    ]

    assert not stale, "make them anew: python scripts/new.py servers"


def test_no_other_file_stands_beside_them() -> None:
    assert {f"{servers.FOLDER}/{path.name}" for path in (TOOL / servers.FOLDER).iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("header", servers.HEADERS)
def test_every_server_sends_every_header(name: str, header: str) -> None:
    line = re.compile(
        rf'^\s*(?:add_header |Header always set )?{header}:? "?([^"\n]*)"?(?: always;)?$', re.MULTILINE
    )

    assert set(line.findall(FILES[SrcUri(name)])) == {servers.HEADERS[header]}


def test_no_header_breaks_out_of_its_quotes() -> None:
    for name, value in servers.HEADERS.items():
        assert re.fullmatch(r"[\w-]+", name)
        assert not re.search(r"[\"\\$%\n]", value), name


def test_a_name_with_a_sum_in_it_is_kept_and_no_other() -> None:
    named = re.compile(servers.NAMED_BY_SUM)
    theme = {path.relative_to(THEME).as_posix() for path in (THEME / "assets").rglob("*.*")}
    kept = {path for path in theme if named.search(path)}

    assert {path.rpartition("/")[0] for path in kept} == {*servers.ONLY_SUCH, "assets/javascripts"}
    assert not named.search("assets/js/briefing.js")
    assert not named.search("assets/css/site.css")


def test_folders_that_are_kept_whole_hold_nothing_else() -> None:
    named = re.compile(servers.NAMED_BY_SUM.replace("$", r"(?:\.map)?$"))
    for folder in servers.ONLY_SUCH:
        assert all(named.search(path.name) for path in (THEME / folder).rglob("*.*"))
        assert not (TOOL / "docs" / folder).exists()


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with our headers on a site of four files; its address."""
    program = shutil.which("nginx")
    if program is None:
        pytest.skip("there is no nginx to ask")
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    for name in ("404.html", "index.html", "annex.txt", BUNDLE):
        path = folder / "www" / "briefings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = folder / "nginx.conf"
    configuration.write_text(
        CONFIGURATION.format(
            folder=folder, port=port, headers=json.dumps(str(TOOL / servers.FOLDER / "nginx.conf"))
        ),
        encoding="utf-8",
    )
    running = subprocess.Popen(
        [program, "-p", str(folder), "-c", str(configuration), "-g", "daemon off; master_process off;"],
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/briefings/"
    running.terminate()
    running.wait()


def answer(url: str) -> Message:
    try:
        with urllib.request.urlopen(url, timeout=5) as found:
            headers: Message = found.headers
    except urllib.error.HTTPError as missing:
        headers = missing.headers
        missing.close()
    return headers


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("", servers.ASK_FIRST),
        (BUNDLE, servers.FOR_EVER),
        ("nothing", servers.ASK_FIRST),
        (BUNDLE.replace("0", "1"), servers.ASK_FIRST),
    ],
)
def test_nginx_sends_what_it_is_told(nginx: str, path: str, kept: str) -> None:
    headers = answer(nginx + path)

    assert {name: headers.get_all(name) for name in servers.HEADERS} == {
        name: [value] for name, value in servers.HEADERS.items()
    }
    assert headers.get_all("Cache-Control") == [kept]


def test_nginx_says_how_texts_are_written(nginx: str) -> None:
    assert answer(f"{nginx}annex.txt")["Content-Type"] == "text/plain; charset=utf-8"
