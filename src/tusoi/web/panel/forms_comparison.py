"""Bộ lọc trang so sánh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from tusoi.decisions.selectors.comparison import ComparedBy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.org.models import SimilarPostGroup


class ComparisonFilterForm(forms.Form):
    """Bộ lọc: always one group, in some order, with a search by name."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    nhom = forms.ChoiceField(label="Nhóm tương đồng", required=False)
    xep = forms.ChoiceField(label="Sắp xếp theo", required=False, choices=ComparedBy.choices())

    def __init__(
        self,
        groups: Mapping[str, SimilarPostGroup],
        chosen: SimilarPostGroup | None,
        data: Mapping[str, str],
    ) -> None:
        code = chosen.code if chosen else ""
        super().__init__({**{name: data.get(name, "") for name in ("q", "xep")}, "nhom": code})
        choices = [(group.code, group.name) for group in groups.values()]
        self.fields["nhom"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
