"""Đo đọc kế hoạch: pages per second, memory, growth with length; ratios are printed, never judged."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from io import BytesIO
from time import process_time

from docx import Document
from pypdf import PdfReader, PdfWriter
from rich.console import Console
from rich.table import Table as Report

from tusoi.officialdocs import sample_season
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.papers import plan_paper
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.planreader import read_plan
from tusoi.planreader.files import text_of

#: An A4 page of a plan in 14 points.
PAGE_CHARACTERS = 2_200
GOAL_SECONDS, GOAL_PAGES = 1.0, 20
FLOOD = 100_000
FLOODS = {
    "chữ số": "1",
    "gạch chéo": "1/",
    "“Số: ”": "Số: 12 ",
    "ngoặc": "(",
    "ngày": "trước ngày 30/11 ",
    "căn cứ": "Căn cứ Quy định số 18-QĐ/TU ",
    "mục": "1. A\n",
    "dấu *": "*",
    "biểu mẫu": "Mẫu 02A-HD KĐ.ĐG ",
    "dòng gãy": "và các\n",
    "hồ sơ": "Hồ sơ gồm:\n- A\n- B (nếu có)\n",
}


def plan_of(pages: int) -> str:
    """A plan of so many pages: real wording again and again, under numbers that go on."""
    once = text_of(write_docx(plan_paper(sample_season.plan())), "ke-hoach.docx")
    times = pages * PAGE_CHARACTERS // len(once) + 1
    body = "\n".join(f"PHẦN {number}\n{once}" for number in range(1, times + 1))
    return body[: pages * PAGE_CHARACTERS]


def seconds(act: Callable[[], object]) -> float:
    """Processor seconds of the best of three, once warm."""
    act()
    best = float("inf")
    for _ in range(3):
        started = process_time()
        act()
        best = min(best, process_time() - started)
    return best


def peak_megabytes(act: Callable[[], object]) -> float:
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024**2


def _growth(text_for: Callable[[int], str], size: int) -> tuple[float, float]:
    """Seconds for a size, and how many times as long twice the size takes: 2 is proportional, 4 is the square."""
    once, twice = text_for(size), text_for(2 * size)
    short = seconds(lambda: read_plan(once))
    return short, seconds(lambda: read_plan(twice)) / max(short, 1e-9)


def _length_rows(report: Report, pages: int) -> None:
    for size in (GOAL_PAGES, pages):
        taken, ratio = _growth(plan_of, size)
        memory = peak_megabytes(lambda size=size: read_plan(plan_of(size)))
        report.add_row(
            f"Kế hoạch {size} trang",
            f"{taken:.2f} s",
            f"{size / taken:.0f} trang/s",
            f"× {ratio:.2f}",
            f"{memory:.0f} MB",
        )


def _flood_rows(report: Report) -> None:
    for label, piece in FLOODS.items():
        taken, ratio = _growth(lambda size, piece=piece: (piece * size)[:size], FLOOD)
        report.add_row(
            f"{FLOOD:_} ký tự {label}".replace("_", "."), f"{taken:.2f} s", "", f"× {ratio:.2f}", ""
        )


def _long_docx(pages: int) -> bytes:
    document, buffer = Document(), BytesIO()
    for line in plan_of(pages).splitlines():
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


def _long_pdf(pages: int) -> bytes:
    once = PdfReader(BytesIO(write_pdf(plan_paper(sample_season.plan()))))
    writer, buffer = PdfWriter(), BytesIO()
    for number in range(pages):
        writer.add_page(once.pages[number % len(once.pages)])
    writer.write(buffer)
    return buffer.getvalue()


def _file_rows(report: Report, pages: int) -> None:
    for label, content in (("DOCX", _long_docx(pages)), ("PDF", _long_pdf(pages))):
        taken = seconds(lambda content=content: text_of(content, "ke-hoach"))
        report.add_row(
            f"Tệp {label} {pages} trang thành chữ",
            f"{taken:.2f} s",
            f"{pages / taken:.0f} trang/s",
            "",
            "",
        )


def run(pages: int) -> None:
    """Print what one reading costs; the goal stands beside it."""
    report = Report(title=f"Đọc kế hoạch (mục tiêu: {GOAL_PAGES} trang dưới {GOAL_SECONDS:g} s)")
    for heading in ("Đo", "Thời gian", "Nhịp độ", "Gấp đôi độ dài", "Bộ nhớ đỉnh"):
        report.add_column(heading)
    _length_rows(report, pages)
    _flood_rows(report)
    _file_rows(report, pages)
    Console().print(report)
