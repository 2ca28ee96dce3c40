"""Own conventions, each a small check with examples of good and bad code (tests/conventions)."""
