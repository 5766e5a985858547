"""Real browsers without a window, for tests and benchmarks of exported pages: Chromium and Firefox, as installed.

Each speaks its own protocol over one WebSocket: Chromium the DevTools Protocol, Firefox WebDriver BiDi.
"""

import base64
import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

START_S, ANSWER_S = 60, 90
LARGEST_ANSWER = 2**26


class BrowserError(Exception):
    """A browser that did not start, or an error in the page."""


class Browser(ABC):
    """One page in a browser that was started for it."""

    programs: tuple[str, ...]
    endpoint = ""
    """What follows the address that it names."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._numbers = socket, itertools.count(1)

    @classmethod
    def program(cls) -> str | None:
        """Where it is installed, None if it is not."""
        return next(filter(None, map(shutil.which, cls.programs)), None)

    @classmethod
    @abstractmethod
    def arguments(cls, profile: Path, dark: bool) -> list[str]:
        """With which it starts on an empty ``profile`` folder and says at which address it listens."""

    @abstractmethod
    def attach(self) -> None:
        """Find the page to speak with."""

    @abstractmethod
    def open(self, path: Path, width: int, height: int) -> None:
        """Show the file ``path`` in a view of that size, in CSS pixels, and wait until it is loaded."""

    @abstractmethod
    def value(self, expression: str) -> Any:
        """What a JavaScript expression gives, as from JSON; waits for a promise. Raises :class:`BrowserError`."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Write what is in view as a PNG file."""

    def _ask(self, method: str, /, session: str | None = None, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv(ANSWER_S))
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer}")
                result: dict[str, Any] = answer["result"]
                return result


class Chromium(Browser):
    """Chromium or Chrome."""

    programs = ("chromium", "chromium-browser", "google-chrome")

    @classmethod
    def arguments(cls, profile: Path, dark: bool) -> list[str]:
        words = ["--headless=new", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
        words += ["--no-first-run", "--disable-gpu", "--disable-background-networking"]
        return [*words, *(["--blink-settings=preferredColorScheme=0"] if dark else []), "about:blank"]

    _session = ""

    def attach(self) -> None:
        targets = self._ask("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self._ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]

    def open(self, path: Path, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._page("Emulation.setDeviceMetricsOverride", **size)
        self._page("Page.navigate", url=path.as_uri())
        _wait_until(lambda: self.value(f"document.readyState === 'complete' && location.href === '{path.as_uri()}'"))

    def value(self, expression: str) -> Any:
        answer = self._page("Runtime.evaluate", expression=_as_json(expression), awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"]))
        return json.loads(answer["result"]["value"])

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._page("Page.captureScreenshot")["data"]))

    def _page(self, method: str, **params: Any) -> dict[str, Any]:
        return self._ask(method, self._session, **params)


class Firefox(Browser):
    """Firefox."""

    programs = ("firefox-esr", "firefox")
    endpoint = "/session"

    @classmethod
    def arguments(cls, profile: Path, dark: bool) -> list[str]:
        scheme = f'user_pref("layout.css.prefers-color-scheme.content-override", {0 if dark else 1});\n'
        quiet = 'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
        (profile / "user.js").write_text(scheme + quiet)
        return ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]

    _context = ""

    def attach(self) -> None:
        self._ask("session.new", capabilities={})
        self._context = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, path: Path, width: int, height: int) -> None:
        view = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._context, viewport=view)
        self._ask("browsingContext.navigate", context=self._context, url=path.as_uri(), wait="complete")

    def value(self, expression: str) -> Any:
        answer = self._ask(
            "script.evaluate",
            expression=_as_json(expression),
            awaitPromise=True,
            target={"context": self._context},
        )
        if answer["type"] == "exception":
            raise BrowserError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def screenshot(self, path: Path) -> None:
        data = self._ask("browsingContext.captureScreenshot", context=self._context)["data"]
        path.write_bytes(base64.b64decode(data))


BROWSERS: tuple[type[Browser], ...] = (Chromium, Firefox)
_LISTENING = re.compile(r"(?:DevTools|WebDriver BiDi) listening on (ws://\S+)")


@contextmanager
def started(kind: type[Browser], *, dark: bool = False) -> Iterator[Browser]:
    """The browser with an empty profile of its own; it ends with the block. Raises :class:`BrowserError`."""
    program = kind.program()
    if program is None:
        raise BrowserError(f"{kind.__name__} is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        log = profile / "started.log"
        with log.open("w") as output:
            process = subprocess.Popen(
                [program, *kind.arguments(profile, dark)], stdout=output, stderr=subprocess.STDOUT, cwd=profile
            )
        try:
            with _connected(_address_in(log) + kind.endpoint) as socket:
                browser = kind(socket)
                browser.attach()
                yield browser
        finally:
            process.terminate()
            process.wait(START_S)


def _address_in(log: Path) -> str:
    found = _wait_until(lambda: _LISTENING.search(log.read_text(errors="replace")))
    address: str = found[1]
    return address


def _connected(address: str) -> ClientConnection:
    return connect(address, max_size=LARGEST_ANSWER, open_timeout=START_S, proxy=None)


def _as_json(expression: str) -> str:
    """Text is what both protocols hand over alike."""
    return f"(async () => JSON.stringify((await ({expression})) ?? null))()"


def _wait_until(holds: Any) -> Any:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.1)
    raise BrowserError(f"nothing after {START_S} seconds")
