from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "tusoi.core"
    verbose_name = "Nền chung"
