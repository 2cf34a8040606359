import { FocusKeeper } from "../js/ui/focus-keeper.js";
import { present, until } from "./support.js";

const PAGE = `
  <h1 tabindex="-1">Page</h1>
  <div id="log" tabindex="0"><p><button id="accept">Accept</button></p></div>
  <button id="more" aria-controls="list">More</button>
  <div id="list"><button id="item">Item</button></div>
  <form><button id="join">Join</button></form>
  <dialog><h2>Title</h2><button id="again">Again</button></dialog>`;

describe("The focus keeper", () => {
  const main = document.createElement("main");
  /** @type {(selector: string) => HTMLElement} */
  const find = (selector) => present(/** @type {HTMLElement | null} */ (main.querySelector(selector)));
  /** @type {(selector: string) => Promise<void>} */
  const focusIsOn = (selector) => until(`the focus on ${selector}`, () => document.activeElement === find(selector));

  beforeAll(() => {
    document.body.append(main);
    new FocusKeeper(() => find("h1"));
  });
  beforeEach(() => (main.innerHTML = PAGE));
  afterAll(() => main.remove());

  it("moves it to what a removed, hidden or disabled element was in", async () => {
    /** @type {((accept: HTMLElement) => void)[]} */
    const ways = [
      (accept) => accept.remove(),
      (accept) => accept.parentElement?.replaceChildren("Accepted"),
      (accept) => accept.parentElement?.remove(),
      (accept) => (accept.hidden = true),
      (accept) => accept.toggleAttribute("disabled"),
      (accept) => accept.toggleAttribute("inert"),
    ];
    for (const way of ways) {
      main.innerHTML = PAGE;
      find("#accept").focus();
      way(find("#accept"));
      await focusIsOn("#log");
    }
  });

  it("moves it to the button that opens what is gone", async () => {
    find("#item").focus();
    find("#list").hidden = true;
    await focusIsOn("#more");
  });

  it("moves it to the page's place where there is no nearer one", async () => {
    find("#join").focus();
    find("form").hidden = true;
    await focusIsOn("h1");
  });

  it("keeps it within a modal dialog", async () => {
    /** @type {HTMLDialogElement} */ (find("dialog")).showModal();
    find("#again").focus();
    find("#again").toggleAttribute("disabled");
    await focusIsOn("dialog h2");
  });

  it("moves it back to what can have it again, unless it was moved since", async () => {
    find("#join").focus();
    find("#join").toggleAttribute("disabled");
    await focusIsOn("h1");
    find("#join").toggleAttribute("disabled");
    await focusIsOn("#join");

    find("#join").toggleAttribute("disabled");
    await focusIsOn("h1");
    find("#more").focus();
    find("#join").toggleAttribute("disabled");
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await focusIsOn("#more");
  });
});
