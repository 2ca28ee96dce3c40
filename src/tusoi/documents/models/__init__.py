from tusoi.documents.models.register import NumberingPractice, NumberSeries, RegisterEntry
from tusoi.documents.models.stored import StoredDocument, Withdrawal
from tusoi.documents.models.template import PaperTemplate

__all__ = [
    "NumberSeries",
    "NumberingPractice",
    "PaperTemplate",
    "RegisterEntry",
    "StoredDocument",
    "Withdrawal",
]
