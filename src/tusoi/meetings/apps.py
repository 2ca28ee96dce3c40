from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "tusoi.meetings"
    verbose_name = "Hội nghị"
