"""Văn bản mẫu: one filled example of every kind, style and format in a folder, with a page that shows them all."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from pypdf import PdfReader

from tusoi.officialdocs import Paper, write_docx
from tusoi.officialdocs.html_writer import write_html
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.samples import SAMPLES, sample_paper
from tusoi.officialdocs.styles import styles
from tusoi.rehearsal.form_examples import example_papers

RESOLUTION = 60
PAGE = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="paper.css"></head><body>{body}</body></html>'


@dataclass(frozen=True, slots=True)
class Sample:
    """Mẫu: a filled paper in one style, with the name of its files."""

    name: str
    paper: Paper


def samples() -> Iterator[Sample]:
    """Every example in every style of its kind of body."""
    for name in SAMPLES:
        paper = sample_paper(name)
        for style in styles().values():
            if style.party is paper.style.party:
                yield Sample(f"{name}-{style.name}", replace(paper, style=style))


def filled_forms() -> Iterator[Sample]:
    """Every form of every guidance, filled in, in the style of its own year."""
    for code, paper in example_papers():
        yield Sample(f"bieu-mau-{code}", paper)


def write_samples(out: Path, *, with_pages: bool) -> list[Sample]:
    """All files of all examples and `index.html`; with page images when asked."""
    out.mkdir(parents=True, exist_ok=True)
    made = [*samples(), *filled_forms()]
    for sample in made:
        _write(sample, out)
        if with_pages:
            _draw(sample, out)
    css = files("tusoi.web").joinpath("static/css/paper.css").read_text(encoding="utf-8")
    (out / "paper.css").write_text(css, encoding="utf-8")
    (out / "index.html").write_text(_index(made, out), encoding="utf-8")
    return made


def _write(sample: Sample, out: Path) -> None:
    (out / f"{sample.name}.docx").write_bytes(write_docx(sample.paper))
    (out / f"{sample.name}.pdf").write_bytes(write_pdf(sample.paper))
    page = PAGE.format(title=escape(sample.paper.title), body=write_html(sample.paper))
    (out / f"{sample.name}.html").write_text(page, encoding="utf-8")


def _draw(sample: Sample, out: Path) -> None:
    """The pages of the PDF as PNG."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        raise click.ClickException("Máy này chưa có pdftoppm (gói poppler-utils) để vẽ trang.")
    for old in out.glob(f"{sample.name}-trang-*.png"):
        old.unlink()
    target = str(out / f"{sample.name}-trang")
    source = str(out / f"{sample.name}.pdf")
    subprocess.run([tool, "-r", str(RESOLUTION), "-png", source, target], check=True)


def _index(made: list[Sample], out: Path) -> str:
    rows = "".join(_row(sample, out) for sample in made)
    return PAGE.format(title="Văn bản mẫu", body=f"<h1>Văn bản mẫu</h1>{rows}")


def _row(sample: Sample, out: Path) -> str:
    links = ", ".join(
        f'<a href="{sample.name}.{kind}">{kind.upper()}</a>' for kind in ("docx", "pdf", "html")
    )
    images = "".join(
        f'<img src="{image.name}" alt="" loading="lazy">'
        for image in sorted(out.glob(f"{sample.name}-trang-*.png"))
    )
    title = " – ".join(
        escape(" ".join(text.split()))
        for text in (sample.paper.title, sample.paper.summary)
        if text
    )
    return f"<h2>{title} ({escape(sample.name)})</h2><p>{links}</p><p>{images}</p>"


def check_with_libreoffice(made: list[Sample], out: Path) -> Iterator[str]:
    """The examples whose DOCX has another number of pages (by more than one) than the PDF, in words."""
    office = shutil.which("soffice")
    if office is None:
        raise click.ClickException("Máy này không có LibreOffice để đối chiếu.")
    with TemporaryDirectory() as folder:
        sources = [str(out / f"{sample.name}.docx") for sample in made]
        command = [office, "--headless", "--convert-to", "pdf", "--outdir", folder, *sources]
        subprocess.run(command, check=True, capture_output=True)
        for sample in made:
            ours = _pages((out / f"{sample.name}.pdf").read_bytes())
            theirs = _pages((Path(folder) / f"{sample.name}.pdf").read_bytes())
            if abs(ours - theirs) > 1:
                yield f"{sample.name}: PDF {ours} trang, LibreOffice {theirs} trang"


def _pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)
