from tusoi.documents.models.stored import StoredDocument

__all__ = ["StoredDocument"]
