import { readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import jasmineBrowser from "jasmine-browser-runner";
import { startChrome } from "./chrome.js";
import config from "./jasmine-browser.config.js";

async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { filter: { type: "string" }, seed: { type: "string" } },
  });
  const reporter = new jasmineBrowser.ConsoleReporter();
  reporter.configure({ randomSeedReproductionCmd: (/** @type {string} */ seed) => `npm test -- --seed=${seed}` });
  const counter = new Counter();
  await jasmineBrowser.runSpecs(
    {
      ...config,
      ...values,
      ...(positionals.length === 0 ? {} : { specFiles: positionals.map(specFile) }),
      useConsoleReporter: false,
      reporters: [reporter, counter],
    },
    { buildWebdriver: startChrome },
  );
  if (counter.ran === 0) throw new Error("No spec ran: there is none of that name.");
}

/** Counts the specs that ran: Jasmine is content when a filter leaves none. */
class Counter {
  ran = 0;

  /** @param {{ status: string }} result */
  specDone({ status }) {
    if (status !== "excluded") this.ran++;
  }
}

/**
 * @param {string} name As it was given.
 * @returns {string} The spec file of that name, as the configuration names it.
 */
function specFile(name) {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const file = resolve(name);
  const specs = readdirSync(folder).filter((other) => other.endsWith(".spec.js"));
  if (!specs.some((other) => resolve(folder, other) === file)) throw new Error(`There is no spec file ${name}.`);
  return relative(config.specDir, file);
}

// Usage: npm test [-- [--filter="a part of a spec's name"] [--seed=12345] [spec/one.spec.js …]]
try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
