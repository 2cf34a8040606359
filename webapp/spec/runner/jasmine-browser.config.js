import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));

/** What jasmine-browser-runner serves and runs: the modules as they are, so that there is nothing to build. */
export default {
  // The specs read the protocol's document, which lies outside of webapp/.
  specDir: PROJECT,
  specFiles: ["webapp/spec/*.spec.js"],
  helpers: [
    "webapp/spec/timeout.js",
    "webapp/spec/steady-clock.js",
    ...(process.env["PLAY"] === "long" ? ["webapp/spec/runner/long-play.js"] : []),
  ],
  srcDir: PROJECT,
  srcFiles: [],
  esmFilenameExtension: ".js",
  // The one package that specs import, and what it imports itself.
  importMap: {
    moduleRootDir: `${PROJECT}/webapp/node_modules`,
    imports: {
      "fast-check": "fast-check/lib/fast-check.js",
      "pure-rand/distribution/uniformBigInt": "pure-rand/lib/esm/distribution/uniformBigInt.js",
      "pure-rand/distribution/uniformInt": "pure-rand/lib/esm/distribution/uniformInt.js",
      "pure-rand/generator/congruential32": "pure-rand/lib/esm/generator/congruential32.js",
      "pure-rand/generator/mersenne": "pure-rand/lib/esm/generator/mersenne.js",
      "pure-rand/generator/xoroshiro128plus": "pure-rand/lib/esm/generator/xoroshiro128plus.js",
      "pure-rand/generator/xorshift128plus": "pure-rand/lib/esm/generator/xorshift128plus.js",
      "pure-rand/utils/skipN": "pure-rand/lib/esm/utils/skipN.js",
    },
  },
  // A spec whose cases come from files awaits the files first.
  enableTopLevelAwait: true,
  env: { forbidDuplicateNames: true },
  listenAddress: "localhost",
  hostname: "localhost",
};
