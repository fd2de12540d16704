"""How well documents are read: `python -m benchmarks.import`, see `data/README.md`."""
