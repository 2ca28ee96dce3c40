from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tusoi.web"
    verbose_name = "Trang web"
