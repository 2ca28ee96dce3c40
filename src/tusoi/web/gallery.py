"""The living style page: every component with sample data; routed in development only."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace as Sample
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render

from tusoi.rulebook import Finding, Severity

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HANOI = timezone(timedelta(hours=7))
LEVELS = [
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
]
UNITS = [
    "Văn phòng Sở",
    "Thanh tra Sở",
    "Phòng Quản lý công nghiệp",
    "Phòng Quản lý thương mại",
    "Phòng Quản lý năng lượng",
    "Trung tâm Khuyến công và Xúc tiến thương mại",
]
PEOPLE = [
    ("Lò Văn An", "Trưởng phòng", 92.5, 1),
    ("Trần Thị Bích", "Phó Trưởng phòng", 88, 2),
    ("Vàng A Chua", "Chuyên viên", 84.25, 2),
    ("Nguyễn Thu Hà", "Chuyên viên chính", 90, 1),
    ("Lý Thị Mẩy", "Chuyên viên", 71, 3),
    ("Phạm Quốc Toản", "Nhân viên", 48, 4),
]


class FilterForm(forms.Form):
    q = forms.CharField(
        label="Tìm theo họ và tên", required=False, widget=forms.TextInput({"type": "search"})
    )
    unit = forms.ChoiceField(
        label="Đơn vị",
        required=False,
        choices=[("", "Tất cả đơn vị"), *((name, name) for name in UNITS)],
    )


class ReviewForm(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Viết đúng như trong hồ sơ công chức.")
    held_on = forms.DateField(label="Ngày họp")
    level = forms.ChoiceField(
        label="Mức tự xếp loại", choices=list(enumerate(LEVELS, start=1)), widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Tôi đã đọc lại toàn bộ nội dung", required=False)
    strengths = forms.CharField(
        label="Ưu điểm, kết quả đạt được",
        help_text="Nêu kết quả cụ thể, có số liệu.",
        widget=forms.Textarea({"rows": 6}),
        initial="Tham mưu ban hành 12 văn bản, không văn bản nào quá hạn.",
    )


def _findings() -> list[Finding]:
    return [
        Finding(
            "sample.notes",
            Severity.NOTES,
            "Có 3 người được miễn đánh giá vì công tác chưa đủ 06 tháng.",
        ),
        Finding(
            "sample.blocks",
            Severity.BLOCKS,
            "Dự thảo báo cáo mới gửi trước 2 ngày làm việc, ít hơn 3 ngày theo quy định.",
            cites=("2284-kh-sct/ii.1.3",),
            remedy="Dời ngày họp sang 08/12/2023 hoặc muộn hơn.",
        ),
        Finding(
            "sample.warns",
            Severity.WARNS,
            "Phòng Quản lý năng lượng có 2 người đề nghị mức hoàn thành xuất sắc nhiệm vụ.",
            cites=("18-qd-tu/d10", "124-qd-tw/d10.k2"),
            remedy="Trưởng phòng xem lại đề nghị trước ngày 10/12/2023.",
        ),
    ]


def _tasks() -> list[Sample]:
    rows = [
        (
            "Gửi bản tự kiểm điểm cá nhân",
            date(2023, 12, 1),
            "Quá hạn 2 ngày",
            "bad",
            "Còn thiếu mức tự xếp loại.",
        ),
        (
            "Góp ý dự thảo báo cáo kiểm điểm của tập thể",
            date(2023, 12, 5),
            "Còn 2 ngày",
            "warning",
            "",
        ),
        ("Đọc thông báo kết quả xếp loại năm 2022", None, "Chưa đọc", "neutral", ""),
    ]
    keys = ("label", "due", "state_label", "tone", "note")
    return [Sample(url="#", **dict(zip(keys, row, strict=True))) for row in rows]


def _deadlines() -> list[Sample]:
    rows = [
        ("Ban hành kế hoạch", date(2023, 11, 24), True),
        ("Cá nhân gửi bản tự kiểm điểm", date(2023, 12, 1), False),
        ("Các phòng, đơn vị họp kiểm điểm", date(2023, 12, 5), False),
        ("Gửi hồ sơ về Văn phòng Sở", date(2023, 12, 6), False),
        ("Lấy ý kiến Đảng ủy Sở", date(2023, 12, 12), False),
        ("Quyết định xếp loại", date(2023, 12, 20), False),
        ("Thông báo kết quả", date(2024, 1, 5), False),
    ]
    return [Sample(label=label, on=on, done=done) for label, on, done in rows]


def _matrix() -> list[Sample]:
    done = [(12, 12, 1), (5, 5, 0), (7, 9, 0), (0, 8, 0), (8, 8, 1), (3, 14, 0)]
    return [
        Sample(
            label=unit,
            url="#",
            cells=[
                Sample(
                    done=sent,
                    total=total,
                    url="#",
                    tone="bad" if not sent else "",
                    label="Quá hạn" if not sent else "",
                ),
                Sample(done=met, total=1, url="", tone="", label=""),
                Sample(done=0, total=total, url="", tone="", label="") if met else None,
            ],
        )
        for unit, (sent, total, met) in zip(UNITS, done, strict=True)
    ]


def _distribution() -> list[Sample]:
    counts = [(2, 8, 2, 0), (1, 4, 0, 0), (1, 6, 1, 1), (3, 4, 1, 0), (1, 7, 0, 0), (2, 10, 2, 0)]
    return [Sample(label=unit, url="", counts=row) for unit, row in zip(UNITS, counts, strict=True)]


def _people(request: HttpRequest) -> Any:
    rows = [Sample(name=n, post=p, score=s, rank=r, level=LEVELS[r - 1]) for n, p, s, r in PEOPLE]
    rows = [row for row in rows if request.GET.get("q", "").lower() in row.name.lower()]
    return Paginator(rows * 40, 6).get_page(request.GET.get("page"))


def _shell() -> dict[str, Any]:
    """The frame as the context processor of a signed-in official would give it."""
    actor = Sample(name="Lò Văn An", role_label="Trưởng đơn vị, Phòng Quản lý công nghiệp")
    items = [
        {"label": "Việc của tôi", "url": "#", "current": True, "count": 3},
        {"label": "Bản kiểm điểm", "url": "#"},
        {"label": "Kết quả của tôi", "url": "#"},
    ]
    unit_items = [
        {"label": "Đơn vị của tôi", "url": "#"},
        {"label": "Hội nghị", "url": "#", "count": 1},
    ]
    return {
        "body_name": "Sở Công Thương tỉnh Lai Châu",
        "actor": actor,
        "capacities": [
            Sample(key="me", label="Cá nhân", current=False),
            Sample(key="unit", label=actor.role_label, current=True),
        ],
        "campaign": Sample(name="Đợt đánh giá năm 2023", get_absolute_url="#"),
        "navigation": [
            {"label": "Cá nhân", "items": items},
            {"label": "Đơn vị", "items": unit_items},
        ],
    }


def _parts() -> dict[str, Any]:
    return {
        "findings": _findings(),
        "tasks": _tasks(),
        "deadlines": _deadlines(),
        "today": date(2023, 12, 3),
        "until": datetime(2023, 12, 6, 17, 0, tzinfo=HANOI),
        "columns": ["Bản tự kiểm điểm", "Họp đơn vị", "Đề nghị xếp loại"],
        "matrix": _matrix(),
        "levels": LEVELS,
        "distribution": _distribution(),
        "facts": [
            ("Cơ sở tính tỷ lệ", "42 công chức hoàn thành tốt trở lên"),
            ("Hạn gửi", "01/12/2023", "#", "Sửa"),
            ("Người chủ trì", "Trần Thị Bích, Phó Trưởng phòng"),
        ],
        "last_year": "Tham mưu ban hành 9 văn bản, trong đó 1 văn bản chậm 5 ngày.\n\nCần chủ động hơn trong phối hợp.",
        **_moving_parts(),
    }


def _moving_parts() -> dict[str, Any]:
    """What stands at one point of a way: steps, tabs, a job, a conflict."""
    return {
        "steps": [
            Sample(label="Tự kiểm điểm", state="done", url="#", note="12/12"),
            Sample(label="Họp đơn vị", state="current", url="#", note="hạn 05/12/2023"),
            Sample(label="Thẩm định", state="todo", url="", note=""),
            Sample(label="Quyết định", state="todo", url="", note=""),
        ],
        "tabs": [
            Sample(label="Nội dung", url="#", current=True, count=None),
            Sample(label="Góp ý", url="#", current=False, count=4),
            Sample(label="Lịch sử", url="#", current=False, count=None),
        ],
        "job": Sample(
            label="Nhập danh sách từ bảng tính",
            done=640,
            total=1200,
            state="succeeded",
            message="Đã kiểm tra 640 dòng.",
            result_url="#",
        ),
        "conflict": Sample(
            by="Trần Thị Bích",
            at=datetime(2023, 12, 3, 10, 30, tzinfo=HANOI),
            compare_url="#",
            reload_url="#",
        ),
    }


def gallery(request: HttpRequest, layout: str = "") -> HttpResponse:
    """Show the components, or one of the other layouts by name."""
    template = f"components/gallery{'_' + layout if layout else ''}.html"
    wrong = ReviewForm({"name": "", "held_on": "31/02/2023", "strengths": "Đã viết."})
    context = {
        **_shell(),
        **_parts(),
        "page_obj": _people(request),
        "filter_form": FilterForm(request.GET or None),
        "form": ReviewForm(),
        "wrong_form": wrong,
    }
    return render(request, template, context)


gallery.permission = "public"  # type: ignore[attr-defined]  # read by the route test
