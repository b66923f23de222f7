"""Measurements: ``python -m benchmarks`` for speed and memory; the other files are commands of their own."""
