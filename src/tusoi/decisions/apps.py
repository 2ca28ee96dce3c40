from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "tusoi.decisions"
    verbose_name = "Xếp loại, quyết định"
