"""Run every check of our own over the project; prints the faults, exit code 1 when there are any."""

import sys
from pathlib import Path

from tools.checks import ballot_names, glossary, nfc, reasons, sizes, state_writes, strangers

ROOT = Path(__file__).resolve().parents[2]
CHECKS = (state_writes, ballot_names, reasons, sizes, nfc, strangers, glossary)


def main() -> int:
    faults = [fault for check in CHECKS for fault in check.faults(ROOT)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
