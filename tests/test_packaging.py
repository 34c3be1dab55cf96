"""The wheel carries everything that the program needs, and nothing else.

It is built the way a package index would build it: from the source archive.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.program import ROOT, clean_environment

pytestmark = pytest.mark.xdist_group("packaging")

SHIPPED = {"winjournal": "winjournal", "styles": "_styles", "migrations": "_migrations"}


def build(target: str, source: Path, into: Path) -> Path:
    """Build the source archive or the wheel of a tree; return the file."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(into)],
        cwd=source,
        env=clean_environment(into),
        check=True,
        capture_output=True,
    )
    (built,) = into.glob("*.tar.gz" if target == "sdist" else "*.whl")
    return built


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the source archive of this tree."""
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel built from the unpacked source archive."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as tar:
        tar.extractall(unpacked, filter="data")
    (tree,) = unpacked.iterdir()
    return zipfile.ZipFile(build("wheel", tree, tmp_path_factory.mktemp("wheel")))


def files(folder: Path) -> set[str]:
    """Return the files of a folder of the repository, what Python caches aside."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", ["styles", "migrations"])
def test_a_top_level_folder_ships_inside_the_package(
    folder: str, wheel: zipfile.ZipFile
) -> None:
    there = f"winjournal/{SHIPPED[folder]}/"
    shipped = {
        name.removeprefix(there) for name in wheel.namelist() if name.startswith(there)
    }
    assert shipped == files(ROOT / folder)
    assert shipped
    for name in shipped:
        assert wheel.read(there + name) == (ROOT / folder / name).read_bytes()


def test_the_package_ships_whole(wheel: zipfile.ZipFile) -> None:
    inside = ("winjournal/_styles/", "winjournal/_migrations/", "winjournal/_docs/")
    shipped = {
        name.removeprefix("winjournal/")
        for name in wheel.namelist()
        if name.startswith("winjournal/") and not name.startswith(inside)
    }
    assert shipped == files(ROOT / "winjournal")
    assert "py.typed" in shipped


def test_nothing_else_ships(wheel: zipfile.ZipFile) -> None:
    folders = {name.partition("/")[0] for name in wheel.namelist()}
    data, information = sorted(folders - {"winjournal"})
    assert data.endswith(".data")
    assert information.endswith(".dist-info")
    assert not [name for name in wheel.namelist() if name.endswith((".pyc", ".pyo"))]


def test_the_manual_and_its_page_ship(wheel: zipfile.ZipFile) -> None:
    manual = (ROOT / "docs" / "manual.md").read_bytes()
    assert wheel.read("winjournal/_docs/manual.md") == manual
    (page,) = (n for n in wheel.namelist() if ".data/" in n)
    assert page.endswith(".data/data/share/man/man1/winjournal.1")


def test_both_names_start_the_program(wheel: zipfile.ZipFile) -> None:
    (entry_points,) = (n for n in wheel.namelist() if n.endswith("/entry_points.txt"))
    listed = wheel.read(entry_points).decode().splitlines()
    assert "winjournal = winjournal.__main__:main" in listed
    assert "wj = winjournal.__main__:main" in listed


def test_the_version_is_told_once(wheel: zipfile.ZipFile) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    source = wheel.read("winjournal/__init__.py").decode()
    assert f'__version__ = "{project["version"]}"' in source


def test_the_source_archive_can_run_the_tests(archive: Path) -> None:
    with tarfile.open(archive) as tar:
        names = {Path(*Path(name).parts[1:]).as_posix() for name in tar.getnames()}
    needed = {"dev", "requirements.lock", "requirements-run.lock", "tests/conftest.py"}
    assert needed <= names
    assert not [name for name in names if "__pycache__" in name or ".venv" in name]
