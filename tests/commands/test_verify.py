"""A copy of a site is checked by one file alone, and brought up to date or left as it is."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import site_builds
import small_sites
import verify
from briefing.edge.delivery import build_record, delta

SCRIPT = site_builds.PROJECT / "scripts/verify.py"
ROOT = {
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/acme.md": "---\nname: Acme\ntype: organisation\nmarking: TLP:CLEAR\n---\n[A map](map.svg)\n",
    "docs/actors/map.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
}
BRIEF = "---\nname: Steel\nmarking: TLP:CLEAR\nbroader: [trade]\n---\n"


def write(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def packed(site: Path, into: Path, below: str = "") -> Path:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            archive.write(path, below + path.relative_to(site).as_posix())
    return into


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_sites.write(tmp_path / "site", small_sites.OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return small_sites.write(tmp_path / "new", small_sites.NEW)


@pytest.fixture
def bundle(site: Path, new: Path, tmp_path: Path) -> Path:
    old = verify.manifest_of(site)
    delta.write(tmp_path / "delta.zip", new, old.data, {one.sha256 for one in old.files.values()})
    return tmp_path / "delta.zip"


def test_it_runs_alone_and_without_libraries(site: Path, tmp_path: Path) -> None:
    alone = shutil.copy(SCRIPT, tmp_path / "carried.py")

    done = subprocess.run(
        [sys.executable, "-I", "-S", str(alone), str(site)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "5 files for public (up to TLP:CLEAR) of 2025-12-01" in done.stdout


@pytest.mark.parametrize(
    ("tamper", "finding"),
    [
        (lambda site: (site / "feed.xml").unlink(), "missing: feed.xml"),
        (lambda site: (site / "more.html").write_text("more"), "extra: more.html"),
        (lambda site: (site / "feed.xml").write_text("<FEED/>"), "changed: feed.xml"),
        (lambda site: (site / "feed.xml").write_text("<f/>"), "wrong size: feed.xml has 4 bytes, 7 expected"),
        (
            lambda site: (site / "feed.xml").write_text("<feed/>!"),
            "wrong size: feed.xml has more bytes, 7 expected",
        ),
    ],
)
@pytest.mark.parametrize("below", [None, "", "delivered/"])
def test_what_is_not_as_the_manifest_says_is_said(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    tamper: Callable[[Path], object],
    finding: str,
    below: str | None,
) -> None:
    whole = site if below is None else packed(site, tmp_path / "whole.zip", below)
    assert verify.main([str(whole)]) == 0
    tamper(site)
    given = site if below is None else packed(site, tmp_path / "site.zip", below)

    assert verify.main([str(given)]) == 1

    said = capsys.readouterr().out.splitlines()
    assert finding in said
    assert said[-1].startswith("1 found")


def test_a_link_is_no_file_of_a_site(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "elsewhere").write_text("<feed/>", encoding="utf-8")
    (site / "feed.xml").unlink()
    try:
        (site / "feed.xml").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("this system makes no symbolic links for us")

    assert verify.main([str(site)]) == 1

    assert "no file: feed.xml is a link, or something stranger" in capsys.readouterr().out


def test_a_manifest_from_elsewhere_finds_a_site_that_was_made_anew(site: Path, tmp_path: Path) -> None:
    trusted = tmp_path / "trusted.json"
    shutil.copy(site / "manifest.json", trusted)
    small_sites.write(site, small_sites.OLD | {"feed.xml": "forged"})

    assert verify.main([str(site)]) == 0
    assert verify.main([str(site), "--manifest", str(trusted)]) == 1


def test_a_damaged_zip_is_said_to_be_so(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = packed(site, tmp_path / "site.zip")
    data = bytearray(whole.read_bytes())
    with zipfile.ZipFile(whole) as archive:
        at = archive.getinfo("index.html").header_offset + 30 + len("index.html") + 3
    data[at] ^= 0xFF
    whole.write_bytes(data)

    assert verify.main([str(whole)]) == 1

    assert ": index.html" in capsys.readouterr().out


def test_a_name_that_stands_twice_in_a_zip_is_said(site: Path, tmp_path: Path) -> None:
    whole = packed(site, tmp_path / "site.zip")
    with zipfile.ZipFile(whole, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("index.html", small_sites.OLD["index.html"])

    assert verify.main([str(whole)]) == 1


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_not_every_python_can_read_is_not_read(site: Path, tmp_path: Path, packing: int) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w", packing) as archive:
        for path in site.rglob("*"):
            archive.write(path, path.relative_to(site).as_posix())
    data = bytearray((tmp_path / "site.zip").read_bytes())
    data[60:80] = bytes(20)
    (tmp_path / "damaged.zip").write_bytes(data)

    for name in ("site.zip", "damaged.zip"):
        assert verify.main([str(tmp_path / name)]) == 2
        assert verify.main([str(site), "--apply", str(tmp_path / name)]) == 2


@pytest.mark.parametrize(
    ("name", "data", "finding"),
    [
        ("../outside/", b"", "extra: ../outside/ (a folder of none of its files)"),
        ("empty/", b"", "extra: empty/ (a folder of none of its files)"),
        ("briefs/", b"hidden", "no file: briefs/ is a folder that holds bytes itself"),
    ],
)
def test_a_folder_of_a_zip_hides_nothing(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, finding: str
) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        for path in site.rglob("*"):
            if path.is_file():
                archive.write(path, path.relative_to(site).as_posix())
        archive.writestr(name, data)

    assert verify.main([str(tmp_path / "site.zip")]) == 1

    assert finding in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff", b"[" * 200_000, b'{"format": 2}', b'{"format": 1, "files": {}}'],
)
def test_what_is_no_manifest_is_wrong_use(site: Path, data: bytes) -> None:
    (site / "manifest.json").write_bytes(data)

    assert verify.main([str(site)]) == 2


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        "manifest.json.minisig",
        "../out",
        "/out",
        "a/../../out",
        "a//b",
        "C:/out",
        "a\\b",
        "a\nb",
        "",
        ".",
    ],
)
def test_a_name_that_leads_out_of_the_site_is_refused(site: Path, name: str) -> None:
    given = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    given["files"][name] = {"size": 0, "sha256": "0" * 64}

    with pytest.raises(verify.Unusable):
        verify.read_manifest(json.dumps(given).encode())


def test_there_is_no_site_in_an_empty_folder_and_none_in_no_zip(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")

    assert verify.main([str(tmp_path)]) == 2
    assert verify.main([str(tmp_path / "text.zip")]) == 2
    assert verify.main([str(tmp_path / "nothing")]) == 2


def test_what_cannot_be_read_is_a_sentence_with_its_path(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, told in (
        ([tmp_path / "nowhere"], "nowhere is not there: correct the path"),
        ([site, "--apply", tmp_path / "nowhere"], "nowhere is not there: correct the path"),
        ([site, "--manifest", site], f"{site} is a folder, where a file is due"),
        ([site / verify.MANIFEST], f"{verify.MANIFEST} is no zip that can be read"),
    ):
        assert verify.main([str(word) for word in words]) == 2
        said = capsys.readouterr().err
        assert told in said
        assert "Errno" not in said


def test_a_delta_makes_the_new_site_of_the_old_one(site: Path, new: Path, bundle: Path) -> None:
    assert verify.main(["--apply", str(bundle), str(site)]) == 0

    assert site_builds.digests(site) == site_builds.digests(new)
    assert [path for path in site.parent.iterdir() if path.name.startswith(".")] == []


def test_the_same_two_sites_make_the_same_delta(site: Path, new: Path, bundle: Path, tmp_path: Path) -> None:
    old = verify.manifest_of(site)

    delta.write(tmp_path / "again.zip", new, old.data, {one.sha256 for one in old.files.values()})

    assert (tmp_path / "again.zip").read_bytes() == bundle.read_bytes()


def test_a_delta_holds_only_what_the_old_site_does_not(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        contents = [info for info in archive.infolist() if info.filename.startswith("content/")]

    assert len(contents) == 3  # the home page, Acme, and the empty feed
    assert all(info.compress_type == zipfile.ZIP_STORED for info in contents)


def rewritten(bundle: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(bundle) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(bundle, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def forge(entries: dict[str, bytes]) -> None:
    name = next(name for name in entries if name.startswith("content/") and entries[name])
    entries[name] = bytes(len(entries[name]))


def lead_out(entries: dict[str, bytes]) -> None:
    given = json.loads(entries["manifest.json"])
    given["files"]["../out.html"] = given["files"]["index.html"]
    entries["manifest.json"] = json.dumps(given).encode()


def for_others(entries: dict[str, bytes]) -> None:
    given = json.loads(entries["manifest.json"])
    given["audience"]["name"] = "internal"
    entries["manifest.json"] = json.dumps(given).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (forge, 1),
        (lead_out, 2),
        (for_others, 1),
        (lambda entries: entries.update({"../out.html": b"out"}), 1),
        (lambda entries: entries.update({"content/../../out.html": b"out"}), 1),
        (lambda entries: entries.update({"/out.html": b"out"}), 1),
        (lambda entries: entries.pop(next(name for name in entries if name.startswith("content/"))), 1),
        (lambda entries: entries.pop("delta.json"), 2),
        (lambda entries: entries.update({"delta.json": b"{}"}), 2),
    ],
)
def test_a_delta_that_is_not_what_it_says_changes_nothing(
    site: Path, bundle: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], object], code: int
) -> None:
    before = site_builds.digests(tmp_path)
    rewritten(bundle, change)

    assert verify.main(["--apply", str(bundle), str(site)]) == code

    bundle.unlink()
    assert site_builds.digests(tmp_path) == {name: one for name, one in before.items() if name != bundle.name}


@pytest.mark.parametrize("name", ["index.html", "manifest.json", "added.html"])
def test_a_copy_that_is_not_the_old_site_is_left_as_it_is(site: Path, bundle: Path, name: str) -> None:
    with (site / name).open("ab") as file:
        file.write(b" ")
    before = site_builds.digests(site)

    assert verify.main(["--apply", str(bundle), str(site)]) == 1

    assert site_builds.digests(site) == before


def test_a_delta_that_was_applied_already_says_so(
    site: Path, new: Path, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main(["--apply", str(bundle), str(site)]) == 0
    capsys.readouterr()

    assert verify.main(["--apply", str(bundle), str(site)]) == 1

    assert capsys.readouterr().out.splitlines()[0] == "it is the new site already"
    assert site_builds.digests(site) == site_builds.digests(new)


def test_a_delta_from_another_site_gives_that_reason_alone(
    site: Path, bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = small_sites.write(tmp_path / "other", {"index.html": "Another home"})

    assert verify.main(["--apply", str(bundle), str(other)]) == 1

    reason, last = capsys.readouterr().out.splitlines()
    assert reason.startswith("the delta starts at manifest ")
    assert last.startswith("Nothing was changed: ")


def test_a_switch_that_fails_brings_the_old_site_back(
    site: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = site_builds.digests(site)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "site" and self != site:
            raise OSError("the disk is full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)

    assert verify.main(["--apply", str(bundle), str(site)]) == 2

    assert site_builds.digests(site) == before


def test_a_run_killed_in_its_switch_is_mended_by_the_next(site: Path, new: Path, bundle: Path) -> None:
    site.rename(site.with_name(".site-before-delta"))

    assert verify.main(["--apply", str(bundle), str(site)]) == 0

    assert site_builds.digests(site) == site_builds.digests(new)


@pytest.mark.site
def test_a_build_brings_its_manifest_its_record_and_a_delta(tmp_path: Path) -> None:
    root = write(tmp_path / "root", ROOT)
    old = site_builds.build(tmp_path / "old", "--audience", "public", root=root)
    assert verify.main([str(old)]) == 0
    manifest = json.loads((old / "manifest.json").read_text(encoding="utf-8"))
    record = json.loads(build_record.place(old).read_text(encoding="utf-8"))
    assert manifest["audience"] == {"name": "public", "highest": "TLP:CLEAR"}
    assert manifest["today"] == site_builds.TODAY
    assert {"briefing-room", "mkdocs", "mkdocs-material"} <= manifest["made_with"].keys()
    assert "commit" not in manifest
    assert record["manifest"] == verify.manifest_of(old).sha256
    assert record["commit"] is None

    write(root, {"docs/topics/steel.md": BRIEF})
    also = ("--delta", str(old / "manifest.json"), "--bundle-to", str(tmp_path / "delta.zip"))
    new = site_builds.build(tmp_path / "new", "--audience", "public", *also, root=root)

    assert verify.main(["--apply", str(tmp_path / "delta.zip"), str(old)]) == 0
    assert site_builds.digests(old) == site_builds.digests(new)


@pytest.mark.site
def test_the_digest_of_the_content_changes_with_what_is_released_alone(tmp_path: Path) -> None:
    def digest(name: str, *more: str) -> str:
        site = site_builds.build(tmp_path / name, "--audience", "public", *more, root=root)
        found = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["content"]
        assert isinstance(found, str)
        return found

    root = write(tmp_path / "root", ROOT)
    first = digest("a")
    write(root, {"docs/topics/steel.md": BRIEF.replace("CLEAR", "AMBER")})
    hidden = digest("b")
    write(root, {"docs/actors/map.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>'})
    other = digest("c")

    assert first == hidden
    assert hidden != other


@pytest.mark.site
def test_a_delta_is_for_the_audience_of_the_old_site(tmp_path: Path) -> None:
    old = small_sites.write(tmp_path / "old", small_sites.OLD)
    root = write(tmp_path / "root", ROOT)
    arguments = ("--out", str(tmp_path / "site"), "--root", str(root))

    done = site_builds.run("build", *arguments, "--delta", str(old / "manifest.json"))

    assert done.returncode == 2
    assert "public (up to TLP:CLEAR)" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.site
@pytest.mark.parametrize("name", ["manifest.json", "Manifest.json", "sbom.cdx.json"])
def test_a_content_cannot_bring_what_the_build_writes(tmp_path: Path, name: str) -> None:
    page = f"---\ntitle: Home\nmarking: TLP:CLEAR\n---\n[See]({name})\n"
    root = write(tmp_path / "root", ROOT | {"docs/index.md": page, f"docs/{name}": '{"brought": 1}'})

    done = site_builds.run("build", "--out", str(tmp_path / "site"), "--root", str(root))

    assert done.returncode == 0
    assert f"`{name}` is not published: this address belongs to the site itself" in done.stderr
    assert not verify.check_folder(tmp_path / "site", verify.manifest_of(tmp_path / "site"))
    assert not [one for one in (tmp_path / "site").glob("*.json") if b"brought" in one.read_bytes()]
