from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "tusoi.awards"
    verbose_name = "Thi đua, khen thưởng"
