"""How well questions are answered: `python -m benchmarks.answers`, see `data/README.md`."""
