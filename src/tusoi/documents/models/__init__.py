from tusoi.documents.models.register import NumberingPractice, NumberSeries, RegisterEntry
from tusoi.documents.models.signed_file import SignatureCheck, SignedFile, TrustAnchor
from tusoi.documents.models.stored import StoredDocument, Withdrawal
from tusoi.documents.models.template import PaperTemplate

__all__ = [
    "NumberSeries",
    "NumberingPractice",
    "PaperTemplate",
    "RegisterEntry",
    "SignatureCheck",
    "SignedFile",
    "StoredDocument",
    "TrustAnchor",
    "Withdrawal",
]
