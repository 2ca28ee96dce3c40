from django.db import models
from django.db.models import F, Q

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.fields import NFCCharField, NFCTextField, StateField
from tusoi.meetings.enums import (
    AGENDA_ITEM_STATES,
    MEETING_STATES,
    AttendanceStatus,
    MeetingAudience,
    MeetingKind,
    RatingLevel,
)
from tusoi.org.models import PartyCell, Person, Unit


class Meeting(models.Model):
    """Hội nghị: of a unit, of the leading collective or of a Party cell (`cell`).

    `audience` says who belongs to it by right, empty for the usual one of its kind. The head
    chairs, the deputy while the head is reviewed.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="meetings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=MeetingKind.choices())
    audience = models.CharField(max_length=16, choices=MeetingAudience.choices(), blank=True)
    cell = models.ForeignKey(
        PartyCell, models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    title = NFCCharField("Tên hội nghị", max_length=300)
    state = StateField(choices=list(MEETING_STATES.items()), default="planned")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = NFCCharField("Địa điểm", max_length=200)
    chair = models.ForeignKey(Person, models.PROTECT, related_name="+")
    deputy_chair = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    secretary = models.ForeignKey(Person, models.PROTECT, related_name="+")
    has_suggestions = models.BooleanField(default=False)
    invited_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(MEETING_STATES)), name="meeting_state_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(chair=F("deputy_chair")), name="deputy_chair_is_another_person"
            ),
            models.CheckConstraint(
                condition=~Q(kind=MeetingKind.CELL_REVIEW) | Q(cell__isnull=False),
                name="meeting_of_a_cell_names_it",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Thành phần dự họp: one invited person, present or absent with a reason."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances")
    title = NFCCharField("Chức vụ", max_length=200, blank=True)
    is_guest = models.BooleanField(default=False)
    status = models.CharField(
        max_length=10, choices=AttendanceStatus.choices(), default=AttendanceStatus.INVITED
    )
    reason = NFCCharField("Lý do vắng mặt", max_length=300, blank=True)

    class Meta:
        ordering = ["is_guest", "person__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="invited_once"),
            models.CheckConstraint(
                condition=~Q(status=AttendanceStatus.EXCUSED) | ~Q(reason=""),
                name="excused_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {AttendanceStatus(self.status).label}"


class AgendaItem(models.Model):
    """Nội dung chương trình: the turn of one subject; `chair` is who conducts it.

    One carried over was reviewed elsewhere already: it is not presented again, the opinions given
    there are taken into these minutes.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="agenda_items")
    position = models.PositiveSmallIntegerField()
    state = StateField(choices=list(AGENDA_ITEM_STATES.items()), default="pending")
    chair = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_carried_over = models.BooleanField(default=False)
    conclusion = NFCTextField("Kết luận", blank=True)
    suggested_level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    deferral_reason = NFCCharField("Lý do hoãn", max_length=300, blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(AGENDA_ITEM_STATES)), name="agenda_item_state_known"
            ),
            models.UniqueConstraint(fields=["meeting", "subject"], name="subject_once_per_meeting"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state="current"), name="one_current_item"
            ),
            models.CheckConstraint(
                condition=~Q(state="concluded") | ~Q(conclusion=""), name="concluded_with_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.subject}"


class RepeatOrder(models.Model):
    """Yêu cầu kiểm điểm lại: a review found unsatisfactory is to be held again; the first one stays on file."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="repeat_order")
    reason = NFCTextField("Lý do kiểm điểm lại")
    document = NFCCharField("Văn bản yêu cầu kiểm điểm lại", max_length=120, blank=True)
    due_on = models.DateField()
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["ordered_at"]

    def __str__(self) -> str:
        return f"Kiểm điểm lại: {self.item.subject}"


class Remark(models.Model):
    """Ý kiến phát biểu tại hội nghị: who said what about which subject."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="remarks")
    speaker = models.ForeignKey(Person, models.PROTECT, related_name="remarks")
    text = NFCTextField("Nội dung ý kiến")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.text[:60]}"


class LevelVote(models.Model):
    """Biểu quyết mức tự xếp loại của tập thể: counts per level of those attending, by show of hands."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="level_votes")
    round_number = models.PositiveSmallIntegerField(default=1)
    attending = models.PositiveSmallIntegerField()
    counts = models.JSONField()
    level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["round_number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "round_number"], name="one_vote_per_round")
        ]

    def __str__(self) -> str:
        return f"Biểu quyết lần {self.round_number}: {self.item}"


class Minutes(models.Model):
    """Biên bản hội nghị: generated, corrected, read and approved at the meeting; frozen by approval."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="minutes")
    body = models.JSONField(default=dict)
    additions = NFCTextField("Nội dung bổ sung của biên bản", blank=True)
    drafted_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)
    approvals = models.PositiveSmallIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | ~Q(sha256=""),
                name="approved_minutes_are_hashed",
            )
        ]

    def __str__(self) -> str:
        return f"Biên bản {self.meeting}"
