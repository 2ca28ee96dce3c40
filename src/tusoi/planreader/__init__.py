"""Đọc kế hoạch: the text of a plan becomes a draft, every piece with the place it was read from. Pure."""
