from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "tusoi.awards"
    verbose_name = "Thi đua, khen thưởng"

    def ready(self) -> None:
        """The papers this app can make; its models are loaded only now."""
        from tusoi.awards.selectors.paper_reach import REACHES  # noqa: PLC0415 - after the models
        from tusoi.awards.selectors.paper_sources import SOURCES  # noqa: PLC0415 - after the models
        from tusoi.documents.selectors.reach import register_reach  # noqa: PLC0415 - after the models
        from tusoi.documents.selectors.sources import register  # noqa: PLC0415 - after the models

        register(*SOURCES)
        register_reach(REACHES)
