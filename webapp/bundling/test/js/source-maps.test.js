// What a stack trace of a shipped page leads to: for each script, the position of everything that it throws is looked
// up in its source map, as a browser's tools do, and has to be the line of the source that throws it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

const WEBAPP = new URL("../../../", import.meta.url);
const ASSETS = new URL("target/bundled/assets/", WEBAPP);
/** esbuild's own, of an import whose file is chosen when it runs. */
const NOT_OURS = "Module not found in bundle";
const THROWN = /throw new \w+\(\s*[`"]([^`"$]{12,})/g;

const [version = ""] = readdirSync(ASSETS);
const scripts = readdirSync(new URL(`${version}/js/`, ASSETS)).filter((name) => name.endsWith(".js.gz"));

test("everything that a shipped script throws leads to the line of its source", () => {
  let found = 0;
  for (const script of scripts) {
    const code = read(script);
    const map = new SourceMap(JSON.parse(read(script.replace(".js.gz", ".js.map.gz"))));
    for (const match of [...code.matchAll(THROWN)].filter(([, thrown]) => !thrown?.startsWith(NOT_OURS))) {
      const before = code.slice(0, match.index).split("\n");
      const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
      assert.ok("originalSource" in entry, `${script}: ${match[1]}`);
      const source = readFileSync(new URL(entry.originalSource, new URL("js/", WEBAPP)), "utf8").split("\n");
      const near = source.slice(entry.originalLine, entry.originalLine + 3).join("\n");
      assert.ok(near.includes(match[1] ?? ""), `${script}: ${match[1]} is not at ${JSON.stringify(entry)}`);
      found++;
    }
  }
  assert.ok(found >= 10, `only ${found} were found`);
});

/** @param {string} name */
function read(name) {
  return gunzipSync(readFileSync(new URL(`${version}/js/${name}`, ASSETS))).toString("utf8");
}
