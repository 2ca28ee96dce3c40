"""Phiếu kín: who was given a paper and what the papers say share only the round – no key, no time, no order.

Ballots carry a random key and are written anew, shuffled, with every paper that falls into the box, so that
neither the key nor the physical place of a row tells when it was cast. One row is one mark on one subject:
the marks of one voter are not tied together either.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from tusoi.campaigns.models import Subject
from tusoi.core.fields import NFCCharField, NFCTextField, StateField
from tusoi.meetings.enums import BALLOT_ROUND_STATES, BallotMode, BallotPurpose, RatingLevel
from tusoi.meetings.models.meeting import Meeting
from tusoi.org.models import Person


class BallotRound(models.Model):
    """Lượt bỏ phiếu: subjects, electorate, mode; the result stands in `tally` only after closing."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="ballot_rounds")
    title = NFCCharField("Tên lượt bỏ phiếu", max_length=300)
    purpose = models.CharField(
        max_length=8, choices=BallotPurpose.choices(), default=BallotPurpose.SECRET
    )
    mode = models.CharField(max_length=12, choices=BallotMode.choices())
    state = StateField(choices=list(BALLOT_ROUND_STATES.items()), default="prepared")
    summoned = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    tally = models.JSONField(null=True, blank=True)
    box_sha256 = models.CharField(max_length=64, blank=True)
    cancel_reason = NFCTextField("Lý do hủy", blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(BALLOT_ROUND_STATES)), name="ballot_round_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="closed") | Q(tally__isnull=True), name="no_tally_before_closing"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class BallotLine(models.Model):
    """Dòng trên phiếu: one subject that is voted on in the round."""

    ballot_round = models.ForeignKey(BallotRound, models.CASCADE, related_name="lines")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="ballot_lines")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot_round", "subject"], name="subject_once_per_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.subject}"


class CountingPanelMember(models.Model):
    """Thành viên ban kiểm phiếu; exactly one is its head."""

    ballot_round = models.ForeignKey(BallotRound, models.CASCADE, related_name="panel")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_head = models.BooleanField(default=False)

    class Meta:
        ordering = ["-is_head", "person__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["ballot_round", "person"], name="panel_member_once"),
            models.UniqueConstraint(
                fields=["ballot_round"], condition=Q(is_head=True), name="one_panel_head"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class BallotIssue(models.Model):
    """Phát phiếu: a voter was handed a paper; `is_used` says only that it came back."""

    ballot_round = models.ForeignKey(BallotRound, models.CASCADE, related_name="issues")
    voter = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_used = models.BooleanField(default=False)

    class Meta:
        ordering = ["voter__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["ballot_round", "voter"], name="one_paper_per_voter")
        ]

    def __str__(self) -> str:
        return f"{self.voter}"


class Ballot(models.Model):
    """Phiếu: one mark on one subject in the box; blank level = bỏ trống. No voter, no time, no order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    ballot_round = models.ForeignKey(BallotRound, models.CASCADE, related_name="ballots")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+")
    level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)

    def __str__(self) -> str:
        return "Phiếu"


class PaperTally(models.Model):
    """Kết quả kiểm phiếu giấy: the counts the panel enters for the papers of the round."""

    ballot_round = models.OneToOneField(BallotRound, models.CASCADE, related_name="paper_tally")
    issued = models.PositiveSmallIntegerField()
    returned = models.PositiveSmallIntegerField()
    invalid = models.PositiveSmallIntegerField()
    counts = models.JSONField(help_text="Mã đối tượng → số phiếu từng mức và bỏ trống.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(returned__lte=F("issued")), name="returned_not_above_issued"
            ),
            models.CheckConstraint(
                condition=Q(invalid__lte=F("returned")), name="invalid_not_above_returned"
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm phiếu {self.ballot_round}"
