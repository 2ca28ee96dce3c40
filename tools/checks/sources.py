"""Which files a check reads."""

from collections.abc import Iterator
from pathlib import Path


def python_files(root: Path, *folders: str) -> Iterator[Path]:
    """Python files below the folders, migrations left out."""
    for folder in folders or ("src", "tests", "tools", "bench"):
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def text_files(root: Path) -> Iterator[Path]:
    """Every text file of the project that people read or write."""
    suffixes = {
        ".py",
        ".md",
        ".yaml",
        ".yml",
        ".toml",
        ".html",
        ".css",
        ".js",
        ".txt",
        ".sh",
        ".lock",
    }
    skipped = {".venv", ".git", "var", "artifacts", "node_modules", "static-root"}
    for path in sorted(root.rglob("*")):
        if (
            path.is_file()
            and path.suffix in suffixes
            and not skipped & set(path.relative_to(root).parts)
        ):
            yield path
