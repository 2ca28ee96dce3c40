from django.db import models

from tusoi.campaigns.models.campaign import Campaign
from tusoi.core.fields import NFCCharField
from tusoi.org.models import Person, Unit


class PlanReading(models.Model):
    """Bản đọc kế hoạch: a document read into a draft of a campaign, with what the office settled.

    `text` is the normalised text, `draft` what was read from it (`tusoi.planreader.as_json`), both
    never changed. `settled` maps the key of a field to {"state": accepted | corrected | open,
    "value": …}. `campaign` is set once a campaign was made from it.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="plan_readings")
    file_name = NFCCharField("Tên tệp", max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64)
    text = models.TextField()
    draft = models.JSONField()
    settled = models.JSONField(default=dict)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    campaign = models.OneToOneField(
        Campaign, models.SET_NULL, null=True, blank=True, related_name="plan_reading"
    )
    set_aside_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name or "Văn bản dán vào"
