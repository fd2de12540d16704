"""A listening socket that whoever started us has opened and keeps (systemd's protocol).

Several processes may have the same one, and it stays open while they are restarted: a request that
comes meanwhile waits for the next process, and none is turned away.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Mapping

FIRST_DESCRIPTOR = 3
PROCESS, COUNT = "LISTEN_PID", "LISTEN_FDS"
"""What systemd calls its variables."""


def inherited_socket(environment: Mapping[str, str]) -> socket.socket | None:
    """The socket; None where none is meant for this process. Raises OSError where it is no TCP."""
    if environment.get(PROCESS) != str(os.getpid()) or environment.get(COUNT, "0") == "0":
        return None
    listening = socket.socket(fileno=FIRST_DESCRIPTOR)
    if listening.family not in (socket.AF_INET, socket.AF_INET6):
        raise OSError(errno.EAFNOSUPPORT, "only TCP")
    listening.settimeout(0)  # asyncio waits, not the socket
    return listening


def is_loopback(listening: socket.socket) -> bool:
    """Whether only this machine reaches it."""
    return listening.getsockname()[0] in {"127.0.0.1", "::1"}
