from tusoi.documents.models.document_set import DocumentSet, SetItem, SetPart
from tusoi.documents.models.register import NumberingPractice, NumberSeries, RegisterEntry
from tusoi.documents.models.signed_file import SignatureCheck, SignedFile, TrustAnchor
from tusoi.documents.models.stored import StoredDocument, Withdrawal
from tusoi.documents.models.template import PaperTemplate

__all__ = [
    "DocumentSet",
    "NumberSeries",
    "NumberingPractice",
    "PaperTemplate",
    "RegisterEntry",
    "SetItem",
    "SetPart",
    "SignatureCheck",
    "SignedFile",
    "StoredDocument",
    "TrustAnchor",
    "Withdrawal",
]
