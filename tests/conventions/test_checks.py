"""Each check of our own finds its bad examples and passes its good ones; the project itself is clean."""

import pytest
from tools.checks import ballot_names, glossary, nfc, reasons, sizes, state_writes, strangers

EXAMPLES = [
    (state_writes.faults_in, "row.state = 'open'", "row.standing = 'open'"),
    (state_writes.faults_in, "rows.update(state='open')", "rows.update(title='x')"),
    (
        ballot_names.faults_in,
        "from tusoi.meetings.models.ballot import Ballot",
        "from tusoi.meetings.models import ballot",
    ),
    (reasons.faults_in, "x = 1  # noqa", "x = 1  # noqa: E741 - the letter of the formula"),
    (
        reasons.faults_in,
        "x = 1  # type: ignore",
        "x = 1  # type: ignore[arg-type]  # stub is wrong here",
    ),
    (strangers.page_faults, '<p style="color:red">', '<p class="bad">'),
    (strangers.page_faults, "<button onclick='x()'>", "<button data-action='x'>"),
    (
        strangers.page_faults,
        "<script>alert(1)</script>",
        '<script src="{% static "js/a.js" %}"></script>',
    ),
    (
        strangers.page_faults,
        '<img src="https://example.org/a.png">',
        '<img src="{% static "a.png" %}">',
    ),
    (strangers.machine_faults, "open('" + "/ho" + "me/someone/x')", "open('/homepage/x')"),
    (
        lambda source: glossary.banned_names(source, {"ranking"}),
        "class Ranking: ...",
        "class Classification: ...",
    ),
    (
        lambda source: sizes.long_functions(source, 2),
        "def f():\n    a = 1\n    return a",
        "def f():\n    return 1",
    ),
]


@pytest.mark.parametrize(("find", "bad", "good"), EXAMPLES)
def test_check_finds_the_bad_example_and_passes_the_good_one(find, bad, good):
    assert list(find(bad))
    assert not list(find(good))


def test_nfc_tells_composed_from_decomposed():
    assert nfc.is_nfc("ế")
    assert not nfc.is_nfc("e\u0302\u0301")


def test_model_docstring_is_read():
    source = 'class Campaign(models.Model):\n    """Đợt đánh giá: one season."""\n'
    assert list(glossary.model_classes(source)) == [(1, "Campaign", "Đợt đánh giá: one season.")]
