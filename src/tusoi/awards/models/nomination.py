from django.db import models
from django.db.models import Q

from tusoi.awards.enums import AWARD_NOMINATION_STATES, AwardTitle
from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.fields import NFCCharField, NFCTextField, StateField
from tusoi.meetings.models import Meeting
from tusoi.org.models import Person


class AwardDiscussion(models.Model):
    """Bình xét thi đua, khen thưởng: held by a unit at its conference after the rating, with how and by how many it was voted."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="award_discussion")
    voting = NFCCharField("Hình thức biểu quyết", max_length=120)
    voters = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["meeting__unit__path", "meeting__starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(voters__gt=0), name="discussion_with_voters")
        ]

    def __str__(self) -> str:
        return f"Bình xét thi đua, khen thưởng của {self.meeting.unit}"


class AwardList(models.Model):
    """Danh sách trình hội đồng thi đua, khen thưởng: the nominations that went to the council with one note."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="award_lists")
    council = NFCCharField("Nơi kính gửi", max_length=300)
    submitted_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-submitted_on", "-pk"]

    def __str__(self) -> str:
        return f"Danh sách trình {self.council}, ngày {self.submitted_on:%d/%m/%Y}"


class AwardNomination(models.Model):
    """Đề nghị khen thưởng: one title asked for one subject, on its achievements, with the votes it had.

    `merits` is what the meeting confirmed (`awards.facts.Merits`), `findings` what the rules said
    when it was put forward; `override_reason` why the unit asks against a finding that allows it.
    """

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="award_nominations")
    title = models.CharField(max_length=40, choices=AwardTitle.choices())
    discussion = models.ForeignKey(AwardDiscussion, models.PROTECT, related_name="nominations")
    state = StateField(choices=list(AWARD_NOMINATION_STATES.items()), default="nominated")
    achievements = NFCTextField("Tóm tắt thành tích")
    proof = NFCTextField("Chứng nhận sáng kiến, đề tài", blank=True)
    merits = models.JSONField(default=dict)
    votes_for = models.PositiveSmallIntegerField()
    votes_against = models.PositiveSmallIntegerField(default=0)
    override_reason = NFCTextField("Lý do vẫn đề nghị", blank=True)
    findings = models.JSONField(default=list)
    nominated_at = models.DateTimeField()
    nominated_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closing_reason = NFCTextField("Lý do không trình, rút đề nghị", blank=True)
    award_list = models.ForeignKey(
        AwardList, models.PROTECT, null=True, blank=True, related_name="nominations"
    )

    class Meta:
        ordering = ["title", "subject__unit__path", "subject__rank", "subject__sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(AWARD_NOMINATION_STATES)), name="nomination_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(award_list__isnull=False),
                name="submitted_nomination_in_a_list",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(closing_reason=""),
                name="nomination_declined_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["subject", "title"],
                condition=~Q(state="withdrawn"),
                name="nominated_for_a_title_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {AwardTitle(self.title).label}"
