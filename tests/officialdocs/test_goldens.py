"""The whole text of every sample, compared with the text kept in `goldens`.

A missing golden is written and the test fails once, so that somebody reads it before it is kept.
"""

from pathlib import Path

import pytest

from tests.officialdocs.reading import text_of
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.samples import SAMPLES

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", SAMPLES)
def test_text_is_as_kept(name):
    make, build = SAMPLES[name]
    text = text_of(write_docx(build(make()))) + "\n"
    golden = GOLDENS / f"{name}.txt"
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
        pytest.fail(f"{golden.name} is new: read it, then keep it")
    assert text == golden.read_text(encoding="utf-8")
