from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "tusoi.org"
    verbose_name = "Tổ chức, con người"
