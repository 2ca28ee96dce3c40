from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "tusoi.jobs"
    verbose_name = "Việc chạy nền"
