import { figuresOf } from "./rtc/call-figures.js";
import { StatisticsSheet } from "./ui/statistics-sheet.js";

/** Milliseconds between two looks. */
const INTERVAL = 1_000;

/**
 * Opens the sheet with what is known of the connection, and keeps it up to date for as long as it is open. A file of
 * its own, since few people ever ask for it.
 * @param {HTMLElement} main
 * @param {import("./room/call.js").Call} call
 */
export function openStatistics(main, call) {
  const sheet = main.querySelector("statistics-sheet") ?? main.appendChild(new StatisticsSheet());
  if (!(sheet instanceof StatisticsSheet) || !sheet.open()) return;
  /** @type {RTCStatsReport | null} */
  let before = null;
  const look = async () => {
    const report = await call.getStats().catch(() => null);
    sheet.show(call.state, report === null ? null : figuresOf(report, before));
    before = report;
  };
  void look();
  const timer = setInterval(() => void look(), INTERVAL);
  sheet.addEventListener("close", () => clearInterval(timer), { once: true });
}
