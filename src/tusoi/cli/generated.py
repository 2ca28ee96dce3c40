"""Tài liệu sinh tự động: glossary, process diagrams, commands, requirements and the legal matrix as Markdown pages."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import yaml

from tusoi.cli.markdown import NOTE, table
from tusoi.cli.matrix import law_pages, write
from tusoi.cli.requirements import requirement_page
from tusoi.cli.running import project_root
from tusoi.core.command import COMMANDS
from tusoi.rulebook.citations import cite
from tusoi.rulebook.processes import MACHINES
from tusoi.rulebook.rules import authority

APPS = ("org", "campaigns", "meetings", "decisions", "awards", "documents", "jobs")


def load_commands() -> None:
    """Import every services module, so that the registry of commands is complete."""
    for app in APPS:
        package = importlib.import_module(f"tusoi.{app}.services")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


def glossary_page(root: Path) -> str:
    """docs/thuat-ngu.md from glossary.yaml, in the order of the file."""
    rows = yaml.safe_load((root / "glossary.yaml").read_text(encoding="utf-8"))
    cells = (
        (
            f"`{row['english']}`",
            row["vi"],
            row["definition"],
            ", ".join(f"`{word}`" for word in row.get("not", [])),
        )
        for row in rows
    )
    return (
        f"{NOTE}# Thuật ngữ\n\n{table(('Tên trong mã', 'Thuật ngữ', 'Nghĩa', 'Không dùng'), cells)}"
    )


def process_page() -> str:
    """docs/quy-trinh.md: every state machine as a diagram and a table of its steps."""
    parts = [f"{NOTE}# Quy trình\n"]
    for machine in MACHINES:
        steps = (
            (
                step.label,
                ", ".join(machine.states[s] for s in step.sources),
                machine.states[step.target],
                "; ".join(cite(c).label for c in step.cites),
            )
            for step in machine.steps
        )
        parts.append(
            f"## {machine.label} (`{machine.name}`)\n\n```mermaid\n{machine.mermaid()}```\n\n"
            + table(("Thao tác", "Từ", "Đến", "Căn cứ"), steps)
        )
    return "\n".join(parts)


def command_page() -> str:
    """docs/lenh.md: every command with its roles, scope and ground."""
    load_commands()
    rows = []
    for name in sorted(COMMANDS):
        row = authority.row(name)
        purpose = (COMMANDS[name].function.__doc__ or "").strip().splitlines()[0]
        roles = ", ".join(sorted(role.label for role in row.roles))
        rows.append((f"`{name}`", row.label, roles, row.scope, cite(row.cite).label, purpose))
    return (
        f"{NOTE}# Lệnh\n\n{table(('Lệnh', 'Tên', 'Vai trò', 'Phạm vi', 'Căn cứ', 'Mô tả'), rows)}"
    )


def pages(root: Path) -> dict[Path, str]:
    """Every generated page by its path."""
    folder = root / "docs"
    return {
        folder / "thuat-ngu.md": glossary_page(root),
        folder / "quy-trinh.md": process_page(),
        folder / "lenh.md": command_page(),
        folder / "yeu-cau.md": requirement_page(root),
        **law_pages(root),
    }


def write_all() -> list[Path]:
    """Write every page; returns their paths."""
    return write(pages(project_root()))
