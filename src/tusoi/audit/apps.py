from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "tusoi.audit"
    verbose_name = "Nhật ký"
