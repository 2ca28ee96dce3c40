from django.db import models

from tusoi.campaigns.models import Campaign, Subject
from tusoi.documents.enums import PaperKind
from tusoi.org.models import Person


class PaperContent(models.Model):
    """Nội dung bổ sung của văn bản: what a paper needs and no step of the season has written down.

    `texts` maps the codes of `decisions.selectors.asked_papers` to a text or to the rows of a table; a paper
    of the whole campaign has no subject.
    """

    kind = models.CharField(max_length=24)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="paper_contents")
    subject = models.ForeignKey(
        Subject, models.CASCADE, null=True, blank=True, related_name="paper_contents"
    )
    texts = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "campaign", "subject"],
                nulls_distinct=False,
                name="one_content_per_paper",
            )
        ]

    def __str__(self) -> str:
        return f"{PaperKind(self.kind).label}: {self.subject or self.campaign}"
