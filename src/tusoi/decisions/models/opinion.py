from django.db import models
from django.db.models import Q

from tusoi.campaigns.models import Subject
from tusoi.core.fields import NFCTextField, StateField
from tusoi.decisions.enums import OPINION_REQUEST_STATES, OpinionSource, RatingLevel
from tusoi.org.models import PartyCell, Person, Unit


class OpinionRequest(models.Model):
    """Lấy ý kiến: of the Party committee, the cell at work, the former unit or a concurrent one, with a deadline (last day, inclusive)."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="opinion_requests")
    source = models.CharField(max_length=20, choices=OpinionSource.choices())
    cell = models.ForeignKey(PartyCell, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    state = StateField(choices=list(OPINION_REQUEST_STATES.items()), default="requested")
    due_on = models.DateField()
    requested_at = models.DateTimeField()
    text = NFCTextField("Nội dung ý kiến", blank=True)
    level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(OPINION_REQUEST_STATES)), name="opinion_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="given") | ~Q(text=""), name="given_opinion_has_text"
            ),
            models.UniqueConstraint(
                fields=["subject", "source", "unit"],
                condition=~Q(state="withdrawn"),
                nulls_distinct=False,
                name="one_request_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{OpinionSource(self.source).label}: {self.subject}"

    @property
    def words(self) -> str:
        """The suggested level, else how far the request has come."""
        return RatingLevel(self.level).label if self.level else OPINION_REQUEST_STATES[self.state]
