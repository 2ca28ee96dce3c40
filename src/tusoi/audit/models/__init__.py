from tusoi.audit.models.entry import AuditEntry, Transition

__all__ = ["AuditEntry", "Transition"]
