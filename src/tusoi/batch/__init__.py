"""Xếp loại hàng loạt: judges a table of people or collectives with the rulebook; no Django, no database."""
