"""Every kind of paper says where its layout comes from, and the paper itself does not."""

import pytest

from tests.officialdocs.reading import text_of
from tusoi.documents.enums import PaperKind
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.layouts import LayoutTrust, layout_of
from tusoi.officialdocs.samples import SAMPLES


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_names_the_source_of_its_layout(kind):
    for is_party in (False, True):
        layout = layout_of(kind.value, is_party=is_party)
        assert layout.note
        assert layout.trust.label


def test_a_party_form_may_be_unverified_where_that_of_the_state_is_not():
    assert layout_of("invitation").trust is LayoutTrust.PRESCRIBED
    assert layout_of("invitation", is_party=True).trust is LayoutTrust.UNVERIFIED


@pytest.mark.parametrize("name", SAMPLES)
def test_the_paper_bears_no_mark_of_trust(name):
    make, build = SAMPLES[name]
    paper = build(make())
    layout = layout_of(paper.kind, is_party=paper.style.party)
    text = text_of(write_docx(paper))
    assert layout.note not in text
    assert layout.trust.label not in text


def test_every_kind_has_a_filled_example():
    kinds = {build(make()).kind for make, build in SAMPLES.values()}
    assert kinds == {kind.value for kind in PaperKind}
