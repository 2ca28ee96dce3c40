"""Diễn tập: a whole season in a database of its own, its results on the terminal, its papers in a folder."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from tusoi.rehearsal import example, papers, plan_report, report, season
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.stage import Stage


def rehearse(name: str, out: Path, console: Console | None = None) -> int:
    """Play the example from plan to closing; 0 when done, 2 where there is no such example."""
    console = console or Console()
    try:
        chosen = example.load(name)
    except example.UnknownExample as error:
        console.print(str(error))
        return 2
    with scratch_database(f"tusoi_dien_tap_{os.getpid()}"):
        stage = play_with_bar(chosen, console)
        plan_report.show(stage, console)
        report.show(stage, console)
        written = papers.write_all(stage, out)
    console.print(f"Đã ghi {len(written)} văn bản vào {out}.")
    return 0


def show_names(console: Console | None = None) -> None:
    """Print every example with the plan it plays."""
    table = Table("Ví dụ", "Kế hoạch", title="Các đợt mẫu", title_justify="left")
    for name, title in example.titles().items():
        table.add_row(name, title)
    (console or Console()).print(table)


def play_with_bar(
    chosen: example.Example, console: Console, until: datetime | None = None
) -> Stage:
    """Play the season under a progress bar."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("Dựng đơn vị", total=None)
        return season.play(
            chosen,
            until=until,
            progress=lambda done, total, label: bar.update(
                task, completed=done, total=total, description=f"{label:<22}"
            ),
        )
