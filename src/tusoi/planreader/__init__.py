"""Đọc kế hoạch: the text of a plan becomes a draft, every piece with the place it was read from. Pure."""

from tusoi.planreader.reading import read_plan

__all__ = ["read_plan"]
