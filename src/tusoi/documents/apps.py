from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "tusoi.documents"
    verbose_name = "Văn bản"
