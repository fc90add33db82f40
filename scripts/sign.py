"""Sign a built site, or make a key to sign with; both in the form of minisign.

The signature goes beside the site's manifest. `verify.py SITE --key FILE.pub` and minisign itself check it. A
site can be signed where it was not built: on a machine that no network reaches.
"""

from __future__ import annotations

from _environment import enter

enter()

import sys
from collections.abc import Sequence
from pathlib import Path

import verify
from briefing.edge import terminal
from briefing.edge.delivery import key_files, signature
from briefing.edge.delivery.key_files import PASSWORD
from briefing.edge.delivery.signing_key import NoKey


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for a signature or a key, 1 where the site is not as its manifest says, 2 for wrong use."""
    parser = terminal.Parser(__doc__ or "")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("site", type=Path, nargs="?", metavar="SITE", help="the folder of a built site")
    what.add_argument(
        "--new-key", type=Path, metavar="FILE", help="make a secret key, and FILE.pub for those who check"
    )
    parser.add_argument("--key", type=Path, metavar="FILE", help="the secret key to sign with")
    parser.add_argument(
        "--without-password",
        action="store_true",
        help=f"whoever reads the new key can sign (else {PASSWORD} or a question gives its password)",
    )
    asked = parser.parse_args(argv)
    if bool(asked.site) != bool(asked.key) or (asked.site and asked.without_password):
        parser.error("SITE goes with --key, --new-key with --without-password at most")
    try:
        if asked.new_key:
            public = key_files.make(asked.new_key, with_password=not asked.without_password)
            print(f"The secret key is in {asked.new_key}: keep it from all others. Hand out {public}")
            return terminal.GOOD
        return sign(asked.site, asked.key)
    except (NoKey, OSError, UnicodeDecodeError, verify.Unusable) as error:
        terminal.say(terminal.printable(f"Nothing was done: {terminal.in_words(error)}"))
        return terminal.BROKEN


def sign(site: Path, file: Path) -> int:
    """Sign a site that is whole: what was changed since it was built is not for us to vouch for."""
    manifest = verify.manifest_of(site)
    findings = verify.check_folder(site, manifest)
    # A signature that is there is about to be replaced, so nothing of it matters.
    findings = [line for line in findings if not line.startswith("no signature: ")]
    if findings:
        for line in findings:
            terminal.say(terminal.printable(line))
        terminal.say(f"Nothing was signed: {site} is not as its manifest says.")
        return terminal.PROBLEMS
    key = key_files.read(file)
    signature.write(site, key)
    print(f"Signed by key {key}: {manifest}")
    return terminal.GOOD


if __name__ == "__main__":
    sys.exit(main())
