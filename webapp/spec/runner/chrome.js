import { accessSync, constants, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

/** A camera and a microphone that every page may use, and nobody outside whom the browser could call. */
const ARGUMENTS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.local",
  "--autoplay-policy=no-user-gesture-required",
  "--window-size=1280,800",
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

/**
 * Starts the browser of this machine. Selenium is told both commands, so it neither looks for others nor fetches them.
 * @returns {import("selenium-webdriver").WebDriver} The browser. Nothing of it is left when it is closed.
 */
export function startChrome() {
  const options = new chrome.Options();
  options.setBinaryPath(find("chromium", "chromium-browser", "google-chrome"));
  options.addArguments(...ARGUMENTS);
  options.setUserPreferences({ "intl.accept_languages": "en-US,en" });
  const service = new chrome.ServiceBuilder(find("chromedriver"));
  // The profile and the sockets go here, where they are found again.
  const place = mkdtempSync(join(tmpdir(), "video-chat-room-specs-"));
  service.setEnvironment({ ...process.env, TMPDIR: place });
  const driver = new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  // The runner only closes the window, which would leave chromedriver and the profile behind.
  driver.close = async () => {
    try {
      await driver.quit();
    } finally {
      await remove(place);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => driver.close().finally(() => process.exit(1)));
  }
  return driver;
}

/** @param {string} folder */
async function remove(folder) {
  for (let tries = 1; ; tries++) {
    try {
      return await rm(folder, { recursive: true, force: true });
    } catch (error) {
      // An interrupted browser goes on writing until it has ended.
      if (tries === 50) throw error;
      await setTimeout(100);
    }
  }
}

/**
 * @param {...string} names
 * @returns {string} Where the first of these commands is.
 */
function find(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const file = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (file === undefined) {
    throw new Error(`The specs need ${names.join(" or ")} (Debian: apt-get install chromium chromium-driver).`);
  }
  return file;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
