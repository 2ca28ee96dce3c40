"""Kiểm tra mẫu: fields nobody knows, fields that are missing, lists not closed, fields used twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tusoi.officialdocs.own.fields import ITEM, POSITION, Shape, fields_of
from tusoi.officialdocs.own.marks import joined, placed_marks, text_of
from tusoi.officialdocs.own.package import MAIN, open_package, text_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.officialdocs.own.fields import TemplateField
    from tusoi.officialdocs.own.marks import Found


@dataclass(frozen=True, slots=True)
class Remark:
    """Lỗi của mẫu: what is wrong, where it stands, how it is mended."""

    message: str
    place: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        place = f" ({self.place})" if self.place else ""
        return f"{self.message}{place}. {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class Report:
    """Kết quả kiểm tra mẫu: faults forbid its use, notes do not."""

    faults: tuple[Remark, ...]
    notes: tuple[Remark, ...]

    @property
    def is_usable(self) -> bool:
        return not self.faults


@dataclass(slots=True)
class _Level:
    """Một tầng: the fields known here, the list it belongs to, what was used."""

    fields: dict[str, TemplateField]
    opened: Found | None = None
    owner: TemplateField | None = None
    used: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class _Check:
    def __init__(self, kind: str) -> None:
        self.levels = [_Level(_by_name(fields_of(kind)))]
        self.faults: list[Remark] = []
        self.notes: list[Remark] = []

    def part(self, name: str, found: Iterator[Found]) -> None:
        """The marks of one part of the file; a list ends in the part where it begins."""
        for mark in found:
            self._mark(mark, name)
        for level in reversed(self.levels[1:]):
            self._unclosed(level)
            self._leave()

    def _unclosed(self, level: _Level) -> None:
        if level.opened:
            self._fault(
                f"Danh sách {level.opened.words} chưa đóng",
                level.opened.place,
                f"Thêm {{{{/{level.opened.name}}}}} sau phần lặp.",
            )

    def _mark(self, mark: Found, part: str) -> None:
        if not mark.name:
            self._fault(
                f"Trường viết sai: “{mark.words}”",
                mark.place,
                "Viết tên trường giữa hai cặp ngoặc, ví dụ {{nguoi_ky}}.",
            )
        elif mark.sign == "/":
            self._close(mark)
        elif mark.sign == "#":
            self._open(mark)
        else:
            self._value(mark, part)

    def _open(self, mark: Found) -> None:
        known = self._known(mark)
        if known is None:
            self.levels.append(_Level({}, mark))
            return
        self.levels[-1].used[mark.name].append(mark.place)
        inner = _by_name(known.inner) if known.shape is Shape.ROWS else {}
        self.levels.append(_Level(inner, mark, known))

    def _close(self, mark: Found) -> None:
        opened = self.levels[-1].opened
        if opened is None or opened.name != mark.name:
            self._fault(
                f"{mark.words} không khớp với danh sách nào đang mở",
                mark.place,
                "Mỗi {{#…}} có đúng một {{/…}} cùng tên, đóng theo thứ tự ngược lại.",
            )
            return
        self._leave()

    def _leave(self) -> None:
        level = self.levels.pop()
        if level.opened and level.owner and level.owner.shape is Shape.ROWS:
            self.required(level, level.opened.place)

    def _value(self, mark: Found, part: str) -> None:
        is_in_list = len(self.levels) > 1
        if is_in_list and mark.name in {ITEM, POSITION}:
            return
        known = self._known(mark)
        if known is None:
            return
        self.levels[-1].used[mark.name].append(mark.place)
        if known.shape is Shape.ROWS:
            self._fault(
                f"Trường {mark.words} là danh sách",
                mark.place,
                f"Đặt các trường của nó giữa {{{{#{mark.name}}}}} và {{{{/{mark.name}}}}}.",
            )
        elif known.shape is Shape.BODY:
            self._whole_body(mark, part, is_in_list=is_in_list)

    def _whole_body(self, mark: Found, part: str, *, is_in_list: bool) -> None:
        if part != MAIN or is_in_list or text_of(mark.paragraph).strip() != mark.words:
            self._fault(
                f"Trường {mark.words} không đứng một mình trong một đoạn của phần thân",
                mark.place,
                "Đặt trường này một mình trong một đoạn, ngoài đầu trang, chân trang và danh sách.",
            )

    def _known(self, mark: Found) -> TemplateField | None:
        for level in reversed(self.levels):
            if mark.name in level.fields:
                return level.fields[mark.name]
            if level.opened and level.owner is None:
                return None
        self._fault(
            f"Không có trường {mark.words} cho loại văn bản này",
            mark.place,
            "Dùng đúng một tên trong danh sách trường của loại văn bản.",
        )
        return None

    def required(self, level: _Level, place: str = "") -> None:
        """What this level must hold and does not; what stands in it more than once."""
        for name, known in level.fields.items():
            if known.required and not any(n in level.used for n in (name, *known.covered_by)):
                self._fault(
                    f"Thiếu trường {{{{{name}}}}} – {known.label}",
                    place,
                    "Thêm trường này vào mẫu.",
                )
        for name, places in level.used.items():
            if len(places) > 1:
                at = "; ".join(places)
                self.notes.append(Remark(f"Trường {{{{{name}}}}} dùng {len(places)} lần", at))

    def _fault(self, message: str, place: str, remedy: str) -> None:
        self.faults.append(Remark(message, place, remedy))


def check_template(content: bytes, kind: str, name: str = "") -> Report:
    """What is wrong with an uploaded file as a template of this kind; Unusable where it is no DOCX to fill."""
    check = _Check(kind)
    for part, root in text_parts(open_package(content, name)):
        joined(root)
        check.part(part, placed_marks(part, root))
    check.required(check.levels[0])
    return Report(tuple(check.faults), tuple(check.notes))


def _by_name(known: tuple[TemplateField, ...]) -> dict[str, TemplateField]:
    return {one.name: one for one in known}
