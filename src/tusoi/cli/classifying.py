"""./tusoi classify: a whole table judged from the command line, without database."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tusoi.batch.layout import Inquiry
    from tusoi.batch.running import Outcome
    from tusoi.batch.summary import Summary

SHOWN_FAULTS = 20
SHOWN_GROUPS = 10
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})/(\d{1,2})/(\d{4})")


def _refuse(text: str) -> BaseException:
    from tusoi.batch.faults import BatchRefused

    return BatchRefused(text)


def _day(text: str | None) -> date:
    match = _DAY.fullmatch(text or "")
    try:
        if match and match[1]:
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match:
            return date(int(match[6]), int(match[5]), int(match[4]))
    except ValueError:
        match = None
    raise _refuse(
        f"--date{f' “{text}”' if text else ''}: ghi ngày xếp loại dạng năm-tháng-ngày, ví dụ 2026-12-01."
    )


def _jobs(jobs: int | None) -> int:
    if jobs is not None and jobs < 1:
        raise _refuse(f"--jobs {jobs}: số tiến trình phải từ 1 trở lên.")
    return jobs or os.cpu_count() or 1


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Đang xếp loại", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _say_faults(outcome: Outcome) -> None:
    """The first faults, and where all of them stand."""
    faults = outcome.faults
    click.echo(f"Chưa xếp loại: có {faults.count} lỗi, không ghi kết quả nào.", err=True)
    for fault in faults.in_order()[:SHOWN_FAULTS]:
        click.echo(f"  {fault}", err=True)
    if faults.count > SHOWN_FAULTS:
        click.echo(f"  … và {faults.count - SHOWN_FAULTS} lỗi khác.", err=True)
    click.echo(f"Danh sách lỗi: {outcome.report}. Sửa trong bảng rồi chạy lại.", err=True)


def _say_summary(summary: Summary, out: Path) -> None:
    for finding in summary.preface:
        click.echo(f"{finding.severity.label}: {finding.message} {finding.remedy}".rstrip())
    click.echo(f"Đã xếp loại {summary.rows} dòng:")
    for level, count in summary.levels.items():
        click.echo(f"  {level.label if level else 'Chưa có mức đề xuất':<30} {count:>9}")
    over = summary.over_cap
    if over:
        click.echo(
            f"Vượt tỉ lệ trần ở {len(over)} nơi; cấp có thẩm quyền quyết định, không ai bị tự động hạ mức:"
        )
    for group, current in over[:SHOWN_GROUPS]:
        click.echo(
            f"  {group.scope.label} “{group.key}”: {current.used} xuất sắc, tối đa {current.allowed}"
        )
    if len(over) > SHOWN_GROUPS:
        click.echo(f"  … và {len(over) - SHOWN_GROUPS} nơi khác, xem trong kết quả.")
    click.echo(f"Kết quả: {out}")


@click.command()
@click.argument("table", required=False, type=click.Path(path_type=Path))
@click.option(
    "--kind", help="Loại: can-bo, cong-chuc, vien-chuc, dang-vien, tap-the, to-chuc-dang, co-quan."
)
@click.option(
    "--date", "day", help="Ngày xếp loại, ví dụ 2026-12-01; quyết định pháp luật áp dụng."
)
@click.option("--year", type=int, help="Năm được đánh giá; mặc định là năm của --date.")
@click.option("--out", type=click.Path(path_type=Path), help="Tệp kết quả: .xlsx, .csv hoặc .json.")
@click.option("--jobs", type=int, help="Số tiến trình; mặc định dùng mọi nhân của máy.")
@click.option(
    "--overlay", "overlays", multiple=True, help="Quy định địa phương áp dụng thêm; có thể lặp lại."
)
@click.option("--template", is_flag=True, help="Ghi bảng mẫu để điền thay vì xếp loại.")
def classify(
    *,
    table: Path | None,
    kind: str | None,
    day: str | None,
    year: int | None,
    out: Path | None,
    jobs: int | None,
    overlays: tuple[str, ...],
    template: bool,
) -> None:
    """Đề xuất xếp loại hàng loạt từ bảng TABLE (.csv, .xlsx); không cần cơ sở dữ liệu."""
    from tusoi.batch.faults import BatchRefused
    from tusoi.batch.layout import inquiry_of

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if out is None:
            raise _refuse("Thiếu --out: ghi tên tệp kết quả, ví dụ --out ket-qua.xlsx.")
        on = _day(day)
        inquiry = inquiry_of(kind or "", on, year or on.year, overlays)
        if template:
            _write_template(out, inquiry)
        elif table is None:
            raise _refuse("Thiếu tên bảng cần xếp loại. Chưa có bảng thì tạo bằng --template.")
        else:
            sys.exit(_classify(table, out, inquiry, _jobs(jobs)))
    except BatchRefused as refusal:
        click.echo(f"Lỗi: {refusal}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Đã dừng; không ghi kết quả nào.", err=True)
        sys.exit(130)


def _write_template(out: Path, inquiry: Inquiry) -> None:
    from tusoi.batch.template import write_template

    write_template(out, inquiry)
    click.echo(f"Bảng mẫu: {out}")


def _classify(table: Path, out: Path, inquiry: Inquiry, jobs: int) -> int:
    from tusoi.batch.running import classify as run

    with _bar() as progress:
        outcome = run(table, out, inquiry, jobs, progress)
    if outcome.unused:
        names = ", ".join(f"“{name}”" for name in outcome.unused)
        click.echo(f"Cột không dùng đến, được bỏ qua: {names}.", err=True)
    if outcome.summary is None:
        _say_faults(outcome)
        return 1
    _say_summary(outcome.summary, out)
    return 0
