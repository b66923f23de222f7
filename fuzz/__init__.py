"""Hostile input by the thousand: ``python -m fuzz 20000`` holds the command to its promises."""
