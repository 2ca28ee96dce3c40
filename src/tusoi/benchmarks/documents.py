"""Đo văn bản: two-page forms and a long table as DOCX and PDF, memory of a stream, beside other ways to make them."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table as Report

from tusoi.benchmarks.peer_room import ROOT, PeerUnavailable, peer_python, run_peer
from tusoi.officialdocs import Paper, write_docx
from tusoi.officialdocs import sample_season as season
from tusoi.officialdocs.html_writer import write_html
from tusoi.officialdocs.paper import Align, Column, Paragraph, Table
from tusoi.officialdocs.papers import self_review_paper, summary_sheet_paper
from tusoi.officialdocs.pdf_payload import payload_of
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.sample_department import LONG

PEER_FORMS = 20
GOAL_DOCX, GOAL_PDF, GOAL_TABLE, GOAL_MEMORY = 100, 30, 2.0, 300
TASKS = Table(
    (
        Column("TT", 1, Align.CENTER),
        Column("Nhiệm vụ", 6),
        Column("Kết quả", 3),
    ),
    tuple((str(n), LONG, "Hoàn thành đúng tiến độ") for n in range(1, 9)),
)


def form(number: int) -> Paper:
    """A personal form of two pages with a table; no two say the same."""
    paper = self_review_paper(season.self_review())
    named = Paragraph(f"Phiếu số {number}: {LONG}")
    return replace(paper, body=(named, TASKS, *paper.body))


def _seconds(act: Callable[[int], object], count: int) -> float:
    """Processor seconds for one, after one that warms up."""
    act(-1)
    started = process_time()
    for number in range(count):
        act(number)
    return (process_time() - started) / count


def stream(many: int) -> float:
    """The peak of memory in MB after so many papers, DOCX and PDF in turn."""
    for number in range(many):
        (write_pdf if number % 2 else write_docx)(form(number))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _peak_of_stream(many: int) -> float:
    """Measured in a process of its own, which has made nothing else."""
    code = f"from tusoi.benchmarks.documents import stream; print(stream({many}))"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def run(*, forms: int, rows: int, many: int) -> None:
    """Measure and print; peers that cannot be had are named."""
    report = Report(title="Lập văn bản (một lõi, giây của bộ xử lý)")
    for title in ("Việc", "Đo được", "Mục tiêu"):
        report.add_column(title)
    for name, write, goal in (("DOCX", write_docx, GOAL_DOCX), ("PDF", write_pdf, GOAL_PDF)):
        rate = 1 / _seconds(lambda number, write=write: write(form(number)), forms)
        report.add_row(f"{forms} phiếu {name}", f"{rate:,.0f}/giây", f"≥ {goal}/giây")
    sheet = summary_sheet_paper(season.summary_sheet(rows))
    for name, write in (("DOCX", write_docx), ("PDF", write_pdf)):
        started = process_time()
        size = len(write(sheet))
        taken = f"{process_time() - started:.2f} giây, {size / 1e6:.1f} MB"
        report.add_row(f"Bảng ngang {rows:,} dòng, {name}", taken, f"≤ {GOAL_TABLE:.0f} giây")
    report.add_row(
        f"Bộ nhớ cao nhất sau {many:,} văn bản",
        f"{_peak_of_stream(many):,.0f} MB",
        f"≤ {GOAL_MEMORY} MB",
    )
    for name, measured in {**_peers(), **_office()}.items():
        report.add_row(f"{name}, cùng nội dung", measured, "")
    Console().print(report)


def _peers() -> dict[str, str]:
    """Other libraries in an environment of their own."""
    paper = form(0)
    texts = (block for block in payload_of(paper)["blocks"] if block["kind"] == "text")
    lines = ["".join(run["text"] for run in block["runs"]) for block in texts]
    words = {"lines": lines, "table": TASKS.rows, "html": _page(paper)}
    with TemporaryDirectory() as folder:
        source = Path(folder) / "form.json"
        source.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        script = ROOT / "bench" / "documents" / "peers.py"
        try:
            python = peer_python("documents")
            printed = run_peer([str(python), str(script), str(source), str(PEER_FORMS)])
        except PeerUnavailable as reason:
            return {"docxtpl, WeasyPrint": f"không đo được: {reason}"}
    return {name: f"{1 / each:,.1f}/giây" for name, each in json.loads(printed).items()}


def _page(paper: Paper) -> str:
    css = (ROOT / "src/tusoi/web/static/css/paper.css").read_text(encoding="utf-8")
    return f"<meta charset='utf-8'><style>{css}</style><h1></h1>{write_html(paper)}"


def _office() -> dict[str, str]:
    """LibreOffice turning our DOCX into PDF, all in one call (seconds of the clock)."""
    office = shutil.which("soffice")
    if office is None:
        return {"LibreOffice": "không có trên máy này"}
    with TemporaryDirectory() as folder:
        names = [Path(folder) / f"{number}.docx" for number in range(PEER_FORMS)]
        for number, name in enumerate(names):
            name.write_bytes(write_docx(form(number)))
        command = [
            office,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *map(str, names),
        ]
        started = perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        return {"LibreOffice": f"{PEER_FORMS / (perf_counter() - started):,.1f}/giây"}
