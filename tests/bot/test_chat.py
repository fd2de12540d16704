"""The terminal chat, through the bot's own door."""

from __future__ import annotations

import asyncio
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from bot.chat import _Screen, draw
from dialogs.cards.elements import (
    ask_button,
    card,
    choice_input,
    date_input,
    execute_button,
    heading,
    numbered_line,
    offered,
    person_input,
    time_input,
)

CHOICES = [("Alfa", "a"), ("Beta", "b")]
ROOT = Path(__file__).parents[2]


def environment(tmp_path: Path) -> dict[str, str]:
    """Of a Swedish terminal with its own data folder."""
    return {
        **os.environ, "DELMAL_DATA": str(tmp_path), "LC_ALL": "sv_SE.UTF-8", "COLUMNS": "120"
    }  # fmt: skip


def chat(tmp_path: Path, *lines: str, speaker: str = "staff") -> str:
    """What a person sees who types these lines."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--as", speaker],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment(tmp_path),
        timeout=60,
        check=True,
    )
    return re.sub(r" +\n", "\n", done.stdout)


def test_a_person_asks_and_presses_a_button_by_its_number(tmp_path: Path) -> None:
    seen = chat(tmp_path, "vilka är KS delmål 2024?", "1", "exit")
    assert "exempelperson: medarbetare" in seen
    assert "11. Höja den grundläggande kompetensnivån" in seen
    assert "[1] Mål för KS" in seen
    assert "KS har 4 mål för 2024–2026." in seen


def test_a_form_in_a_card_is_filled_in_line_by_line(tmp_path: Path) -> None:
    asked = "har vi något mål om kvarnolin?"
    for speaker in ("staff", "official", "officer"):
        chat(tmp_path, asked, speaker=speaker)
    seen = chat(tmp_path, "frågor utan svar", "1", "1", "buss", asked, speaker="secretary")
    assert "[1] Lägg till ord: kvarnolin" in seen
    assert "Betyder:" in seen
    assert "Ordet kvarnolin är sparat." in seen
    assert seen.count("Utveckla kollektivtrafiken") == 2


def test_who_is_given_a_role_reads_of_it_unasked_in_their_own_chat(tmp_path: Path) -> None:
    seen = chat(tmp_path, "ge behörighet", "1", "sample-officer", "secretary", "1", speaker="admin")
    assert "Person sample-officer är nu nämndsekreterare i KS." in seen
    assert "Delmål meddelar" not in seen
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--as", "officer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env=environment(tmp_path),
    ) as talking:
        assert talking.stdin is not None
        assert talking.stdout is not None
        read = ""
        while "Behörigheten gavs av exempelperson: administratör." not in read:
            line = talking.stdout.readline()
            assert line, read
            read += line
        talking.stdin.close()
    assert "Delmål meddelar" in read
    assert "Du är nu nämndsekreterare i KS." in read


@pytest.mark.parametrize("speaker", ["official", "officer", "secretary", "registrar", "admin"])
def test_every_role_has_its_sample_person(tmp_path: Path, speaker: str) -> None:
    assert "exempelperson" in chat(tmp_path, "hej", speaker=speaker)


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    shown = Console(file=io.StringIO(), width=80, highlight=False)
    buttons = draw(
        shown,
        card(
            [heading("[röd] *viktigt*"), numbered_line("1.", "[bold]Mål[/bold] & <b>")],
            buttons=[ask_button("Fråga [igen]", "?")],
            language="sv",
            fallback="x",
        ),
    )
    assert isinstance(shown.file, io.StringIO)
    text = shown.file.getvalue()
    for wording in ("[röd] *viktigt*", "[bold]Mål[/bold] & <b>", "[1] Fråga [igen]"):
        assert wording in text
    assert len(buttons) == 1


def test_a_button_that_belongs_to_a_wording_stands_below_it() -> None:
    shown = Console(file=io.StringIO(), width=80, highlight=False)
    body = [
        *offered("Fler bussar", ask_button("Delmål 1", "?1")),
        *offered("Fler träd", ask_button("Delmål 2", "?2")),
    ]
    buttons = draw(
        shown, card(body, buttons=[ask_button("Hjälp", "?")], language="sv", fallback="x")
    )
    assert isinstance(shown.file, io.StringIO)
    text = " ".join(shown.file.getvalue().split())
    assert text == "Fler bussar [1] Delmål 1 Fler träd [2] Delmål 2 [3] Hjälp"
    assert [each["title"] for each in buttons] == ["Delmål 1", "Delmål 2", "Hjälp"]


class TestAForm:
    """A form in the terminal."""

    @staticmethod
    def fill(monkeypatch: pytest.MonkeyPatch, *typed: str) -> tuple[dict[str, str], str]:
        """What the inputs hold when this was typed, and what was shown."""
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        shown = io.StringIO()
        screen = _Screen(Console(file=shown, width=80, highlight=False), "sv")
        toggle = {"type": "Input.Toggle", "id": "sure", "title": "Säker", "value": "false"}
        screen.show(
            card(
                [
                    heading("Fält"),
                    choice_input("kind", "Typ", CHOICES, value="b", error="Välj."),
                    {"type": "Container", "items": [toggle]},
                    choice_input("goals", "Mål", CHOICES, is_several=True),
                    person_input("who", "Person", [], placeholder="Sök", error="Välj."),
                    date_input("day", "Dag", error="Välj.", value="2026-03-01"),
                    {
                        "type": "ColumnSet",
                        "columns": [{"type": "Column", "items": [time_input("at", "Klockan")]}],
                    },
                ],
                buttons=[execute_button("Spara", "save", {})],
                language="sv",
                fallback="x",
            )
        )
        pressed = screen.pressed("1")
        assert pressed is not None
        return asyncio.run(screen.filled_in(pressed)), shown.getvalue()

    def test_is_answered_by_numbers_days_and_times(self, monkeypatch: pytest.MonkeyPatch) -> None:
        filled, shown = self.fill(monkeypatch, "1", "1", "1, 2", "id-7", "2026-04-02", "16:00")
        assert filled == {
            "kind": "a", "sure": "true", "goals": "a,b", "who": "id-7",
            "day": "2026-04-02", "at": "16:00",
        }  # fmt: skip
        for seen in ("Typ: [Beta]", "1. Alfa", "☑ Säker", "2026-03-01", "Klockan: [ ", "som 16:00"):
            assert seen in shown

    def test_keeps_what_stands_there_when_only_enter_is_pressed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        filled, shown = self.fill(monkeypatch, "", "", "", "", "", "")
        assert filled == {
            "kind": "b", "sure": "false", "goals": "", "who": "", "day": "2026-03-01", "at": ""
        }  # fmt: skip
        assert "Bara Enter behåller: Beta" in shown
