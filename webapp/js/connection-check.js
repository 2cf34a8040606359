import { browserName } from "./browser/about.js";
import { CHECKS, runChecks } from "./doctor/checks.js";
import { reportOf } from "./doctor/report.js";
import { signalingAddress } from "./signaling/signaling-address.js";
import { handleCommands } from "./ui/commands.js";
import { ConnectionDoctor } from "./ui/sheets/connection-doctor.js";

/**
 * Connects the page's <connection-doctor> to the checks.
 * @param {URL} server Address of the application.
 * @param {() => boolean} [hasDevices] Whether the page uses camera or microphone already.
 * @returns {ConnectionDoctor}
 * @throws {TypeError} If the page has no such element.
 */
export function connectionDoctor(server, hasDevices = () => false) {
  const panel = document.querySelector("connection-doctor");
  if (!(panel instanceof ConnectionDoctor)) throw new TypeError("The page has no <connection-doctor>.");
  /** @type {import("./ui/commands.js").Handlers<import("./ui/commands.js").DoctorCommands>} */
  const handlers = {
    check: (what) => void run(panel, server, what === "devices" && !hasDevices() ? "ask" : "look"),
  };
  handleCommands(panel, handlers);
  return panel;
}

/**
 * @param {ConnectionDoctor} panel
 * @param {URL} server
 * @param {"ask" | "look"} devices
 */
async function run(panel, server, devices) {
  panel.begin(CHECKS);
  const results = await runChecks({
    address: signalingAddress(server),
    devices,
    onResult: (result) => panel.show(result),
  });
  panel.finish(reportOf(results, { origin: server.origin, browser: browserName(), when: new Date() }));
}
