"""Biểu mẫu thi đua, khen thưởng: registering, recording a discussion, nominating, sifting, sending the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.awards.enums import (
    AWARD_NOMINATION_STATES,
    AchievementScope,
    AwardTitle,
    PendingMatter,
)
from tusoi.awards.facts import AwardCase, Merits
from tusoi.campaigns.enums import RatingLevel
from tusoi.documents.services.numbering import LAST_NUMBER, Stamp
from tusoi.web.shared.fields import DateField, optional_choices, person_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.files.uploadedfile import UploadedFile

    from tusoi.awards.models import AwardNomination
    from tusoi.campaigns.models import Subject
    from tusoi.org.models import Collective, Person

MANY = 10_000
MOST_BYTES = 2 * 1024 * 1024
EVERY_TITLE = optional_choices(AwardTitle.choices(), "Tất cả")
_UNSAID = [("", "Chưa xác nhận"), ("yes", "Có"), ("no", "Không")]
_OF_PERSONS = ("has_spirit", "base_titles_running", "provincial_titles_running")
_OF_COLLECTIVES = ("is_united", "member_warned_or_worse")


class RegistrationFilter(forms.Form):
    """Bộ lọc bảng đăng ký thi đua."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    year = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    title = forms.ChoiceField(label="Danh hiệu", required=False, choices=EVERY_TITLE)

    def __init__(self, data: Any, *, years: Iterable[int]) -> None:
        super().__init__(data)
        field: Any = self.fields["year"]
        field.choices = [("", "Tất cả"), *((year, str(year)) for year in years)]


class NominationFilter(forms.Form):
    """Bộ lọc đề nghị khen thưởng."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    title = forms.ChoiceField(label="Danh hiệu", required=False, choices=EVERY_TITLE)
    state = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[("", "Tất cả"), *AWARD_NOMINATION_STATES.items()],
    )


class CandidateFilter(forms.Form):
    """Bộ lọc đối tượng có thể đề nghị khen thưởng."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    level = forms.ChoiceField(
        label="Mức xếp loại",
        required=False,
        choices=optional_choices(RatingLevel.choices(), "Tất cả"),
    )


class TitleForm(forms.Form):
    """Đăng ký thi đua: danh hiệu và ngày của bản đăng ký."""

    title = forms.ChoiceField(
        label="Danh hiệu đăng ký",
        choices=optional_choices(AwardTitle.choices(), "Chọn danh hiệu"),
    )
    registered_on = DateField(
        label="Ngày đăng ký",
        help_text="Ngày ghi trên bản đăng ký; đăng ký tính cho năm của ngày này. Ví dụ: 15/02/2023.",
    )


class MemberForm(TitleForm):
    """Đăng ký cho một người hoặc tập thể của đơn vị."""

    field_order = ("who", "title", "registered_on")
    who = forms.ChoiceField(label="Đối tượng đăng ký")

    def __init__(
        self, data: Any, *, people: Iterable[Person], collectives: Iterable[Collective]
    ) -> None:
        super().__init__(data)
        self.registrants = {f"tap-the-{each.pk}": each for each in collectives} | {
            f"ca-nhan-{each.pk}": each for each in people
        }
        names = [(key, str(each)) for key, each in self.registrants.items()]
        field: Any = self.fields["who"]
        field.choices = optional_choices(names, "Chọn đối tượng")

    def clean_who(self) -> Any:
        return self.registrants[self.cleaned_data["who"]]


class CodeForm(TitleForm):
    """Đăng ký cho một người, tìm theo mã cán bộ."""

    field_order = ("who", "title", "registered_on")
    who = forms.CharField(label="Mã cán bộ", help_text="Mã ghi ở trang Con người.")

    def clean_who(self) -> Person:
        return person_with(self.cleaned_data["who"])


class RegistrationSheetForm(forms.Form):
    """Bảng đăng ký thi đua để nhập."""

    sheet = forms.FileField(
        label="Bảng đăng ký thi đua",
        help_text="Tệp .xlsx, không quá 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_sheet(self) -> UploadedFile:
        sheet: UploadedFile = self.cleaned_data["sheet"]
        if (sheet.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn hơn 2 MB. Hãy chia thành nhiều tệp.")
        return sheet


class DiscussionForm(forms.Form):
    """Kết quả họp bình xét."""

    voting = forms.CharField(
        label="Hình thức biểu quyết", max_length=120, help_text="Ví dụ: Bỏ phiếu kín."
    )
    voters = forms.IntegerField(label="Số người biểu quyết", min_value=1, max_value=MANY)


class _Said(forms.TypedChoiceField):
    """Có, không, hay chưa xác nhận."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=_UNSAID,
            required=False,
            empty_value=None,
            coerce=lambda value: value == "yes",
            **options,
        )


class NominationForm(forms.Form):
    """Đề nghị khen thưởng: fields that do not concern the kind of subject are left out."""

    title = forms.ChoiceField(label="Danh hiệu, hình thức khen thưởng")
    discussion = forms.ModelChoiceField(
        None, label="Cuộc họp bình xét", empty_label="Chọn cuộc họp"
    )
    achievements = forms.CharField(
        label="Tóm tắt thành tích",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Kết quả cụ thể, có số liệu; in trong báo cáo thành tích và danh sách kèm tờ trình.",
    )
    votes_for = forms.IntegerField(label="Số phiếu đồng ý", min_value=0, max_value=MANY)
    votes_against = forms.IntegerField(
        label="Số phiếu không đồng ý", min_value=0, max_value=MANY, initial=0
    )
    has_spirit = _Said(label="Có tinh thần trách nhiệm, đoàn kết, tham gia phong trào thi đua")
    is_united = _Said(label="Nội bộ đoàn kết")
    member_warned_or_worse = forms.BooleanField(
        label="Có cá nhân bị kỷ luật từ cảnh cáo trở lên", required=False
    )
    achievement = forms.ChoiceField(
        label="Phạm vi hiệu quả của sáng kiến, đề tài", choices=AchievementScope.choices()
    )
    initiatives = forms.IntegerField(
        label="Số sáng kiến được công nhận", min_value=0, max_value=MANY, initial=0
    )
    proof = forms.CharField(
        label="Chứng nhận sáng kiến, đề tài",
        required=False,
        help_text="Số, ngày quyết định công nhận; để trống nếu không có.",
    )
    achievement_used_before = forms.BooleanField(
        label="Sáng kiến, thành tích này đã được dùng cho một lần khen thưởng trước",
        required=False,
    )
    base_titles_running = forms.IntegerField(
        label="Số lần liên tục đạt chiến sĩ thi đua cơ sở (tính cả năm nay)",
        min_value=0,
        max_value=MANY,
        initial=0,
    )
    provincial_titles_running = forms.IntegerField(
        label="Số lần liên tục đạt chiến sĩ thi đua bộ, ban, ngành, tỉnh (tính cả năm nay)",
        min_value=0,
        max_value=MANY,
        initial=0,
    )
    pending = forms.MultipleChoiceField(
        label="Việc chưa kết luận",
        required=False,
        choices=PendingMatter.choices(),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label="Lý do vẫn đề nghị",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Chỉ ghi khi hệ thống báo thiếu đăng ký thi đua mà cấp có thẩm quyền vẫn đồng ý đề nghị.",
    )

    def __init__(
        self, data: Any, *, subject: Subject, titles: Iterable[AwardTitle], discussions: Any
    ) -> None:
        super().__init__(data)
        fields: Any = self.fields
        names = [(title.value, title.label) for title in titles]
        fields["title"].choices = optional_choices(names, "Chọn danh hiệu")
        fields["discussion"].queryset = discussions
        for name in _OF_PERSONS if subject.is_collective else _OF_COLLECTIVES:
            del fields[name]

    def case(self) -> AwardCase:
        """What the command takes."""
        data = dict(self.cleaned_data)
        words = {name: data[name] for name in ("achievements", "votes_for", "votes_against")}
        words |= {name: data[name] for name in ("proof", "reason")}
        for name in (*words, "title", "discussion"):
            del data[name]
        data["achievement"] = AchievementScope(data["achievement"])
        data["pending"] = frozenset(map(PendingMatter, data["pending"]))
        return AwardCase(merits=Merits(**data), **words)


class ClosingForm(forms.Form):
    """Lý do không trình, rút đề nghị."""

    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}))


class NominationChoice(forms.ModelMultipleChoiceField):
    """Đề nghị, with the unit."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, nomination: AwardNomination) -> str:
        return f"{nomination} ({nomination.subject.unit.short_name})"


class ListForm(forms.Form):
    """Danh sách trình hội đồng: which nominations, to whom, with which number."""

    nominations = NominationChoice(None, label="Đề nghị trình hội đồng")
    council = forms.CharField(label="Nơi kính gửi", max_length=300)
    dated = DateField(label="Ngày của tờ trình")
    number = forms.IntegerField(
        label="Số tờ trình",
        required=False,
        min_value=1,
        max_value=LAST_NUMBER,
        help_text="Để trống để lấy số tiếp theo của sổ; ghi số nếu văn thư đã cấp ngoài hệ thống.",
    )

    def __init__(self, data: Any, *, nominations: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial | {"nominations": nominations})
        field: Any = self.fields["nominations"]
        field.queryset = nominations

    def stamp(self) -> Stamp:
        return Stamp(dated=self.cleaned_data["dated"], number=self.cleaned_data["number"])
