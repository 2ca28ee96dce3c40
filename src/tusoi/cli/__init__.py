"""Dòng lệnh: thin; every command calls one function of the product or one tool."""

from tusoi.cli.main import main

__all__ = ["main"]
