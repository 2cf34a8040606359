import { create, setText, textButton } from "../dom.js";
import { language } from "../language.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */
/** @typedef {import("../../rtc/call-stats.js").CallStats} CallStats */
/** @typedef {import("../../rtc/call-stats.js").MediaFigures} MediaFigures */
/** @typedef {NonNullable<CallState["received"]>} Signal */

const UNKNOWN = "–";
const MEASURES = /** @type {const} */ (["codec", "resolution", "frames", "bitrate", "loss"]);
const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });

/** The quality of the connection in words, and its statistics. Event: `close`. */
export class StatisticsSheet extends HTMLElement {
  #title = create("h2", { id: "statistics-title", tabIndex: -1 }, text("quality.title"));
  #received = create("p", { className: "signal-words" });
  #sent = create("p", { className: "signal-words" });
  #path = create("p");
  #limited = create("p");
  #tables = { sent: new Figures(text("stats.sent")), received: new Figures(text("stats.received")) };
  #dialog = create("dialog", { className: "sheet" });

  connectedCallback() {
    const close = textButton(text("action.close"), () => this.#dialog.close(), "button primary");
    this.#dialog.setAttribute("aria-labelledby", "statistics-title");
    this.#dialog.onclose = () => this.dispatchEvent(new Event("close"));
    this.#dialog.replaceChildren(
      this.#title,
      this.#received,
      this.#sent,
      this.#path,
      this.#limited,
      this.#tables.received.table,
      this.#tables.sent.table,
      create("div", { className: "actions" }, close),
    );
    this.replaceChildren(this.#dialog);
  }

  /** @returns {boolean} Whether it was closed before. */
  open() {
    if (this.#dialog.open) return false;
    this.#dialog.showModal();
    this.#title.focus();
    return true;
  }

  /**
   * @param {CallState} state
   * @param {CallStats | null} figures Null while there is no connection.
   */
  show({ received, sent, connection }, figures) {
    setText(this.#received, `${text("signal.received")} ${words(received)}`);
    setText(this.#sent, `${text("signal.sent")} ${words(sent)}`);
    const path = connection === "" ? "" : text(`stats.way.${connection}`);
    const roundTrip = figures?.roundTrip ?? null;
    const time = roundTrip === null ? "" : text("stats.round-trip", { ms: Math.round(roundTrip) });
    setText(this.#path, [path, time].filter((part) => part !== "").join(" · "));
    const limited = figures?.sent.video.limited ?? "";
    this.#limited.hidden = limited === "";
    setText(this.#limited, limited === "" ? "" : text(`stats.limited.${limited}`));
    this.#tables.sent.show(figures?.sent ?? null);
    this.#tables.received.show(figures?.received ?? null);
  }
}

/** The statistics of one direction: a row for each measure, a column for each kind of media. */
class Figures {
  table = create("table", { className: "figures" });
  /** @type {Map<string, HTMLTableCellElement>} */
  #cells = new Map();

  /** @param {string} caption */
  constructor(caption) {
    const heads = [text("stats.measure"), text("stats.sound"), text("stats.picture")];
    const head = create("tr", {}, ...heads.map((name) => create("th", { scope: "col" }, name)));
    const rows = MEASURES.map((measure) => {
      const cells = ["audio", "video"].map((kind) => {
        const cell = create("td", { dir: "ltr" }, UNKNOWN);
        this.#cells.set(`${kind}-${measure}`, cell);
        cell.dataset["figure"] = `${kind}-${measure}`;
        return cell;
      });
      return create("tr", {}, create("th", { scope: "row" }, text(`stats.${measure}`)), ...cells);
    });
    this.table.append(create("caption", {}, caption), create("thead", {}, head), create("tbody", {}, ...rows));
  }

  /** @param {Record<"audio" | "video", MediaFigures> | null} figures */
  show(figures) {
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      for (const measure of MEASURES) {
        const cell = this.#cells.get(`${kind}-${measure}`);
        if (cell !== undefined) setText(cell, figures === null ? UNKNOWN : valueOf(figures[kind], measure));
      }
    }
  }
}

/**
 * @param {MediaFigures} figures
 * @param {typeof MEASURES[number]} measure
 * @returns {string}
 */
function valueOf({ codec, width, height, frames, bitrate, loss }, measure) {
  if (measure === "codec") return codec === "" ? UNKNOWN : codec;
  if (measure === "resolution") return width === null || height === null ? UNKNOWN : `${width} × ${height}`;
  if (measure === "frames") return frames === null ? UNKNOWN : text("stats.per-second", { frames: Math.round(frames) });
  if (measure === "bitrate")
    return bitrate === null ? UNKNOWN : text("stats.kilobits", { kilobits: Math.round(bitrate) });
  return loss === null ? UNKNOWN : percent.format(loss);
}

/** @param {Signal | null} signal */
function words(signal) {
  if (signal === null) return text("signal.unknown");
  return text(signal.trouble === "" ? "signal.well" : `signal.${signal.trouble}`);
}

customElements.define("statistics-sheet", StatisticsSheet);
