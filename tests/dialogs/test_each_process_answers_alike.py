"""Python mixes the order of sets anew in each process; an answer may not hang on it."""

from __future__ import annotations

import os
import subprocess
import sys

FOUND = """
from dialogs.understanding.finding import Index
from dialogs.understanding.vocabulary import shipped

index = Index(
    [
        "Kontrollera alla enskilda brunnar nära deponin",
        "Minska användningen av städkemikalier i lokalvården",
        "Digitalisera konst- och museisamlingen",
        "Minska personalomsättningen bland kommunens chefer",
    ],
    shipped(),
)
for words in ("private wells", "giftiga rengöringsmedel", "museums paintings", "chefsomsättning"):
    print(index.search(words.split()))
"""


def test_what_is_found_and_why_is_the_same_in_each_process() -> None:
    told = {_found(seed) for seed in ("1", "2", "3", "4")}
    assert len(told) == 1
    assert "enskilda brunnar" in told.pop()


def _found(seed: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", FOUND],
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
