from django.db import models
from django.db.models import Q

from tusoi.campaigns.enums import CAMPAIGN_STATES, MilestoneStep, SubjectKind
from tusoi.core.fields import NFCCharField, NFCTextField, StateField
from tusoi.org.models import Person, Unit


class Campaign(models.Model):
    """Đợt đánh giá: one season of one body, opened from its plan (kế hoạch).

    `law_date` is fixed by opening; every rule of the campaign reads the law of that day.
    `overlay` names the local rules (data) that the plan brings; `local_values` keeps the body's own
    values as they stood on that day (`campaigns.facts`), so that later ones do not touch it.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="campaigns")
    title = NFCCharField("Tên đợt đánh giá", max_length=300)
    review_year = models.PositiveSmallIntegerField()
    state = StateField(choices=list(CAMPAIGN_STATES.items()), default="draft")
    overlay = models.CharField(max_length=60, blank=True)
    plan_number = NFCCharField("Số kế hoạch", max_length=60, blank=True)
    plan_date = models.DateField()
    plan_purpose = NFCTextField("Mục đích, yêu cầu", blank=True)
    plan_contents = NFCTextField("Nội dung kế hoạch", blank=True)
    plan_organisation = NFCTextField("Tổ chức thực hiện", blank=True)
    recipients = NFCTextField("Nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    signer = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    signer_title = NFCCharField("Chức vụ người ký", max_length=120, blank=True)
    superior_body = NFCCharField("Cơ quan cấp trên", max_length=200, blank=True)
    law_date = models.DateField(null=True, blank=True)
    local_values = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-review_year", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(CAMPAIGN_STATES)), name="campaign_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(law_date__isnull=False),
                name="open_campaign_has_law_date",
            ),
            models.UniqueConstraint(
                fields=["body", "review_year"],
                condition=Q(state__in=["draft", "open"]),
                name="one_running_campaign_per_body_and_year",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """The short name, for the head of every page."""
        return f"Đợt năm {self.review_year}"


class LegalBasis(models.Model):
    """Căn cứ pháp lý của kế hoạch, in the order of the plan."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="legal_bases")
    position = models.PositiveSmallIntegerField()
    text = NFCTextField("Căn cứ pháp lý")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Milestone(models.Model):
    """Mốc thời gian: a deadline of the plan; `is_inclusive` is False for “trước ngày”, True for “trong ngày”."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="milestones")
    step = models.CharField(max_length=30, choices=MilestoneStep.choices())
    label = NFCCharField("Nội dung công việc", max_length=300)
    responsible = NFCCharField("Đơn vị thực hiện", max_length=200)
    due_on = models.DateField()
    is_inclusive = models.BooleanField(default=False)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "step"], name="one_milestone_per_step")
        ]

    def __str__(self) -> str:
        return self.label


class Track(models.Model):
    """Quy trình áp dụng cho một nhóm đối tượng: form, place, opinions, proposer and decider (matrix of the plan).

    `criteria_form_code` is the annex on which a collective marks its criteria (Mẫu 1a), `member_form_code`
    the form of Party members where it differs. A kind that is not in the plan (`is_in_plan`) is left
    out; `decided_above_by` names the upper level that decides on a kind reviewed here. Codes mirror `tusoi.rulebook.rules.authority.Procedure`; opening a campaign freezes them.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="tracks")
    kind = models.CharField(max_length=30, choices=SubjectKind.choices())
    form_code = models.CharField(max_length=30)
    criteria_form_code = models.CharField(max_length=30, blank=True)
    member_form_code = models.CharField(max_length=30, blank=True)
    is_in_plan = models.BooleanField(default=True)
    decided_above_by = NFCCharField("Cấp trên quyết định", max_length=200, blank=True)
    review_place = NFCCharField("Nơi kiểm điểm", max_length=120)
    required_opinions = models.JSONField(default=list)
    proposer = models.CharField(max_length=24, blank=True)
    decider = models.CharField(max_length=24, blank=True)
    is_decided_here = models.BooleanField(default=True)
    cite = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "kind"], name="one_track_per_kind")
        ]

    def __str__(self) -> str:
        return SubjectKind(self.kind).label


class Reminder(models.Model):
    """Đôn đốc: the office urges a unit about a deadline; shown among the tasks of those in charge there."""

    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="reminders")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="reminders")
    text = NFCTextField("Nội dung đôn đốc", blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"Đôn đốc {self.unit.short_name}: {self.milestone}"
