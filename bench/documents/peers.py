"""The same two-page form by docxtpl and by WeasyPrint: words from a JSON file, seconds for one form printed as JSON."""

import io
import json
import sys
from pathlib import Path
from time import process_time

from docx import Document
from docxtpl import DocxTemplate
from weasyprint import HTML

FORM = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
COUNT = int(sys.argv[2])


def docxtpl_template():
    """A template with one line per paragraph of the form and one table, made once."""
    document = Document()
    document.add_paragraph("{%p for line in lines %}")
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=3, cols=len(FORM["table"][0]))
    table.rows[0].cells[0].text = "{%tr for row in table %}"
    for position, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ row[{position}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def with_docxtpl(template, number):
    form = DocxTemplate(io.BytesIO(template))
    form.render({"lines": [f"{line} {number}" for line in FORM["lines"]], "table": FORM["table"]})
    form.save(io.BytesIO())


def with_weasyprint(number):
    HTML(string=FORM["html"].replace("</h1>", f"{number}</h1>")).write_pdf()


def seconds(act):
    act(0)
    started = process_time()
    for number in range(1, COUNT + 1):
        act(number)
    return (process_time() - started) / COUNT


template = docxtpl_template()
print(
    json.dumps(
        {
            "docxtpl": seconds(lambda number: with_docxtpl(template, number)),
            "WeasyPrint": seconds(with_weasyprint),
        }
    )
)
