import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";

/** The architecture: what a folder of js/ may import besides its own files. Its subfolders may import the same. */
const ARROWS = {
  browser: [],
  text: ["browser"],
  protocol: [],
  storage: ["browser"],
  guard: [],
  signaling: ["browser", "protocol"],
  rtc: ["browser", "guard"],
  media: ["browser", "storage"],
  messages: ["browser", "text", "storage", "guard"],
  room: ["browser", "text", "protocol", "storage", "guard", "signaling", "rtc", "media", "messages"],
  doctor: ["browser", "protocol", "signaling"],
  // What it shows comes by events and properties of the others: types in comments, no imports.
  ui: ["browser", "text", "storage"],
};
/** Levels of folders below js/. */
const DEPTHS = [1, 2, 3];

/**
 * The scripts in js/ itself are the only ones that may import from every folder. Pages name main.js, landing.js and
 * notice.js. main.js loads recording.js, statistics.js and invitation.js when they are needed. The others are parts of
 * these, as listed here. No file in a folder may import any of them.
 */
const PARTS = {
  main: ["chat", "connection-check", "navigation"],
  landing: ["connection-check"],
  recording: ["recorded-pieces", "recording-capture"],
};

const NO_PACKAGES = { regex: "^[^.]", message: "The client has no dependencies." };

/** @param {...{ regex: string, message: string }} patterns Of modules that may not be imported. */
const restricted = (...patterns) => ({ "no-restricted-imports": ["error", { patterns: [...patterns, NO_PACKAGES] }] });

const folders = Object.entries(ARROWS).flatMap(([folder, allowed]) =>
  DEPTHS.map((depth) => ({
    files: [`js/${folder}/${"*/".repeat(depth - 1)}*.js`],
    rules: restricted({
      // Whatever leads up to js/ itself, and not into an allowed folder.
      regex: `^(\\.\\./){${depth}}(?!(${[folder, ...allowed].join("|")})/)`,
      message: `${folder}/ may import ${allowed.length === 0 ? "nothing" : allowed.join(", ")} only.`,
    }),
  })),
);

const pageScripts = [
  {
    files: ["js/*.js"],
    rules: restricted({ regex: "^\\./[^/]+$", message: "Only main.js, landing.js and recording.js have parts." }),
  },
  ...Object.entries(PARTS).map(([script, parts]) => ({
    files: [`js/${script}.js`],
    rules: restricted({
      regex: `^\\./(?!(${parts.join("|")})\\.js$)[^/]+$`,
      message: `${script}.js may import ${parts.map((part) => `${part}.js`).join(", ")} only.`,
    }),
  })),
];

const IMPORT = { selector: "ImportExpression", message: "Only main.js and ui/texts.js load modules later." };
const EVENT = { selector: "NewExpression[callee.name='CustomEvent']", message: "Dispatch commands by ui/commands.js." };

const syntax = [
  {
    files: ["js/**/*.js"],
    // The rule above does not see import(). main.js loads what is rarely needed, texts.js the file of one language.
    ignores: ["js/main.js", "js/ui/texts.js"],
    rules: { "no-restricted-syntax": ["error", IMPORT] },
  },
  {
    files: ["js/ui/**/*.js"],
    ignores: ["js/ui/commands.js", "js/ui/texts.js"],
    rules: { "no-restricted-syntax": ["error", IMPORT, EVENT] },
  },
];

const DOM = ["document", "window", "HTMLElement", "customElements"].map((name) => ({
  name,
  message: "Only ui/ and the scripts of pages use the DOM.",
}));

/** What a browser may lack or refuse, by the names of its globals. */
const REFUSABLE_GLOBALS = [
  "navigator",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "caches",
  "cookieStore",
  "BroadcastChannel",
  "Notification",
  "Worker",
  "SharedWorker",
  "AudioContext",
  "OfflineAudioContext",
  "MediaRecorder",
  "ResizeObserver",
  "documentPictureInPicture",
  "showSaveFilePicker",
  "showOpenFilePicker",
];
/** The same by the names of members. */
const REFUSABLE_MEMBERS = [
  ...REFUSABLE_GLOBALS,
  "cookie",
  "subtle",
  "Segmenter",
  "enumerateDevices",
  "getUserMedia",
  "getDisplayMedia",
  "getDirectory",
  "setSinkId",
  "selectAudioOutput",
  "fullscreenElement",
  "fullscreenEnabled",
  "requestFullscreen",
  "exitFullscreen",
  "pictureInPictureElement",
  "pictureInPictureEnabled",
  "requestPictureInPicture",
  "exitPictureInPicture",
];
const REFUSABLE = "The browser may lack or refuse it: only browser/ calls it.";
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
  property,
  message: "Strings never become markup.",
}));

/**
 * @param {string[]} files
 * @param {...("dom" | "refusable")} allowed
 */
function mayUse(files, ...allowed) {
  const refusable = allowed.includes("refusable");
  const globals = [
    ...(allowed.includes("dom") ? [] : DOM),
    ...(refusable ? [] : REFUSABLE_GLOBALS.map((name) => ({ name, message: REFUSABLE }))),
  ];
  const members = refusable ? [] : REFUSABLE_MEMBERS.map((property) => ({ property, message: REFUSABLE }));
  return {
    files,
    rules: {
      // ESLint takes an empty list for the list of before.
      "no-restricted-globals": globals.length === 0 ? "off" : ["error", ...globals],
      "no-restricted-properties": ["error", ...MARKUP, ...members],
    },
  };
}

const names = [
  mayUse(["js/**/*.js"]),
  mayUse(["js/*.js", "js/ui/**/*.js"], "dom"),
  mayUse(["js/browser/**/*.js"], "dom", "refusable"),
];

export default [
  js.configs.recommended,
  jsdoc.configs["flat/recommended-typescript-flavor-error"],
  {
    settings: { jsdoc: { mode: "typescript" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // The type check finds unknown names and wrong types.
      "no-undef": "off",
      "jsdoc/require-param-description": "off",
      "jsdoc/require-property-description": "off",
      "jsdoc/require-returns-description": "off",
      "jsdoc/require-returns": "off",
      "jsdoc/require-jsdoc": "off",
      "jsdoc/tag-lines": "off",
      "jsdoc/valid-types": "off",
      "jsdoc/check-tag-names": "off",
      "max-lines": ["error", 250],
      "no-console": "error",
      "no-unused-vars": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["js/**/*.js"],
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          checkGetters: false,
          checkConstructors: false,
          require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false },
        },
      ],
    },
  },
  // Texts only.
  { files: ["js/ui/languages/*.js"], rules: { "max-lines": "off" } },
  ...folders,
  ...pageScripts,
  ...syntax,
  ...names,
];
