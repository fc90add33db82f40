"""What files can carry."""

import sys

from briefing.pages.identity import STAND_IN, UNFIT, clean


def test_what_can_be_printed_can_be_carried_but_for_one_sign() -> None:
    signs = map(chr, range(sys.maxunicode + 1))

    assert [sign for sign in signs if sign.isprintable() and UNFIT.match(sign)] == [STAND_IN]


def test_a_text_keeps_what_files_can_carry() -> None:
    assert clean("Łódź\x00\ufffc\ud800 \u2028\t😀\n") == "Łódź \u2028\t😀\n"
    assert clean("plain\ufffc") == "plain"
