"""The shape of the code, checked."""

from __future__ import annotations

import ast
import graphlib
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Container, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import briefing

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "hooks/briefing"
LAYERS = (
    "model",
    "parse",
    "validate",
    "release",
    "convert",
    "strip",
    "link",
    "wire",
    "prose",
    "graph",
    "views",
    "pages",
    "scaffold",
    "rewrite",
    "report",
    "pipeline",
    "retelling",
    "glimpse",
    "edge",
)
FOLDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "views": ("shapes", "parts", "pictures", "kinds"),
        "edge": ("content", "authors", "delivery", "kept", "mkdocs", "builds", "preview"),
    }
)
"""Those of a stage that has so many modules, in the order in which they may import each other."""
# Disk, clock, chance, network, terminal, other programs, MkDocs: for `edge`, hooks and scripts alone.
WORLD = frozenset(
    (
        *(
            "asyncio",
            "ctypes",
            "getpass",
            "glob",
            "http",
            "io.FileIO",
            "io.open",
            "io.open_code",
            "locale",
            "logging",
            "material",
            "mkdocs",
            "mmap",
        ),
        *(
            "multiprocessing",
            "os",
            "pathlib.Path",
            "pathlib.PosixPath",
            "pathlib.WindowsPath",
            "platform",
            "random",
        ),
        *("requests", "rich", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys"),
        *(
            "tempfile",
            "threading",
            "time",
            "urllib.request",
            "urllib3",
            "uuid.uuid1",
            "uuid.uuid4",
            "watchdog",
        ),
        *("webbrowser", "click", "concurrent.futures"),
    )
)
SEES_THE_WORLD = frozenset(
    (
        "input",
        "now",
        "open",
        "print",
        "read_bytes",
        "read_text",
        "today",
        "utcnow",
        "write_bytes",
        "write_text",
    )
)
MUTABLE = frozenset(("bytearray", "Counter", "OrderedDict", "defaultdict", "deque", "dict", "list", "set"))
READ_ONLY = re.compile(r"(?:Final\[)?(?:Mapping|Sequence|Collection|Set)\[")  # mypy then allows no change
MOST_LINES = 300


def modules() -> list[Path]:
    return sorted(CORE.rglob("*.py"))


def own_code() -> list[Path]:
    return sorted(path for folder in ("hooks", "scripts") for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def layer_of(path: Path) -> str:
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def imports(path: Path, root: Path = CORE.parent) -> Iterator[str]:
    """Every name that a module imports, as one dotted word, however deep in the code it does so."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(root).parts[: -node.level] if node.level else ()
            start = ".".join((*package, *filter(None, [node.module])))
            yield from (f"{start}.{alias.name}" for alias in node.names)


def is_of_the_world(name: str) -> bool:
    parts = name.split(".")
    return any(".".join(parts[:length]) in WORLD for length in range(1, len(parts) + 1))


def mutable_names(tree: ast.Module) -> Iterator[str]:
    """Names at module level whose value can be changed in place, and whose type does not forbid it."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            if READ_ONLY.match(ast.unparse(node.annotation)):
                continue
            targets, value = [node.target], node.value
        else:
            continue
        is_mutable = isinstance(
            value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
        ) or (isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2] in MUTABLE)
        if is_mutable:
            yield from (name for name in map(ast.unparse, targets) if name != "__all__")


def test_every_module_belongs_to_a_layer() -> None:
    strangers = {name_of(path) for path in modules() if layer_of(path) not in (*LAYERS, "__init__")}

    assert not strangers


def test_imports_point_inwards() -> None:
    """A stage imports itself or an earlier one."""
    outwards = [
        f"{name_of(path)}: {name}"
        for path in modules()
        if layer_of(path) in LAYERS
        for name in imports(path)
        if name.startswith("briefing.") and LAYERS.index(name.split(".")[1]) > LAYERS.index(layer_of(path))
    ]

    assert not outwards


def test_no_module_imports_one_that_imports_it() -> None:
    """However long the way round, and though it be for types alone."""
    names = {".".join(path.relative_to(CORE.parent).with_suffix("").parts): path for path in modules()}
    ways = {name: {one for one in _modules_of(path, names) if one != name} for name, path in names.items()}

    assert _circle(ways) == []


def test_a_circle_of_modules_is_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) in (["b", "c", "b"], ["c", "b", "c"])


def _circle(ways: Mapping[str, Collection[str]]) -> list[str]:
    """Modules of which each imports its neighbour, the first one again at the end; empty without any."""
    try:
        graphlib.TopologicalSorter(ways).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def _modules_of(path: Path, names: Container[str]) -> Iterator[str]:
    """The modules of ours that a module imports, or takes a name from."""
    for name in imports(path):
        yield from (one for one in (name, name.rpartition(".")[0]) if one in names)


@pytest.mark.parametrize("stage", FOLDERS)
def test_imports_within_a_stage_point_inwards(stage: str) -> None:
    """A folder imports itself, an earlier one, or what lies beside them all."""
    outwards = [
        f"{name_of(path)}: {name}"
        for place, folder in enumerate(FOLDERS[stage])
        for path in sorted((CORE / stage / folder).glob("*.py"))
        for name in imports(path)
        if _folder(stage, name) in FOLDERS[stage][place + 1 :]
    ]

    assert not outwards


def _folder(stage: str, name: str) -> str:
    """The folder of a stage, or the module beside them, from which a name is imported."""
    before, _, rest = name.partition(f"briefing.{stage}.")
    return "" if before else rest.partition(".")[0]


@pytest.mark.parametrize("stage", FOLDERS)
def test_every_folder_of_a_stage_has_its_place(stage: str) -> None:
    folders = {path.name for path in (CORE / stage).iterdir() if path.is_dir() and any(path.glob("*.py"))}

    assert folders == set(FOLDERS[stage])


def test_only_the_edge_imports_the_world() -> None:
    worldly = [
        f"{name_of(path)}: {name}"
        for path in modules()
        if layer_of(path) != "edge"
        for name in imports(path)
        if is_of_the_world(name)
    ]

    assert not worldly


def test_only_the_edge_reads_writes_prints_or_asks_the_time() -> None:
    worldly = [
        f"{name_of(path)}:{node.lineno}: {ast.unparse(node.func)}"
        for path in modules()
        if layer_of(path) != "edge"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in SEES_THE_WORLD
    ]

    assert not worldly


def test_the_core_knows_neither_hooks_nor_scripts() -> None:
    outside = {path.stem for folder in ("hooks", "scripts") for path in (ROOT / folder).glob("*.py")}
    # A command may be called like a public package; from the core, that name means the package.
    outside -= sys.stdlib_module_names
    named = [f"{name_of(path)}: {name}" for path in modules() for name in imports(path) if name in outside]

    assert not named


def test_no_hook_shadows_a_standard_module() -> None:
    """MkDocs puts `hooks/` first on the path while it loads a hook."""
    names = {path.stem for path in (ROOT / "hooks").glob("*.py")}

    assert not names & sys.stdlib_module_names


def test_no_module_holds_what_can_change() -> None:
    """What belongs to one build must not live on in the next one of the preview server."""
    changeable = [f"{name_of(path)}: {name}" for path in own_code() for name in mutable_names(tree_of(path))]

    assert not changeable, "a tuple, a frozenset, a MappingProxyType, or the type Mapping[…]"


def test_no_function_rebinds_a_name_of_its_module() -> None:
    rebinding = [
        f"{name_of(path)}:{node.lineno}"
        for path in own_code()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Global)
    ]

    assert not rebinding


def test_every_module_opens_with_a_sentence() -> None:
    silent = [name_of(path) for path in own_code() if not ast.get_docstring(tree_of(path))]

    assert not silent


def test_no_module_is_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in own_code()}

    del lengths["scripts/verify.py"]  # one file, for it is carried alone to machines that have nothing else
    assert not {name: length for name, length in lengths.items() if length > MOST_LINES}


def test_commands_parse_on_an_old_python() -> None:
    """So that it can be refused with a sentence, which `_environment` says, and no syntax error."""
    commands = sorted((ROOT / "scripts").glob("*.py"))

    assert [name_of(path) for path in commands if not _parses(path, (3, 8))] == []


def _parses(path: Path, version: tuple[int, int]) -> bool:
    try:
        ast.parse(path.read_text(encoding="utf-8"), feature_version=version)
    except SyntaxError:
        return False
    return True


def test_the_working_tree_is_what_we_test() -> None:
    assert briefing.__file__ is not None
    assert Path(briefing.__file__).is_relative_to(CORE)


def test_no_file_names_a_machine_s_folder_or_a_package_index() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git work tree: which files are ours is not known")
    # In pieces, for this file is one of those that are read.
    folders = re.compile(r"(?<![\w.:/~-])/(?:" + "|".join(("work", "root", "tmp", "home", "Users")) + r")/\w")
    hosts = re.compile("|".join(re.escape(".".join(host)) for host in INDEXES))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = (ROOT / name for name in listed.stdout.decode("utf-8").split("\0") if name)
    naming = [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path in files
        if path.is_file() and not path.is_symlink()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1)
        if folders.search(line) or hosts.search(line)
    ]

    assert not naming


INDEXES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("registry", "npmjs", "org"),
    ("registry", "yarnpkg", "com"),
    ("deb", "debian", "org"),
    ("pkg", "dev"),
)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a = []", ["a"]),
        ("A = {'x': 1}", ["A"]),
        ("A: dict[str, int] = dict(x=1)", ["A"]),
        ("from collections import defaultdict\nseen = defaultdict(list)", ["seen"]),
        ("A = (1, 2)", []),
        ("A = frozenset({1})", []),
        ("A: Mapping[str, int] = {'x': 1}", []),
        ("A = MappingProxyType({'x': 1})", []),
        ("def f():\n    a = []", []),
    ],
)
def test_the_search_for_what_can_change_finds_it(code: str, expected: list[str]) -> None:
    assert list(mutable_names(ast.parse(code))) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os.path", ["os.path"]),
        ("from pathlib import Path", ["pathlib.Path"]),
        ("def f():\n    from ..edge import disk", ["briefing.edge.disk"]),
        ("from . import other", ["briefing.views.other"]),
        ("from briefing import edge", ["briefing.edge"]),
    ],
)
def test_the_search_for_imports_finds_them(tmp_path: Path, code: str, expected: list[str]) -> None:
    module = tmp_path / "briefing/views/here.py"
    module.parent.mkdir(parents=True)
    module.write_text(code, encoding="utf-8")

    assert list(imports(module, tmp_path)) == expected


def test_a_path_without_a_disk_is_not_of_the_world() -> None:
    assert not is_of_the_world("pathlib.PurePosixPath")
    assert is_of_the_world("pathlib.Path")
    assert is_of_the_world("os.path.join")
