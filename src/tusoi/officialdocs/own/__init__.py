"""Mẫu của cơ quan: an agency's own DOCX with named fields, checked and filled; fields never run anything."""

from tusoi.officialdocs.own.checking import Remark, Report, check_template
from tusoi.officialdocs.own.example import example_template
from tusoi.officialdocs.own.fields import Shape, TemplateField, fields_of, has_template
from tusoi.officialdocs.own.filling import fill_template, fits
from tusoi.officialdocs.own.package import LARGEST_FILE, Unusable
from tusoi.officialdocs.own.values import Value, values_of

__all__ = [
    "LARGEST_FILE",
    "Remark",
    "Report",
    "Shape",
    "TemplateField",
    "Unusable",
    "Value",
    "check_template",
    "example_template",
    "fields_of",
    "fill_template",
    "fits",
    "has_template",
    "values_of",
]
