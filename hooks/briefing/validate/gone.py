"""Addresses said to be gone: such as this site has, at which nothing stands for those who are told."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.content import Content, HandPage
from briefing.model.marking import Audience, Marking
from briefing.model.problem import Problem, problem
from briefing.model.ref import KINDS, RESERVED, is_id
from briefing.model.source import Address


def check(content: Content) -> Iterator[Problem]:
    """Entries that no page could be made of."""
    standing = _standing(content)
    seen: set[Address] = set()
    for page in content.pages.values():
        for index, entry in enumerate(page.matter.gone):
            at = page.places[("gone", index, "address")]
            address = address_of(entry.address)
            if not _is_ours(address):
                yield problem("B314", page.uri, at, f"`{entry.address}` is no address of a document or page")
            elif address in standing and standing[address] <= told(page, index):
                yield problem("B314", page.uri, at, f"`{entry.address}` is still there")
            elif address in seen:
                yield problem("B213", page.uri, at, f"`{entry.address}` stands twice under `gone`")
            seen.add(address)


def untold(content: Content, audience: Audience) -> frozenset[Address]:
    """Addresses said to be gone, of which an audience is told nothing: for it they end without a word."""
    return frozenset(
        address_of(entry.address)
        for page in content.pages.values()
        for index, entry in enumerate(page.matter.gone)
        if not audience.may_see(told(page, index))
    )


def address_of(written: str) -> Address:
    """The address that an entry means, with or without slashes around it."""
    return Address(f"{written.strip('/')}/")


def told(page: HandPage, index: int) -> Marking:
    """Who is told of an entry: its own marking, or that of the page which lists it where that is higher."""
    return max(page.marking, page.matter.gone[index].marking or page.marking)


def _is_ours(address: Address) -> bool:
    folder, *parts = address.strip("/").split("/")
    if folder in KINDS:
        return len(parts) == 1 and is_id(parts[0]) and parts[0] not in RESERVED
    return folder == "about" and bool(parts) and all(is_id(part) for part in parts)


def _standing(content: Content) -> dict[Address, Marking]:
    """Every address that leads somewhere, old ones too, and who may go there."""
    found = {address: page.marking for address, page in content.pages.items()}
    for ref, document in content.documents.items():
        found[ref.address] = document.marking
        for old in document.matter.former:
            found[ref._replace(id=old).address] = document.marking
    return found
