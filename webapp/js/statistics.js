import { callStats } from "./rtc/call-stats.js";
import { StatisticsSheet } from "./ui/sheets/statistics-sheet.js";

/** Milliseconds between two reports. */
const INTERVAL = 1_000;

/**
 * Opens the sheet with the statistics of the connection, and updates it while it is open. main.js loads this file when
 * it is needed.
 * @param {HTMLElement} main
 * @param {import("./room/call.js").Call} call
 */
export function openStatistics(main, call) {
  const sheet = main.querySelector("statistics-sheet") ?? main.appendChild(new StatisticsSheet());
  if (!(sheet instanceof StatisticsSheet) || !sheet.open()) return;
  /** @type {RTCStatsReport | null} */
  let before = null;
  const update = async () => {
    const report = await call.getStats().catch(() => null);
    sheet.show(call.state, report === null ? null : callStats(report, before));
    before = report;
  };
  void update();
  const timer = setInterval(() => void update(), INTERVAL);
  sheet.addEventListener("close", () => clearInterval(timer), { once: true });
}
