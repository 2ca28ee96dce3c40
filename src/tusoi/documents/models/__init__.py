from tusoi.documents.models.register import NumberingPractice, NumberSeries, RegisterEntry
from tusoi.documents.models.stored import StoredDocument, Withdrawal

__all__ = ["NumberSeries", "NumberingPractice", "RegisterEntry", "StoredDocument", "Withdrawal"]
