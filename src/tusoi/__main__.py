"""`python -m tusoi`: the command line."""

from tusoi.cli import main

main()
