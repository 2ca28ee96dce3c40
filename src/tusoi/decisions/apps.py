from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "tusoi.decisions"
    verbose_name = "Xếp loại, quyết định"

    def ready(self) -> None:
        """The papers this app can make; its models are loaded only now."""
        from tusoi.decisions.selectors import paper_sources, season_paper_sources  # noqa: PLC0415 - after the models
        from tusoi.decisions.selectors.dossier_papers import contents_of_dossier  # noqa: PLC0415 - after the models
        from tusoi.decisions.selectors.paper_reach import REACHES  # noqa: PLC0415 - after the models
        from tusoi.documents.selectors.contents import register_contents  # noqa: PLC0415 - after the models
        from tusoi.documents.selectors.reach import register_reach  # noqa: PLC0415 - after the models
        from tusoi.documents.selectors.sources import register  # noqa: PLC0415 - after the models

        register(*paper_sources.SOURCES, *season_paper_sources.SOURCES)
        register_reach(REACHES)
        register_contents(contents_of_dossier)
