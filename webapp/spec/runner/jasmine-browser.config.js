import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));

/** What jasmine-browser-runner serves and runs: the modules as they are, so that there is nothing to build. */
export default {
  // The specs read the protocol's document, which lies outside of webapp/.
  specDir: PROJECT,
  specFiles: ["webapp/spec/*.spec.js"],
  helpers: ["webapp/spec/timeout.js"],
  srcDir: PROJECT,
  srcFiles: [],
  esmFilenameExtension: ".js",
  // A spec whose cases come from files awaits the files first.
  enableTopLevelAwait: true,
  env: { forbidDuplicateNames: true },
  listenAddress: "localhost",
  hostname: "localhost",
};
