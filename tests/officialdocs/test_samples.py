"""Văn bản mẫu: a folder with every example in every style and format, shown on one page."""

from tusoi.cli.sampling import filled_forms, samples, write_samples
from tusoi.officialdocs.samples import SAMPLES
from tusoi.rulebook.forms import forms


def test_every_example_stands_in_every_style_of_its_body():
    names = {sample.name for sample in samples()}
    assert {name.rsplit("-", 1)[0] for name in names} == set(SAMPLES)
    assert {"party_notice-dang_hd36", "party_notice-dang_hd05", "notice-nd30"} <= names


def test_every_form_of_every_guidance_is_among_the_examples():
    assert {sample.name.removeprefix("bieu-mau-") for sample in filled_forms()} == set(forms())


def test_the_folder_holds_three_formats_and_an_index(tmp_path):
    made = write_samples(tmp_path, with_pages=False)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    for sample in made:
        for kind in ("docx", "pdf", "html"):
            assert (tmp_path / f"{sample.name}.{kind}").stat().st_size > 0
            assert f'href="{sample.name}.{kind}"' in index
