"""Tệp ZIP từng phần: stretches one after another are one sound ZIP."""

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from tusoi.documents.services.segments import closing, segment
from tusoi.documents.services.set_names import LONGEST, SetNames

CONTENTS = st.lists(st.lists(st.binary(max_size=300), max_size=4), max_size=5)


def zipped(groups):
    whole, entries, number = b"", [], 0
    for group in groups:
        files = [(f"a/{number + n}.txt", content) for n, content in enumerate(group)]
        number += len(group)
        piece, made = segment(len(whole), files)
        whole, entries = whole + piece, entries + made
    return whole + closing(len(whole), entries, ("danh-muc.xlsx", b"index"))


@given(CONTENTS)
@settings(max_examples=50)
def test_every_file_is_read_back(groups):
    archive = ZipFile(BytesIO(zipped(groups)))
    contents = [content for group in groups for content in group]
    assert archive.testzip() is None
    assert [archive.read(name) for name in archive.namelist()] == [*contents, b"index"]


@given(CONTENTS)
@settings(max_examples=50)
def test_where_the_file_was_cut_does_not_show(groups):
    assert zipped(groups) == zipped([[content for group in groups for content in group]])


@given(st.lists(st.sampled_from(["Đỗ Thị Hà", "Do Thi Ha", "do-thi-ha-2", "x" * 80, "?", ""])))
def test_names_are_short_plain_and_never_twice(titles):
    names = SetNames()
    folder = names.folder(1, "Phòng Kế hoạch – Tài chính")
    stems = [names.stem(folder, title) for title in titles]
    assert len(set(stems)) == len(stems)
    assert all(stem.isascii() for stem in stems)
    assert all(len(f"{stem.split('/')[-1]}.docx") <= LONGEST for stem in stems)


def test_two_units_of_one_name_have_two_folders():
    names = SetNames()
    assert names.folder(1, "Phòng Tổng hợp") == "phong-tong-hop"
    assert names.folder(2, "Phòng tổng hợp") == "phong-tong-hop-2"
    assert names.folder(1, "Phòng Tổng hợp") == "phong-tong-hop"
