"""A real Chromium, offline, with the log of all that it asks for."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from textassay.report.html import page
from textassay.report.run import Run

AXE = "axe-core@4.14.1"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Browser:
    """Opens files and looks at them as a user would."""

    def __init__(self, driver: Any) -> None:  # noqa: ANN401 - selenium is not needed to collect
        """Wrap a selenium driver."""
        self.driver = driver

    def open(self, path: Path, fragment: str = "") -> None:
        """Open a file anew, whatever was open before."""
        self.driver.get("about:blank")
        self.requests()
        self.console()
        self.driver.get(path.as_uri() + fragment)

    def js(self, script: str, *arguments: Any) -> Any:  # noqa: ANN401 - any JSON value
        """Return what a script returns."""
        return self.driver.execute_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, wherever the focus is."""
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def wait(self, condition: str) -> None:
        """Wait until a script expression holds."""
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, 5, 0.02).until(
            lambda driver: driver.execute_script(f"return Boolean({condition})"), condition
        )

    def requests(self) -> list[str]:
        """Return the addresses asked for since the last call."""
        events = [
            json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")
        ]
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def console(self) -> list[str]:
        """Return the messages of the console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def emulate(self, *, scheme: str = "light", width: int = 1300) -> None:
        """Set the colour scheme and the width of the window."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium, or skip and say what is missing."""
    selenium = pytest.importorskip(
        "selenium.webdriver", reason="BROWSER TESTS SKIPPED: pip install selenium"
    )
    binary = next(filter(None, map(shutil.which, _BROWSERS)), None)
    service = shutil.which("chromedriver")
    if not binary or not service:
        pytest.skip("BROWSER TESTS SKIPPED: apt-get install chromium chromium-driver")
    options = selenium.ChromeOptions()
    options.binary_location = binary
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = selenium.Chrome(options=options, service=selenium.ChromeService(service))
    driver.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    yield Browser(driver)
    driver.quit()


@pytest.fixture(autouse=True)
def _plain(browser: Browser) -> None:
    """Start each test in a light, wide window."""
    browser.emulate()


@pytest.fixture(scope="session")
def report(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the fixed run."""
    path = tmp_path_factory.mktemp("report") / "index.html"
    with path.open("w", encoding="utf-8") as stream:
        page.render(run, stream)
    return path


@pytest.fixture(scope="session")
def axe(request: pytest.FixtureRequest) -> str:
    """Return the source of axe-core, fetched by npm once."""
    cache = request.config.cache
    npm = shutil.which("npm")
    if cache is None or npm is None:
        pytest.skip("ACCESSIBILITY TESTS SKIPPED: npm fetches axe-core, and there is none")
    folder = cache.mkdir("axe-core")
    source = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not source.exists():
        command = [npm, "install", "--silent", "--no-save", "--prefix", str(folder), AXE]
        subprocess.run(command, check=False, capture_output=True, timeout=120)
    if not source.exists():
        pytest.skip(f"ACCESSIBILITY TESTS SKIPPED: npm could not fetch {AXE}")
    return source.read_text(encoding="utf-8")
