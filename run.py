"""Start Delmål, or its tests, with nothing but Python: standard library only.

python3 run.py                     what the bot can do
python3 run.py WORDS ...           python -m bot WORDS ...
python3 run.py test [PYTEST ...]   every check that this machine can run

The first call makes `.venv` beside this file and installs what `uv.lock` names, each file checked
against its hash. Later calls see the stamp there and start at once. Everything said about this
goes to standard error: standard output belongs to the command that was asked for.

The syntax is that of Python 3.6, so that an older Python can read the sentence about itself.
"""

import hashlib
import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
WINDOWS = os.name == "nt"

OLDEST = (3, 11)
RUN, TEST = "run", "run+test"
INSTALLING = "installing"

# The caller's folder stays the current one, so that relative paths mean what the caller means,
# but it is not searched for modules (-P): a folder "bot" there must not be taken for ours.
START = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); "
    "runpy.run_module('bot', run_name='__main__', alter_sys=True)"
)


OF_THIS_PYTHON = "import sys; sys.exit(sys.version_info[:2] != {0!r})".format(
    tuple(sys.version_info[:2])
)


class StopError(Exception):
    """The start cannot go on; the message is the sentence for the person."""


def main(words: "list[str]") -> int:
    """Do what the words ask for, and return the exit code."""
    refusal = too_old(tuple(sys.version_info))
    if refusal:
        say(refusal)
        return 1
    try:
        if words[:1] == ["test"]:
            ensure_installed(ROOT, TEST)
            return check_everything(words[1:])
        ensure_installed(ROOT, RUN)
        return start_bot(words)
    except StopError as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        say("Interrupted. The next call takes it from there.")
        return 130


def too_old(version: "tuple[object, ...]") -> str:
    """Return the sentence for a Python that is too old, or an empty one."""
    if version[:2] >= OLDEST:
        return ""
    have = ".".join(str(part) for part in version[:3])
    return (
        "Delmål behöver Python 3.11 eller nyare; det här är Python {0}. "
        "Hämta en nyare på python.org och kör igen.\n"
        "Delmål needs Python 3.11 or newer; this is Python {0}. "
        "Get a newer one at python.org and run again."
    ).format(have)


def say(text: str) -> None:
    """Tell the person; never on standard output."""
    print(text, file=sys.stderr, flush=True)


# --- Starting --------------------------------------------------------------------------------


def start_bot(words: "list[str]") -> int:
    """Become `python -m bot WORDS`; where a process cannot be replaced, wait for one."""
    # UTF-8 mode: questions and answers hold åäö, also through a pipe on Windows.
    command = [python_of(ROOT), "-P", "-X", "utf8", "-c", START, ROOT]
    command.extend(words)
    environment = clean_environment()
    if not WINDOWS:
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(command[0], command, environment)
    return wait_for(command, environment)


def wait_for(command: "list[str]", environment: "dict[str, str]") -> int:
    """Run the command to its end and return its exit code; Ctrl-C is its own to answer."""
    import subprocess

    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the console sent it to the child as well
                continue


def clean_environment() -> "dict[str, str]":
    """Return the caller's environment less what would put foreign modules into ours."""
    foreign = ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name not in foreign}


# --- Installing ------------------------------------------------------------------------------


def python_of(root: str) -> str:
    """Return the path of the virtual environment's Python."""
    if WINDOWS:
        return os.path.join(root, ".venv", "Scripts", "python.exe")
    return os.path.join(root, ".venv", "bin", "python")


def stamp_path(root: str) -> str:
    """Return the path of the file that says what is installed."""
    return os.path.join(root, ".venv", "delmal.stamp")


def digest(root: str, version: "tuple[object, ...]") -> str:
    """Return what stands for the locked versions and the Python that they are installed for."""
    try:
        with open(os.path.join(root, "uv.lock"), "rb") as lock:
            content = lock.read()
    except OSError as error:
        raise StopError("uv.lock cannot be read, so what to install is not known: %s" % error)
    return hashlib.sha256(content + b"\0" + repr(version[:2]).encode()).hexdigest()


def read_stamp(root: str) -> str:
    """Return what the stamp says, or an empty text where there is none."""
    try:
        with open(stamp_path(root), encoding="ascii") as stamp:
            return stamp.read().strip()
    except (OSError, ValueError):
        return ""


def write_stamp(root: str, text: str) -> None:
    """Say what is installed, all of it or nothing."""
    unfinished = stamp_path(root) + ".new"
    with open(unfinished, "w", encoding="ascii") as stamp:
        stamp.write(text + "\n")
    os.replace(unfinished, stamp_path(root))


def is_installed(root: str, wanted: str) -> bool:
    """Whether this very lock is installed for this very Python, with at least the wanted set."""
    said, _, installed = read_stamp(root).partition(" ")
    enough = (TEST,) if wanted == TEST else (RUN, TEST)
    return (
        installed in enough
        and said == digest(root, tuple(sys.version_info))
        and os.path.exists(python_of(root))
    )


def ensure_installed(root: str, wanted: str) -> None:
    """Install what is wanted, unless it is there."""
    if is_installed(root, wanted):
        return
    try:
        os.makedirs(os.path.join(root, ".venv"), exist_ok=True)
        with one_at_a_time(os.path.join(root, ".venv", "delmal.lock")) as lock:
            if not is_installed(root, wanted):  # another call may have done it meanwhile
                install(root, wanted, lock)
    except OSError as error:
        raise StopError(not_written(root, error))


def not_written(root: str, error: OSError) -> str:
    """Return the sentence for a folder that could not be written to."""
    import errno

    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            "Nothing could be written to {0}: {1}.\n"
            "Delmål installs its dependencies into .venv in this folder: copy the folder to a "
            "place of your own, or ask for the right to write here.".format(root, error.strerror)
        )
    return "The installation in {0} did not finish: {1}.".format(root, error)


class one_at_a_time:  # noqa: N801 — used as a with block, named as it is read
    """Hold a lock file, so that two first calls do not undo each other's work.

    The operating system lets go of it when its holder dies, however that happens, so a lock file
    that was left behind stops nobody.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> int:
        self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        told = False
        try:
            while not take(self.descriptor):
                if not told:
                    say("Another call is installing already; waiting for it.")
                    told = True
                pause(0.2)
        except BaseException:
            os.close(self.descriptor)
            raise
        return self.descriptor

    def __exit__(self, *_: object) -> None:
        os.close(self.descriptor)


def take(descriptor: int) -> bool:
    """Lock the open file if nobody has it; where files cannot be locked, it counts as taken."""
    import errno

    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def pause(seconds: float) -> None:
    """Wait a little."""
    import time

    time.sleep(seconds)


def install(root: str, wanted: str, lock: int) -> None:
    """Make the virtual environment and put the locked versions into it."""
    import time

    began = time.monotonic()
    say("Delmål: installing into .venv (done once, and again when uv.lock has changed)")
    python = python_of(root)
    here = clean_environment()
    here.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0")
    for elsewhere in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):
        here.pop(elsewhere, None)
    tool = Tool(root, here, lock)

    sound = read_stamp(root) != INSTALLING and tool.asks(OF_THIS_PYTHON)
    write_stamp(root, INSTALLING)
    if not sound or not tool.asks("import pip"):
        make_environment(root, tool, anew=not sound)

    starter = os.path.join(root, ".venv", "start.txt")
    with open(starter, "w", encoding="utf-8") as file:
        file.write(locked_requirement(root, "uv"))
    pip = [python, "-m", "pip", "install", "--require-hashes", "--compile", "-r"]
    if tool.run("  2/3 installer", pip + [starter]) != 0:
        raise StopError(why_not(tool.tail()))

    uv = [python, "-m", "uv", "--directory", root]
    tool.environment = dict(here, **uv_settings(python, here))
    requirements = os.path.join(root, ".venv", "requirements.txt")
    groups = ["--no-default-groups"] + (["--group", "dev"] if wanted == TEST else [])
    export = ["export", "--frozen", "--offline", "--quiet", "--no-emit-project", "--no-header"]
    export += groups + ["--python", python, "--output-file", requirements]
    if tool.run("", uv + export) != 0:
        raise StopError("uv.lock could not be read.\n" + tool.tail())

    said = "  3/3 packages" + (", also those for tests" if wanted == TEST else "")
    ask_uv = ["pip", "install", "--python", python, "--require-hashes", "--compile-bytecode"]
    if tool.run(said, uv + ask_uv + ["-r", requirements]) != 0:
        tool.environment = here
        if tool.run("  3/3 again, with pip", pip + [requirements]) != 0:
            raise StopError(why_not(tool.tail()))
    write_stamp(root, digest(root, tuple(sys.version_info)) + " " + wanted)
    say("Delmål: ready after {0:.0f} s".format(time.monotonic() - began))


class Tool:
    """Runs the tools of the installation one after the other, their words in one log."""

    def __init__(self, root: str, environment: "dict[str, str]", lock: int) -> None:
        self.python = python_of(root)
        self.environment = environment
        self.log = os.path.join(root, ".venv", "install.log")
        self.lock = lock
        with open(self.log, "wb"):
            pass

    def run(self, said: str, command: "list[str]") -> int:
        """Run one tool; say so, and now and then that it is still at it."""
        import subprocess
        import time

        if said:
            say(said)
        began = time.monotonic()
        kept = () if WINDOWS else (self.lock,)  # it holds the lock too, should we be killed
        with open(self.log, "ab") as log:
            self.start = log.tell()
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self.environment,
                pass_fds=kept,
            )
        try:
            while True:
                try:
                    return process.wait(15)
                except subprocess.TimeoutExpired:
                    say("      … still at it, {0:.0f} s".format(time.monotonic() - began))
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()

    def asks(self, question: str) -> bool:
        """Whether the environment's Python is there and answers the question well."""
        try:
            return self.run("", [self.python, "-c", question]) == 0
        except OSError:
            return False

    def tail(self) -> str:
        """Return the last lines that the last tool wrote."""
        with open(self.log, "rb") as log:
            log.seek(self.start)
            lines = log.read().decode("utf-8", "replace").strip().splitlines()
        return "\n".join("  | " + line[:300] for line in lines[-12:])


def make_environment(root: str, tool: Tool, anew: bool) -> None:
    """Make the virtual environment; anew: in place of whatever is there."""
    import importlib.util
    import shutil

    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise StopError(
            "This Python cannot make virtual environments. On Debian and Ubuntu:\n"
            "  sudo apt install python3-venv\nThen run again."
        )
    folder = os.path.join(root, ".venv")
    if anew:
        kept = ("delmal.lock", "delmal.stamp", "install.log")
        for path in (os.path.join(folder, name) for name in os.listdir(folder)):
            if os.path.basename(path) in kept:
                continue
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            else:
                os.remove(path)
    # Called with the environment's own Python, the one it was made from is asked.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if tool.run("  1/3 virtual environment", [base, "-m", "venv", folder]) != 0:
        raise StopError("No virtual environment could be made.\n" + tool.tail())


def locked_requirement(root: str, name: str) -> str:
    """Return the line for pip that asks for the very version and files that uv.lock names."""
    import tomllib

    with open(os.path.join(root, "uv.lock"), "rb") as file:
        packages = tomllib.load(file)["package"]
    package = next(each for each in packages if each["name"] == name)
    files = package.get("wheels", []) + [package[kind] for kind in ("sdist",) if kind in package]
    hashes = sorted({file["hash"] for file in files})
    return " ".join(
        ["{0}=={1}".format(name, package["version"])] + ["--hash=" + each for each in hashes]
    )


def uv_settings(python: str, environment: "dict[str, str]") -> "dict[str, str]":
    """Return pip's configuration in uv's words, where the person has not told uv otherwise."""
    import subprocess

    listed = subprocess.run(
        [python, "-m", "pip", "config", "list"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        check=False,
    )
    told = pip_configuration(listed.stdout.decode("utf-8", "replace"))
    settings = {
        "UV_NO_PROGRESS": "1",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "1",  # as pip does: a municipality's proxy is known to the system only
        "UV_DEFAULT_INDEX": told.get("index-url", ""),
        "UV_INDEX": told.get("extra-index-url", ""),
        "UV_FIND_LINKS": ",".join(told.get("find-links", "").split()),
        "UV_INSECURE_HOST": told.get("trusted-host", ""),
        "SSL_CERT_FILE": told.get("cert", ""),
        "SSL_CLIENT_CERT": told.get("client-cert", ""),
        "HTTPS_PROXY": told.get("proxy", ""),
        "HTTP_PROXY": told.get("proxy", ""),
    }
    if settings["UV_INDEX"]:
        # Which index a file comes from does not matter: its hash is checked.
        settings["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return {name: value for name, value in settings.items() if value and name not in environment}


def pip_configuration(listing: str) -> "dict[str, str]":
    """Read what `pip config list` prints; the environment outranks a command, a command global."""
    import ast

    told: "dict[str, str]" = {}
    for section in ("global.", "install.", ":env:."):
        for line in listing.splitlines():
            key, _, value = line.partition("=")
            if key.startswith(section):
                try:
                    told[key[len(section) :]] = str(ast.literal_eval(value))
                except (SyntaxError, ValueError):
                    continue
    return told


def why_not(tail: str) -> str:
    """Return the sentence for an installation that failed, with the tool's own last words."""
    unreachable = (
        "name resolution",
        "getaddrinfo",
        "dns error",
        "Failed to establish a new connection",
        "NewConnectionError",
        "ConnectTimeout",
        "Network is unreachable",
        "Connection refused",
        "ProxyError",
        "CERTIFICATE_VERIFY_FAILED",
    )
    if any(sign in tail for sign in unreachable):
        return (
            "The packages could not be fetched: no package index was reached. The first start "
            "needs the network; the later ones do not.\nBehind a proxy or with an index of your "
            "own, tell pip (pip config set global.proxy URL, global.index-url URL, global.cert "
            "FILE) and run again.\n" + tail
        )
    return "The installation did not finish; run again to take it up anew.\n" + tail


# --- Testing ---------------------------------------------------------------------------------


def check_everything(pytest_words: "list[str]") -> int:
    """Run every check, or with words for pytest only pytest; return 1 if any of them failed."""
    import time

    fetch_renderer()
    python = [python_of(ROOT), "-X", "utf8"]
    if pytest_words:
        return run_check(python + ["-m", "pytest"] + pytest_words)
    checks = [
        ("ruff check", ["-m", "ruff", "check", "."]),
        ("ruff format", ["-m", "ruff", "format", "--check", "."]),
        ("mypy", ["-m", "mypy"]),
        (
            "import-linter",
            ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
        ),
        ("deptry", ["-m", "deptry", "."]),
        ("pytest", ["-m", "pytest", "-n", "auto", "--dist", "loadfile"]),
    ]
    results = []
    for name, words in checks:
        print("== {0} ==".format(name), flush=True)
        began = time.monotonic()
        code = run_check(python + words)
        results.append((name, code, time.monotonic() - began))
    print()
    for name, code, seconds in results:
        verdict = "ok" if code == 0 else "FAILED ({0})".format(code)
        print("{0:<14} {1:<12} {2:5.1f} s".format(name, verdict, seconds), flush=True)
    return 1 if any(code != 0 for _, code, _ in results) else 0


def run_check(command: "list[str]") -> int:
    """Run one check in the project's folder."""
    import subprocess

    return subprocess.call(command, cwd=ROOT, env=clean_environment())


def fetch_renderer() -> None:
    """Fetch Microsoft's card renderer for the tests, where npm is there to do it."""
    import shutil
    import subprocess

    folder = os.path.join(ROOT, "tests", "renderer")
    modules = os.path.join(folder, "node_modules")
    stamp = os.path.join(modules, ".delmal-stamp")
    with open(os.path.join(folder, "package-lock.json"), "rb") as lock:
        wanted = hashlib.sha256(lock.read()).hexdigest()
    try:
        with open(stamp, encoding="ascii") as file:
            if file.read() == wanted:
                return
    except OSError:
        pass
    npm = shutil.which("npm")
    if npm is None:
        return  # the tests say that it is missing
    say("Delmål: fetching the card renderer for the tests (npm ci)")
    fetched = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if fetched.returncode == 0:
        with open(stamp, "w", encoding="ascii") as file:
            file.write(wanted)
        return
    lines = fetched.stdout.decode("utf-8", "replace").strip().splitlines()
    say("It could not be fetched:\n" + "\n".join("  | " + line for line in lines[-8:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
