from tusoi.decisions.models.classification import Appraisal, Classification, KeptRecord, Override
from tusoi.decisions.models.decision import Decision, Notice
from tusoi.decisions.models.opinion import OpinionRequest
from tusoi.decisions.models.paper_content import PaperContent

__all__ = [
    "Appraisal",
    "Classification",
    "Decision",
    "KeptRecord",
    "Notice",
    "OpinionRequest",
    "Override",
    "PaperContent",
]
