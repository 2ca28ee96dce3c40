from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "tusoi.campaigns"
    verbose_name = "Đợt đánh giá"
