"""A signed site tells who built it: minisign's files in, minisign's files out, and no forgery passes."""

from __future__ import annotations

import base64
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import publish
import sign
import site_builds
import small_sites
import verify
from briefing.edge.delivery import delta, key_files, signature, signing_key
from briefing.edge.delivery.key_files import PASSWORD
from briefing.edge.delivery.signing_key import NoKey, SigningKey

MADE_BY_MINISIGN = Path(__file__).with_name("minisign")
PLAIN = MADE_BY_MINISIGN / "plain.key"
KEY = SigningKey(b"fixed id", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = SigningKey(b"other id", Ed25519PrivateKey.from_private_bytes(bytes(32)))
IMPOSTOR = SigningKey(KEY.id, OTHER.secret)


def no_password() -> bytes:
    raise AssertionError("this key has no password")


def public(key: SigningKey) -> str:
    return signing_key.public_text(key).splitlines()[1]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that are guessed quickly, and none in the environment."""
    monkeypatch.setattr(signing_key, "OPERATIONS", 1 << 15)
    monkeypatch.setattr(signing_key, "MEMORY", 1 << 24)
    monkeypatch.delenv(PASSWORD, raising=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_sites.write(tmp_path / "site", small_sites.OLD)


@pytest.fixture
def signed(site: Path) -> Path:
    signature.write(site, KEY)
    return site


def packed(site: Path, into: Path) -> Path:
    with zipfile.ZipFile(into, "w") as archive:
        for path in sorted(site.rglob("*")):
            archive.write(path, f"delivered/{path.relative_to(site).as_posix()}")
    return into


@pytest.mark.parametrize("name", ["plain", "password"])
@pytest.mark.parametrize("as_file", [True, False])
def test_what_minisign_signed_is_signed(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, as_file: bool
) -> None:
    shutil.copyfile(MADE_BY_MINISIGN / f"{name}.minisig", site / "manifest.json.minisig")
    file = MADE_BY_MINISIGN / f"{name}.pub"
    key = str(file) if as_file else file.read_text(encoding="utf-8").splitlines()[1]

    assert verify.main([str(site), "--key", key]) == 0

    comment = {"plain": "timestamp:1795380519", "password": "made for a test, fa\\u00e7ade"}[name]
    assert comment in capsys.readouterr().out


def test_a_key_that_minisign_made_signs(site: Path) -> None:
    assert sign.main([str(site), "--key", str(PLAIN)]) == 0

    assert verify.main([str(site), "--key", str(MADE_BY_MINISIGN / "plain.pub")]) == 0


def test_a_key_that_minisign_made_opens_with_its_password_alone() -> None:
    text = (MADE_BY_MINISIGN / "password.key").read_text(encoding="utf-8")

    key = signing_key.read(text, lambda: b"harbour")

    assert signing_key.public_text(key) == (MADE_BY_MINISIGN / "password.pub").read_text(encoding="utf-8")
    with pytest.raises(NoKey, match="the password is not its own"):
        signing_key.read(text, lambda: b"Harbour")


@pytest.mark.skipif(shutil.which("minisign") is None, reason="there is no minisign here")
def test_minisign_takes_what_we_sign(signed: Path, tmp_path: Path) -> None:
    (tmp_path / "our.pub").write_text(signing_key.public_text(KEY), encoding="ascii")
    (tmp_path / "our.key").write_text(signing_key.secret_text(KEY, b"pw", bytes(32)), encoding="ascii")
    checks = ["minisign", "-V", "-p", str(tmp_path / "our.pub"), "-m", str(signed / "manifest.json")]
    signs = ["minisign", "-S", "-s", str(tmp_path / "our.key"), "-m", str(signed / "manifest.json")]

    assert subprocess.run(checks, check=False).returncode == 0
    assert subprocess.run(signs, input=b"pw\n", check=False).returncode == 0

    assert verify.main([str(signed), "--key", public(KEY)]) == 0


@pytest.mark.parametrize("password", [None, b"harbour", "Çelik".encode()])
def test_a_key_is_read_as_it_was_written(password: bytes | None) -> None:
    text = signing_key.secret_text(KEY, password, b"salt" * 8)

    again = signing_key.read(text, no_password if password is None else lambda: password)

    assert (again.id, again.secret.private_bytes_raw()) == (KEY.id, KEY.secret.private_bytes_raw())
    assert KEY.secret.private_bytes_raw() not in base64.b64decode(text.splitlines()[1]) or password is None


@pytest.mark.parametrize(
    "text",
    ["", "untrusted comment: x\n", "x\n!!!\n", "x\nRWQ=\n", signing_key.public_text(KEY), "\0" * 300],
)
def test_what_is_no_secret_key_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NoKey, match="no secret key of minisign"):
        signing_key.read(text, no_password)


def test_a_key_whose_halves_do_not_belong_together_does_not_sign() -> None:
    """To sign with such a one would give the secret half away."""
    data = bytearray(base64.b64decode(signing_key.secret_text(KEY, None, bytes(32)).splitlines()[1]))
    data[100] ^= 1

    with pytest.raises(NoKey, match="damaged"):
        signing_key.read(f"x\n{base64.b64encode(data).decode()}\n", no_password)


def test_a_key_that_asks_for_all_memory_is_refused() -> None:
    data = bytearray(base64.b64decode(signing_key.secret_text(KEY, b"pw", bytes(32)).splitlines()[1]))
    data[46:54] = (1 << 60).to_bytes(8, "little")

    with pytest.raises(NoKey, match="bytes of memory"):
        signing_key.read(f"x\n{base64.b64encode(data).decode()}\n", lambda: b"pw")


def test_the_same_manifest_is_signed_alike_and_without_a_clock(site: Path) -> None:
    data = (site / "manifest.json").read_bytes()

    found = signature.sign(data, KEY)

    assert found == signature.sign(data, KEY)
    manifest = verify.manifest_of(site)
    expected = f"trusted comment: today:2025-12-01 file:manifest.json sha256:{manifest.sha256}"
    assert expected in found.decode().splitlines()


def sign_with(key: SigningKey) -> Callable[[Path], object]:
    return lambda site: signature.write(site, key)


def alter(line: int, old: str, new: str) -> Callable[[Path], object]:
    def change(site: Path) -> None:
        file = site / "manifest.json.minisig"
        lines = file.read_text(encoding="utf-8").splitlines()
        assert old in lines[line]
        lines[line] = lines[line].replace(old, new)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    return change


def of_another_site(site: Path) -> None:
    """The manifest is another one, and fits its files; the signature is of the one before."""
    found = (site / "manifest.json.minisig").read_bytes()
    small_sites.write(site, small_sites.NEW)
    (site / "manifest.json.minisig").write_bytes(found)


def swap_comments(site: Path) -> None:
    """A signature of the same key over another manifest, its comment with it."""
    file = site / "manifest.json.minisig"
    lines = file.read_text(encoding="utf-8").splitlines()
    data = (site / "manifest.json").read_bytes().replace(b"2025-12-01", b"2025-12-02")
    others = signature.sign(data, KEY).decode().splitlines()
    file.write_text("\n".join([*lines[:2], *others[2:]]) + "\n", encoding="utf-8")


def old_form(site: Path) -> None:
    shutil.copyfile(MADE_BY_MINISIGN / "old-form.minisig", site / "manifest.json.minisig")


FORGERIES: Sequence[tuple[Callable[[Path], object], str]] = (
    (lambda site: (site / "manifest.json.minisig").unlink(), "not signed: there is no"),
    (sign_with(OTHER), f"signed by another key: {OTHER}, not {KEY}"),
    (sign_with(IMPOSTOR), f"forged: the signature of key {KEY} is not of this manifest.json"),
    (alter(2, "2025-12-01", "2025-12-02"), "forged: the trusted comment"),
    (swap_comments, "forged: the trusted comment"),
    (alter(2, "trusted comment: ", "comment: "), "not in the form of minisign"),
    (alter(3, "=", ""), "no signature: manifest.json.minisig"),
    (alter(1, "RU", "RV"), "no signature: manifest.json.minisig"),
    (lambda site: (site / "manifest.json.minisig").write_bytes(b""), "not in the form of minisign"),
    (lambda site: (site / "manifest.json.minisig").write_bytes(b"\xff" * 30_000), "more than 20000"),
    (old_form, "in the old form of minisign"),
)


@pytest.mark.parametrize(
    ("change", "told"),
    [*FORGERIES, (of_another_site, f"forged: the signature of key {KEY} is not of this manifest.json")],
)
@pytest.mark.parametrize("as_zip", [False, True])
def test_what_the_key_has_not_signed_is_not_to_be_trusted(
    signed: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], object],
    told: str,
    as_zip: bool,
) -> None:
    change(signed)
    given = packed(signed, tmp_path / "site.zip") if as_zip else signed

    assert verify.main([str(given), "--key", public(KEY)]) == 1

    said = capsys.readouterr().out.splitlines()
    assert told in said[0]
    assert "is not to be trusted" in said[1]


def test_a_manifest_is_not_read_before_its_signature_is(signed: Path) -> None:
    (signed / "manifest.json").write_bytes(b"[" * 200_000)

    assert verify.main([str(signed)]) == 2
    assert verify.main([str(signed), "--key", public(KEY)]) == 1


def test_a_signed_site_with_a_changed_file_is_found(signed: Path) -> None:
    (signed / "feed.xml").write_text("<FEED/>", encoding="utf-8")

    assert verify.main([str(signed), "--key", public(KEY)]) == 1


def test_without_a_key_a_signature_is_named_and_not_believed(
    signed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signature.write(signed, IMPOSTOR)

    assert verify.main([str(signed)]) == 0

    assert f"It names {KEY} as the key that signed it; only --key checks that." in capsys.readouterr().out


def test_what_only_bears_the_name_of_a_signature_is_found_without_a_key_too(
    signed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (signed / "manifest.json.minisig").write_text("<script>alert(1)</script>", encoding="utf-8")

    assert verify.main([str(signed)]) == 1

    assert "no signature: manifest.json.minisig" in capsys.readouterr().out


def test_an_empty_manifest_from_elsewhere_is_not_the_site_s_own(signed: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.json").touch()

    assert verify.main([str(signed), "--manifest", str(tmp_path / "empty.json")]) == 2


@pytest.mark.parametrize(
    "key", ["", "nowhere.pub", "RW" + "A" * 54, "RWRTY0Iy", str(PLAIN), str(MADE_BY_MINISIGN)]
)
def test_what_is_no_public_key_is_wrong_use(
    signed: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        verify.main([str(signed), "--key", key])

    assert ended.value.code == 2
    assert "is no public key of minisign" in capsys.readouterr().err


def bundle_to(new: Path, old: Path, into: Path) -> Path:
    manifest = verify.manifest_of(old)
    delta.write(into, new, manifest.data, {one.sha256 for one in manifest.files.values()})
    return into


@pytest.fixture
def new(tmp_path: Path) -> Path:
    site = small_sites.write(tmp_path / "new", small_sites.NEW)
    signature.write(site, KEY)
    return site


@pytest.mark.parametrize("was_signed", [True, False])
def test_a_delta_carries_the_signature(site: Path, new: Path, tmp_path: Path, was_signed: bool) -> None:
    if was_signed:
        signature.write(site, KEY)
    bundle = bundle_to(new, site, tmp_path / "delta.zip")

    assert verify.main([str(site), "--apply", str(bundle), "--key", public(KEY)]) == 0

    assert site_builds.digests(site) == site_builds.digests(new)
    assert verify.main([str(site), "--key", public(KEY)]) == 0


@pytest.mark.parametrize(("change", "told"), FORGERIES)
def test_a_delta_that_the_key_has_not_signed_changes_nothing(
    signed: Path, new: Path, tmp_path: Path, change: Callable[[Path], object], told: str
) -> None:
    change(new)
    bundle = bundle_to(new, signed, tmp_path / "delta.zip")
    before = site_builds.digests(signed)

    assert verify.main([str(signed), "--apply", str(bundle), "--key", public(KEY)]) == 1

    assert site_builds.digests(signed) == before


def test_a_delta_does_not_take_a_signature_away(
    signed: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (new / "manifest.json.minisig").unlink()
    bundle = bundle_to(new, signed, tmp_path / "delta.zip")

    assert verify.main([str(signed), "--apply", str(bundle)]) == 1

    assert "the site is signed, the delta is not" in capsys.readouterr().out


def test_a_delta_does_not_lead_back_in_time(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was signed once stays signed: an old site must not come back as a new one."""
    earlier = small_sites.write(tmp_path / "earlier", small_sites.NEW, today="2025-11-30")
    signature.write(earlier, KEY)
    bundle = bundle_to(earlier, site, tmp_path / "delta.zip")

    assert verify.main([str(site), "--apply", str(bundle), "--key", public(KEY)]) == 1

    assert "the delta leads back from 2025-12-01 to 2025-11-30" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_new_key_is_its_owner_s_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        assert sign.main(["--new-key", str(tmp_path / "site.key"), "--without-password"]) == 0
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / "site.key").stat().st_mode) == 0o600


def test_a_new_key_signs_and_its_public_half_checks(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "harbour")
    key = tmp_path / "site.key"

    assert sign.main(["--new-key", str(key)]) == 0
    assert sign.main([str(site), "--key", str(key)]) == 0
    assert verify.main([str(site), "--key", f"{key}.pub"]) == 0

    monkeypatch.setenv(PASSWORD, "Harbour")
    assert sign.main([str(site), "--key", str(key)]) == 2


@pytest.mark.parametrize("there", ["site.key", "site.key.pub"])
def test_no_key_is_written_over(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("precious", encoding="utf-8")

    assert sign.main(["--new-key", str(tmp_path / "site.key"), "--without-password"]) == 2

    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "precious"


def test_no_key_is_made_in_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()

    assert sign.main(["--new-key", str(tmp_path / "docs/site.key"), "--without-password"]) == 2

    assert list((tmp_path / "docs").iterdir()) == []
    assert "a secret has no place there" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["--without-password"]])
def test_a_password_is_never_empty_nor_guessed(
    tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)

    code = sign.main(["--new-key", str(tmp_path / "site.key"), *words])

    assert code == (0 if words else 2)
    monkeypatch.setenv(PASSWORD, "")
    with pytest.raises(NoKey, match="the password is empty"):
        key_files.make(tmp_path / "more.key", with_password=True)


@pytest.mark.parametrize(
    "words", [[], ["site"], ["--key", "a"], ["site", "--new-key", "a"], ["--new-key", "a", "--key", "b"]]
)
def test_half_a_command_is_wrong_use(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        sign.main(words)

    assert ended.value.code == 2


def test_a_site_that_was_changed_is_not_signed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "feed.xml").write_text("<FEED/>", encoding="utf-8")

    assert sign.main([str(site), "--key", str(PLAIN)]) == 1

    assert "changed: feed.xml" in capsys.readouterr().err
    assert not (site / "manifest.json.minisig").exists()


def test_a_signature_of_nobody_is_replaced(signed: Path) -> None:
    (signed / "manifest.json.minisig").write_text("nonsense", encoding="utf-8")

    assert sign.main([str(signed), "--key", str(PLAIN)]) == 0

    assert verify.main([str(signed), "--key", str(MADE_BY_MINISIGN / "plain.pub")]) == 0


def test_a_site_is_published_with_its_signature_though_it_was_signed_later(
    site: Path, tmp_path: Path
) -> None:
    publishing = ["--to", str(tmp_path / "public"), "--from", str(site)]
    assert publish.main(publishing) == 0

    signature.write(site, KEY)
    assert publish.main(publishing) == 0

    assert verify.main([str(tmp_path / "public/current"), "--key", public(KEY)]) == 0


@pytest.mark.site
def test_a_build_signs_what_it_builds(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "docs/topics").mkdir(parents=True)
    (root / "docs/topics/trade.md").write_text("---\nname: Trade\n---\n", encoding="utf-8")
    shutil.copyfile(PLAIN, tmp_path / "secret.key")

    site = site_builds.build(tmp_path / "site", "--sign", str(tmp_path / "secret.key"), root=root)

    assert verify.main([str(site), "--key", str(MADE_BY_MINISIGN / "plain.pub")]) == 0
    manifest = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert "manifest.json.minisig" not in manifest["files"]


@pytest.mark.site
def test_a_build_of_what_has_not_changed_is_signed_as_it_is_asked_for(tmp_path: Path) -> None:
    root, key = tmp_path / "root", tmp_path / "secret.key"
    (root / "docs/topics").mkdir(parents=True)
    (root / "docs/topics/trade.md").write_text("---\nname: Trade\n---\n", encoding="utf-8")
    shutil.copyfile(PLAIN, key)
    for signed in (False, True, True, False):
        site = site_builds.build(
            tmp_path / "site", *(("--sign", str(key)) if signed else ()), "--audience", "public", root=root
        )

        assert (site / "manifest.json.minisig").exists() == signed


@pytest.mark.site
def test_a_build_with_a_wrong_key_builds_nothing(tmp_path: Path) -> None:
    done = site_builds.run(
        "build", "--out", str(tmp_path / "site"), "--sign", str(MADE_BY_MINISIGN / "plain.pub")
    )

    assert done.returncode == 2
    assert "no secret key of minisign" in done.stderr
    assert not (tmp_path / "site").exists()
