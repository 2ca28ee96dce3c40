"""Khóa bí mật của máy chạy thử: made once, kept beside the data, readable by its owner only."""

import secrets
from pathlib import Path


def kept_secret(path: Path) -> str:
    """The secret in `path`; a new random one is written on first use."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip()
