"""Kiểm tra chất lượng: the tools that stand behind ./tusoi test and ./tusoi check."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence

import click

from tusoi.cli.running import project_root

TEST_SETTINGS = "tusoi.config.settings.test"
CORE_FOLDERS = ("tests/rulebook", "tests/officialdocs")
#: The pure packages are tested without Django and without the fixtures that need it.
CORE_OPTIONS = (
    "-p",
    "no:django",
    "--confcutdir=tests/rulebook",
    "-o",
    "addopts=--strict-markers --strict-config --import-mode=importlib -ra",
)
#: Every branch of the rulebook is walked by its own tests and cases.
COVERAGE_OPTIONS = (
    "--cov=tusoi.rulebook",
    "--cov-branch",
    "--cov-fail-under=100",
    "--cov-report=term-missing:skip-covered",
)


def _run(
    arguments: Sequence[str], *, quiet: bool = False, database: str = ""
) -> subprocess.CompletedProcess[str]:
    root = project_root()
    environment = os.environ | {
        "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
        "DJANGO_SETTINGS_MODULE": TEST_SETTINGS,
    }
    if database:
        environment["DATABASE_URL"] = database
    return subprocess.run(
        arguments, cwd=root, env=environment, text=True, capture_output=quiet, check=False
    )


def run_tests(*, core_only: bool, arguments: Sequence[str]) -> int:
    """The pure core with its branch coverage first, then the rest in two processes; exit code of pytest.

    With arguments only what they ask for is run, and coverage is not judged by a part.
    """
    base = [sys.executable, "-m", "pytest"]
    if core_only and arguments:
        return _run([*base, *CORE_OPTIONS, *CORE_FOLDERS, *arguments]).returncode
    if arguments:
        return _run([*base, *arguments], database=_test_database()).returncode
    core = _run([*base, *CORE_OPTIONS, *COVERAGE_OPTIONS, *CORE_FOLDERS]).returncode
    if core_only or core:
        return core
    rest = ["-n", "2", "--dist", "loadfile", *(f"--ignore={folder}" for folder in CORE_FOLDERS)]
    return _run([*base, *rest], database=_test_database()).returncode


def _test_database() -> str:
    """The address of a test server that only this process starts and stops: workers end at different times."""
    from tusoi.config.database import address, data_dir, embedded

    return os.environ.get("DATABASE_URL") or address(
        embedded(data_dir() / "postgres-test", durable=False)
    )


def _tools() -> list[tuple[str, list[str]]]:
    python = [sys.executable, "-W", "ignore"]
    return [
        ("định dạng", [*python, "-m", "ruff", "format", "--check", "."]),
        ("lỗi thường gặp", [*python, "-m", "ruff", "check", "."]),
        (
            "ranh giới mô-đun",
            [
                *python,
                "-c",
                "from importlinter.cli import lint_imports_command; lint_imports_command()",
            ],
        ),
        ("kiểu dữ liệu", [*python, "-m", "mypy", "src"]),
        ("quy ước riêng", [*python, "-m", "tools.checks"]),
        ("migration", [*python, "-m", "django", "makemigrations", "--check", "--dry-run"]),
    ]


def run_checks() -> int:
    """Every tool in turn; prints what failed and how long each took. Returns 1 when any failed."""
    failed = 0
    for label, arguments in _tools():
        started = time.monotonic()
        outcome = _run(arguments, quiet=True)
        mark = "đạt" if outcome.returncode == 0 else "CHƯA ĐẠT"
        click.echo(f"{label:<20} {mark:<9} {time.monotonic() - started:5.1f} giây")
        if outcome.returncode != 0:
            failed = 1
            click.echo(outcome.stdout + outcome.stderr)
    return failed
