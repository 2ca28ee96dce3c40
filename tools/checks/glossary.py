"""The glossary ties English names to Vietnamese terms: models are in it, their docstrings begin with the term."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tools.checks.sources import python_files

WORD = re.compile(r"[A-Z][a-z0-9]*|[a-z0-9]+")


def entries(root: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load((root / "glossary.yaml").read_text(encoding="utf-8")))


def snake(name: str) -> str:
    return "_".join(part.lower() for part in WORD.findall(name))


def model_classes(source: str) -> Iterator[tuple[int, str, str]]:
    """(line, class name, docstring) of the model classes in a models module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and any(
            "Model" in ast.unparse(b) or "AbstractUser" in ast.unparse(b) for b in node.bases
        ):
            yield node.lineno, node.name, ast.get_docstring(node) or ""


def _model_faults(root: Path, terms: dict[str, str]) -> Iterator[str]:
    for path in python_files(root, "src"):
        if "models" not in path.parts:
            continue
        name = path.relative_to(root).as_posix()
        for line, cls, docstring in model_classes(path.read_text()):
            term = terms.get(snake(cls))
            if term is None:
                yield f"{name}:{line}: {cls} is not in glossary.yaml"
            elif not docstring.lower().startswith(term.lower()):
                yield f"{name}:{line}: docstring of {cls} must begin with “{term}”"


def banned_names(source: str, banned: set[str]) -> Iterator[tuple[int, str]]:
    """(line, name) of classes and functions named by a banned synonym."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.ClassDef | ast.FunctionDef)
            and not node.name.startswith("_")
            and snake(node.name) in banned
        ):
            yield node.lineno, node.name


def faults(root: Path) -> Iterator[str]:
    rows = entries(root)
    terms = {row["english"]: row["vi"] for row in rows}
    for english in {
        row["english"] for row in rows if [r["english"] for r in rows].count(row["english"]) > 1
    }:
        yield f"glossary.yaml: {english} stands twice"
    yield from _model_faults(root, terms)
    banned = {word for row in rows for word in row.get("not", [])} - set(terms)
    for path in python_files(root, "src"):
        for line, name in banned_names(path.read_text(), banned):
            yield f"{path.relative_to(root)}:{line}: {name} is a banned synonym (glossary.yaml)"
