import { CHECKS, runChecks } from "./doctor/checks.js";
import { reportOf } from "./doctor/report.js";
import { signalingAddress } from "./signaling/signaling-address.js";
import { ConnectionDoctor } from "./ui/connection-doctor.js";

/**
 * Gives the page's connection doctor its knowledge.
 * @param {URL} server
 * @param {() => boolean} [hasDevices] Whether the page uses camera or microphone already.
 * @returns {ConnectionDoctor}
 * @throws {TypeError} If the page has none.
 */
export function connectionDoctor(server, hasDevices = () => false) {
  const panel = document.querySelector("connection-doctor");
  if (!(panel instanceof ConnectionDoctor)) throw new TypeError("The page has no <connection-doctor>.");
  panel.addEventListener("check", (event) => {
    const ask = event instanceof CustomEvent && event.detail === "devices" && !hasDevices();
    void run(panel, server, ask ? "ask" : "look");
  });
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
  panel.finish(reportOf(results, { origin: server.origin, browser: navigator.userAgent, when: new Date() }));
}
