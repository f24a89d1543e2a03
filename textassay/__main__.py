"""Runs the command line: ``python -m textassay``."""

from textassay.cli import run

run()
