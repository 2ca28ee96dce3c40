"""Số đo: lengths and shares that no profile states, the same in every writer."""

from __future__ import annotations

FOOT_LEFT_SHARE = 0.36
SHORT_RULE_SHARE = 0.4
ONE_LINE_OF_CHOICES = 45
# A seal is about 36 mm wide and covers a third of the signature; signing tools want 40 × 40 mm.
ROOM_TO_SIGN_AND_SEAL_MM = 40
ROOM_TO_SIGN_MM = 25
# Dấu treo covers part of the issuer's name and the room below it.
STAMP_ROOM_MM = 30
SLIP_PADDING_MM = 4
