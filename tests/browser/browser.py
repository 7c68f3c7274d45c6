"""A person in front of Chromium: finds things by the words that stand beside them, clicks and types."""

import base64
import json
import time
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from tests.browser.netlog import NOWHERE

HERE = Path(__file__).parent
SECONDS = 60  # until what was asked for must be seen: a bound against hanging, not a measure
STEP = 0.03
STOPS = 400  # of the Tab key, from one end of a page to the other
WIDE, NARROW = 1280, 320
NETLOG, PROFILE, DOWNLOADS = "netlog.json", "profile", "downloads"  # in the folder of a browser
# Chromium asks its makers by itself, without any page. What no switch silences is sent to a port that it never opens.
SILENT = (
    "--disable-background-networking", "--disable-client-side-phishing-detection", "--disable-component-update",
    "--disable-default-apps", "--disable-domain-reliability", "--disable-extensions", "--disable-sync", "--no-first-run",
    "--no-default-browser-check", "--no-pings", "--metrics-recording-only", "--disable-breakpad",
    "--disable-search-engine-choice-screen",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,InterestFeedContentSuggestions,"
    "CertificateTransparencyComponentUpdater,DialMediaRouteProvider,NetworkTimeServiceQuerying,SafeBrowsing,PrivacySandboxSettings4",
    "--allow-browser-signin=false", f"--gaia-url=http://{NOWHERE}/", f"--component-updater=url-source=http://{NOWHERE}/",
)  # fmt: skip
SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "scripts").iterdir()}
AXE = (HERE / "axe" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Browser:
    def __init__(self, chromium, driver, proxy, folder):
        options = webdriver.ChromeOptions()
        options.binary_location = str(chromium)
        for flag in (
            "--headless=new", "--no-sandbox", "--force-prefers-reduced-motion", "--disable-gpu", "--disable-dev-shm-usage",
            f"--user-data-dir={folder / PROFILE}", f"--window-size={WIDE},900",
            f"--proxy-server=127.0.0.1:{proxy}", "--proxy-bypass-list=<-loopback>",  # this machine's own addresses go there too
            f"--log-net-log={folder / NETLOG}", "--net-log-capture-mode=Default", *SILENT,
        ):  # fmt: skip
            options.add_argument(flag)
        _prepare(folder)
        options.add_experimental_option("excludeSwitches", ["enable-automation"])
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.set_capability("unhandledPromptBehavior", {"beforeUnload": "accept"})
        self.driver = webdriver.Chrome(options=options, service=Service(str(driver)))
        self.driver.set_page_load_timeout(SECONDS)
        self.driver.set_script_timeout(SECONDS)
        self.downloads = folder / DOWNLOADS

    def close(self):
        self.driver.quit()

    # Going about

    def open(self, address):
        self.driver.get(address)

    def reload(self):
        self.driver.refresh()

    @property
    def address(self):
        return self.driver.current_url

    @property
    def title(self):
        return self.driver.title

    def tab(self):
        """Open a second tab and return its handle."""
        self.driver.switch_to.new_window("tab")
        return self.driver.current_window_handle

    @contextmanager
    def tabs(self):
        """Close the tabs that are opened meanwhile."""
        first = self.driver.current_window_handle
        yield first
        for handle in self.driver.window_handles:
            if handle != first:
                self.driver.switch_to.window(handle)
                self.driver.close()
        self.driver.switch_to.window(first)

    def until(self, wanted, what):
        """Wait until a function returns something true, and return it."""
        end = time.monotonic() + SECONDS
        while True:
            try:
                if found := wanted():
                    return found
            except StaleElementReferenceException:
                pass
            if time.monotonic() > end:
                raise AssertionError(f"{what} was not seen on {self.address}:\n{self.text()[:1200]}")
            time.sleep(STEP)

    def settle(self):
        """Wait until the page says that it is not busy."""
        ready = "return document.readyState === 'complete' && !document.querySelector('[aria-busy=true]')"
        self.until(lambda: self.script(ready), "a page that is ready")

    # What is on the page

    def script(self, code, *values):
        return self.driver.execute_script(code, *values)

    def ask(self, script, *values):
        """Run one of the scripts beside this module, and return what it says."""
        return self.script(SCRIPTS[script], *values)

    def text(self):
        """Return what a person can read on the page."""
        return self.script("return document.body ? document.body.innerText : ''")

    def see(self, *words):
        """Wait until all of the words stand on the page."""
        self.until(lambda: all(word in self.text() for word in words), f"{words!r}")

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.until(lambda: next((one for one in self.all(selector) if one.is_displayed()), None), selector)

    def named(self, kind, name, within=None, number=0):
        """Return a control by its name; ``kind`` is field, button or link, ``within`` the heading of its group."""
        what = f"the {kind} {name!r}" + (f" under {within!r}" if within else "")
        return self.until(lambda: self.ask("find", kind, name, within, number), what)

    # What a person does

    def press(self, name, within=None, number=0):
        self._click(lambda: self.named("button", name, within, number))

    def follow(self, name, within=None, number=0):
        """Click on a link to another page, and wait for that page."""
        self.script("window.old = true")
        self._click(lambda: self.named("link", name, within, number))
        self.until(lambda: not self.script("return window.old"), f"the page that {name!r} leads to")
        self.settle()

    def fetch(self, name, within=None):
        """Click on a link to a file, and return the file when it has come."""
        before = set(self.downloads.glob("*"))
        self._click(lambda: self.named("link", name, within))
        return self.until(lambda: next(iter(self._whole() - before), None), f"the file of {name!r}")

    def _whole(self):
        return {path for path in self.downloads.glob("*") if path.suffix not in (".crdownload", ".tmp") and path.stat().st_size}

    def fill(self, name, words, within=None, number=0):
        field = self.named("field", name, within, number)
        kind = field.get_attribute("type")
        if field.tag_name == "select":
            Select(field).select_by_visible_text(words)
        elif kind in ("date", "time"):
            field.send_keys(self._typed(words))
            assert field.get_property("value") == words
        else:
            if field.get_property("value"):
                field.send_keys(Keys.CONTROL, "a")
            field.send_keys(words)

    def tick(self, name, within=None, number=0):
        self._click(lambda: self.named("field", name, within, number))

    def keys(self, *keys):
        """Type at the place where the focus is."""
        webdriver.ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def focused(self):
        """Return the name of the control that has the focus."""
        return " ".join(self.driver.switch_to.active_element.accessible_name.split())

    def tab_to(self, name, *, back=False):
        """Go on by Tab to the next control whose name begins so; everything on the way has to show that it has the focus."""
        for _ in range(STOPS):
            self.keys(Keys.SHIFT, Keys.TAB, Keys.SHIFT) if back else self.keys(Keys.TAB)
            found, outlined = self.ask("focus")
            assert outlined, f"nothing shows that {found!r} has the focus"
            if found.startswith(name):
                return
        raise AssertionError(f"no Tab leads to {name!r} on {self.address}")

    def _click(self, wanted):
        def clicked():
            try:
                element = wanted()
                self.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
                element.click()
            except (StaleElementReferenceException, ElementClickInterceptedException):  # it moves; it is tried again
                return False
            return True

        self.until(clicked, "what was to be clicked")

    def _typed(self, words):
        """Return the keys for a date (2026-03-11) or a time (14:00), in the order of this browser's language."""
        if ":" in words:
            hour, minute = map(int, words.split(":"))
            twelve = self.script("return new Intl.DateTimeFormat(undefined, {hour: 'numeric'}).resolvedOptions().hour12")
            return f"{hour % 12 or 12:02}{minute:02}{'AP'[hour // 12]}M" if twelve else f"{hour:02}{minute:02}"
        year, month, day = words.split("-")
        american = self.script("return new Intl.DateTimeFormat().format(new Date(2020, 11, 31)).startsWith('12')")
        return month + day + year if american else day + month + year

    # How the page is shown

    @contextmanager
    def width(self, width, zoom=1, height=900):
        """Show the page at a width in CSS pixels; at 400 % a screen of 1,280 pixels is 320 wide."""
        self._tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=zoom, mobile=False)
        yield
        self._tell("Emulation.clearDeviceMetricsOverride")

    @contextmanager
    def media(self, **features):
        """Show the page as somebody asks for it: ``forced_colors="active"`` and the like."""
        asked = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self._tell("Emulation.setEmulatedMedia", features=asked)
        yield
        self._tell("Emulation.setEmulatedMedia", features=[])

    def pdf(self):
        """Return the page as it is printed."""
        return self.driver.print_page()

    def shoot(self, path):
        """Keep a picture of the whole page."""
        size = self.script("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 12_000), "scale": 1}
        path.parent.mkdir(parents=True, exist_ok=True)
        shot = self._tell("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def faults(self):
        """Return what axe-core finds wrong, a line each: rule, what it asks for, where."""
        if not self.script("return Boolean(window.axe)"):
            self.script(AXE)
        code = """
          const asked = {runOnly: arguments[0], resultTypes: ["violations"], preload: false};
          axe.run(document, asked).then(arguments[1]);
        """
        found = self.driver.execute_async_script(code, TAGS)["violations"]
        return [f"{one['id']}: {one['help']}: {json.dumps([node['html'][:200] for node in one['nodes'][:4]])}" for one in found]

    def complaints(self):
        """Return what the page wrote to the console, and forget it."""
        return [one["message"] for one in self.driver.get_log("browser")]

    def stored(self):
        """Return all that the page left in the browser's storage, as one text."""
        return json.dumps(self.driver.execute_async_script(SCRIPTS["stored"]))

    def _tell(self, command, **values):
        return self.driver.execute_cdp_cmd(command, values)


def _prepare(folder):
    """Make the profile; without these settings Debian's Chromium opens its home page."""
    settings = {
        "homepage": "about:blank", "homepage_is_newtabpage": False,
        "session": {"restore_on_startup": 4, "startup_urls": ["about:blank"]},
        "download": {"default_directory": str(folder / DOWNLOADS)},
        "search": {"suggest_enabled": False}, "safebrowsing": {"enabled": False},
        "net": {"network_prediction_options": 2},
        "browser": {"enable_spellchecking": False}, "spellcheck": {"dictionaries": []},  # it fetches them
    }  # fmt: skip
    home = folder / PROFILE / "Default"
    home.mkdir(parents=True)
    (home / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
