import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";

/**
 * What a folder of js/ may import, beside its own files: the arrows of the architecture. A folder that is not
 * named in a rule is forbidden there.
 */
const FOLDERS = ["protocol", "signaling", "rtc", "media", "messages", "room", "doctor", "ui"];
const ARROWS = {
  protocol: [],
  signaling: ["protocol"],
  rtc: [],
  media: [],
  messages: [],
  room: ["protocol", "rtc", "signaling", "media", "messages"],
  doctor: ["protocol", "signaling"],
  // What it shows comes from room/ as events and properties only: types in comments, no imports.
  ui: [],
};

const boundaries = Object.entries(ARROWS).map(([folder, allowed]) => ({
  files: [`js/${folder}/**/*.js`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^\\.\\./(${FOLDERS.filter((other) => other !== folder && !allowed.includes(other)).join("|")}|[^/]+\\.js)`,
            message: `${folder}/ may import ${allowed.length === 0 ? "nothing" : allowed.join(", ")} only.`,
          },
          { regex: "^[^.]", message: "The client has no dependencies." },
        ],
      },
    ],
  },
}));

const noDom = {
  files: ["protocol", "signaling", "rtc", "media", "messages", "room", "doctor"].map(
    (folder) => `js/${folder}/**/*.js`,
  ),
  rules: {
    "no-restricted-globals": [
      "error",
      ...["document", "window", "HTMLElement", "customElements"].map((name) => ({
        name,
        message: "Only ui/ and the pages' main scripts know the DOM.",
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
      // The type check knows which names there are, and where a type is missing or wrong.
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
      // Strings never become markup, and nothing waits for a time that only usually suffices.
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
  // Every sentence there is, and nothing else.
  { files: ["js/ui/languages/*.js"], rules: { "max-lines": "off" } },
  ...boundaries,
  noDom,
];
