"""Makes a site again of which texts alone have changed: nothing is read, made or written but for them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jinja2 import FileSystemLoader

from briefing.convert.markdown import Converter
from briefing.edge import packing
from briefing.edge.builds.patches import Patch, Step
from briefing.edge.kept import blobs, last_build
from briefing.edge.kept.blobs import Blob
from briefing.edge.kept.last_build import LastBuild
from briefing.edge.kept.reuse import Reuse
from briefing.edge.tool import TEMPLATES
from briefing.link import plainly
from briefing.link.known import Known
from briefing.link.names import NameTable
from briefing.model.problem import Problem, told
from briefing.model.source import Source
from briefing.pages import manifest, search_files, search_update, shell
from briefing.pages.manifest import PAGE
from briefing.pages.render import Compiled, Renderer
from briefing.pages.search_update import Change
from briefing.pages.shell import Filling, Slot
from briefing.retelling import Ground, Table, Told, retell
from briefing.views.shapes.pages import ArticleShown, BriefShown


def patch(site: Reuse, state: LastBuild, texts: Sequence[Source]) -> Patch | None:
    """What becomes of a site when these texts have changed; nothing where the whole is to be built."""
    try:
        renderer = renderer_of(site.last)
        steps = _steps(site.last, texts, renderer)
        made = None if steps is None else _files(site, steps, renderer)
    except packing.FAULTS:
        return None
    if steps is None or made is None:
        return None
    files, gone, texts_size = made
    state = replace(
        state,
        texts={**state.texts, **{step.uri: last_build.digest_of(step.source) for step in steps}},
        problems=_problems(state.problems, steps),
        beside=(state.beside - gone).union(files.keys() - {step.page for step in steps}),
        texts_size=texts_size,
        parts={**state.parts, **{str(step.old.ref): _part(step) for step in steps}},
    )
    return Patch(_with_manifest(files, gone, site, state), gone, steps, state)


def renderer_of(last: LastBuild) -> Renderer:
    """What prints pages as the last build did."""
    return Renderer(FileSystemLoader(TEMPLATES), Compiled(last.codes), site=last.programs)


def _steps(last: LastBuild, texts: Sequence[Source], renderer: Renderer) -> list[Step] | None:
    """Each text told anew; nothing where one of them concerns other pages."""
    ground = _ground(last)
    converter = Converter(last.extensions, last.extension_configs)
    steps: list[Step] = []
    for source in texts:
        if source.uri not in last.told:
            return None
        told = last.read(Blob.of(last.told[source.uri]))
        assert isinstance(told, Told)
        drawn = last.page(f"{told.ref.address}{PAGE}")
        if drawn is None:
            return None
        filling, shown = last.read(drawn.filling), last.read(drawn.shown)
        assert isinstance(filling, Filling)
        assert isinstance(shown, ArticleShown | BriefShown)
        new = retell(source, told, shown, ground, converter)
        if new is None:
            return None
        steps.append(Step(source.uri, told, new, source, _filling(filling, new.shown, renderer)))
    return steps


def _filling(old: Filling, shown: ArticleShown | BriefShown, renderer: Renderer) -> Filling:
    """What a page says in its shell, where it shows something else."""
    if Slot.DATA not in old.said:
        return old
    return old._replace(said={**old.said, Slot.DATA: renderer.linked_data(shown, old.form.up)})


def _ground(last: LastBuild) -> Ground:
    def table(known: Known) -> Table:
        return Table(known, NameTable.of(known.named))

    known, seen = last.ground
    whole = table(known)
    released = whole if seen is known else table(seen)
    higher = plainly.table(known.named) if last.has_higher else None
    return Ground(last.settings, whole, released, higher)


def _files(
    site: Reuse, steps: Sequence[Step], renderer: Renderer
) -> tuple[dict[str, bytes], frozenset[str], int] | None:
    """The files that the steps change, those that are gone, and the bytes of all texts in the index."""
    files = {step.page: _page(step, site.last, renderer) for step in steps}

    def read(name: str) -> bytes:
        data = (site.site / name).read_bytes()
        if manifest.sum_of(data) != site.sums.get(name):
            raise blobs.Lost(f"{name} is not what the last build wrote")
        return data

    changes = [
        Change(site.last.numbers[step.address], step.old.search.page, step.new.told.search.page)
        for step in steps
    ]
    index = search_update.update(read, changes, site.last.texts_size)
    entries = _all_entries(read(search_files.ENTRIES), steps)
    if index is None or entries is None:
        return None
    files |= {**index.files, search_files.ENTRIES: entries}
    same = [name for name, data in files.items() if manifest.sum_of(data) == site.sums.get(name)]
    return {name: data for name, data in files.items() if name not in same}, index.gone, index.size


def _page(step: Step, last: LastBuild, renderer: Renderer) -> bytes:
    form, said = step.filling
    return shell.encoded(last.shells[form].filled(said, renderer.whole(step.new.shown, form.up)))


def _all_entries(old: bytes, steps: Sequence[Step]) -> bytes | None:
    """The search plugin's own file, which holds all entries of small sites."""
    index = json.loads(old)
    if _as_the_plugin_does(index) != old:
        return None
    entries = index["docs"]
    at = {entry["location"]: number for number, entry in enumerate(entries)}
    for step in sorted(steps, key=lambda step: at.get(step.address, 0), reverse=True):
        if step.address in at:
            start, pages = at[step.address], (step.old.search.page, step.new.told.search.page)
            was, now = ([page.entry.as_dict(), *(place.as_dict() for place in page.places)] for page in pages)
            if entries[start : start + len(was)] != was:
                return None
            entries[start : start + len(was)] = now
    return _as_the_plugin_does(index)


def _as_the_plugin_does(index: object) -> bytes:
    return json.dumps(index, separators=(",", ":"), default=str).encode("utf-8")


def _problems(old: Sequence[Problem], steps: Sequence[Step]) -> tuple[Problem, ...]:
    """The problems of the last build, with those of these texts as they are now."""
    gone = {problem for step in steps for problem in step.old.problems}
    come = {problem for step in steps for problem in step.new.told.problems}
    return told({*old} - gone | come)


def _part(step: Step) -> str:
    return manifest.of_body(str(step.old.ref), step.new.document)


def _with_manifest(
    files: Mapping[str, bytes], gone: frozenset[str], site: Reuse, state: LastBuild
) -> dict[str, bytes]:
    """The changed files with the manifest of the whole."""
    content = manifest.digest(state.parts.values())
    changed = {name: manifest.sum_of(data) for name, data in files.items()}
    data = manifest.edited(site.manifest, site.sums, content, changed, gone)
    is_new = manifest.sum_of(data).sha256 != site.last.manifest
    return {**files, manifest.FILE: data} if is_new else dict(files)
