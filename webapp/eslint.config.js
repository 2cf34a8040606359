import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";

/** The architecture: what a folder of js/ may import besides its own files. Its subfolders may import the same. */
const ARROWS = {
  browser: [],
  protocol: [],
  storage: ["browser"],
  guard: [],
  signaling: ["browser", "protocol"],
  rtc: ["browser", "guard"],
  media: ["browser", "storage"],
  messages: ["browser", "storage", "guard"],
  room: ["browser", "protocol", "storage", "guard", "signaling", "rtc", "media", "messages"],
  doctor: ["browser", "protocol", "signaling"],
  // What it shows comes by events and properties of the others: types in comments, no imports.
  ui: ["browser", "storage"],
};
const FOLDERS = Object.keys(ARROWS);
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

const noDom = {
  files: FOLDERS.filter((folder) => folder !== "ui").map((folder) => `js/${folder}/**/*.js`),
  rules: {
    "no-restricted-globals": [
      "error",
      ...["document", "window", "HTMLElement", "customElements"].map((name) => ({
        name,
        message: "Only ui/ and the scripts of pages use the DOM.",
      })),
    ],
  },
};

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
      // Strings never become markup.
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property })),
      ],
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
  noDom,
];
