"""One headless Chromium, steered through a pipe: no socket, no driver, and it dies with us."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

PATIENCE = 60.0
"""Seconds of silence after which Chromium is given up."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/usr/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"${PROGRAMFILES}\Google\Chrome\Application\chrome.exe",
    r"${PROGRAMFILES(X86)}\Microsoft\Edge\Application\msedge.exe",
)
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a card's picture is drawn here or not at all
    "--remote-debugging-pipe",
)


@cache
def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    named = (shutil.which(name) for name in NAMES)
    placed = (os.path.expandvars(place) for place in PLACES)
    return next((each for each in (*named, *placed) if each and Path(each).is_file()), None)


class Chromium:
    """A running browser with one empty page."""

    def __init__(self, executable: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="delmal-chromium-")
        self._number = 0
        self._session: str | None = None
        self._unread = b""
        for_child, self._to_child = os.pipe()
        self._from_child, by_child = os.pipe()
        switches = [*SWITCHES, f"--user-data-dir={self._profile}"]
        self._process = _start([executable, *switches], for_child, by_child)
        os.close(for_child)
        os.close(by_child)
        atexit.register(self.close)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Ask for one thing of the DevTools protocol, and wait for the answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        rest = json.dumps(message).encode() + b"\0"
        guard = Timer(PATIENCE, self._process.kill)
        guard.start()
        try:
            while rest:
                rest = rest[os.write(self._to_child, rest) :]
            while True:
                answer = self._read()
                if answer.get("id") == self._number:
                    break
        finally:
            guard.cancel()
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, script: str) -> Any:
        """Run a script in the page and return its value."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"].get("exception", {})
            raise RuntimeError(thrown.get("description", answer["exceptionDetails"]["text"]))
        return answer["result"].get("value")

    def close(self) -> None:
        """End the browser and remove its profile."""
        atexit.unregister(self.close)
        os.close(self._to_child)  # at which it leaves by itself, and tidies up
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from_child)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            more = os.read(self._from_child, 1 << 20)
            if not more:
                raise RuntimeError("Chromium ended or fell silent")
            self._unread += more
        one, _, self._unread = self._unread.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message


def _start(command: list[str], for_child: int, by_child: int) -> subprocess.Popen[bytes]:
    """Start Chromium with our pipe where it looks for it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 — Windows only

        handles = [msvcrt.get_osfhandle(for_child), msvcrt.get_osfhandle(by_child)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        return subprocess.Popen(
            [*command, f"--remote-debugging-io-pipes={handles[0]},{handles[1]}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles}),
        )
    # It reads descriptor 3 and writes 4. A Python between puts them there, since doing so in the
    # child of a process with threads is not safe.
    place = (
        "import fcntl, os, sys;"
        "ours = [fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3]];"
        "os.dup2(ours[0], 3); os.dup2(ours[1], 4); os.execv(sys.argv[3], sys.argv[3:])"
    )
    return subprocess.Popen(
        [sys.executable, "-S", "-E", "-c", place, str(for_child), str(by_child), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(for_child, by_child),
    )
