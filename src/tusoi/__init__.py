"""Tự Soi: yearly review and quality classification of Vietnamese public bodies."""

__version__ = "0.1.0"
