import { DropZone } from "../js/ui/chat/drop-zone.js";
import { filesOf, meansFiles } from "../js/ui/chat/transfer.js";
import { makeFile } from "./talk.js";

/**
 * A stand-in for what is dragged or copied: a browser makes folders only by hand.
 * @param {{ files?: File[], folders?: string[], text?: string }} [content]
 */
function transfer({ files = [], folders = [], text = "" } = {}) {
  const items = [
    ...files.map((file) => ({ kind: "file", getAsFile: () => file, webkitGetAsEntry: () => ({ isDirectory: false }) })),
    ...folders.map((name) => ({
      kind: "file",
      getAsFile: () => makeFile(4_096, name),
      webkitGetAsEntry: () => ({ isDirectory: true, name }),
    })),
  ];
  const types = [...(text === "" ? [] : ["text/plain"]), ...(items.length === 0 ? [] : ["Files"])];
  return /** @type {DataTransfer} */ (
    /** @type {unknown} */ ({ items, files, types, getData: () => text, dropEffect: "copy" })
  );
}

describe("The page as a place for files", () => {
  const [a, b] = [makeFile(1, "a.txt"), makeFile(0, "b.txt")];
  const main = document.createElement("main");
  const input = document.createElement("textarea");
  const other = document.createElement("input");
  /** @type {string[][]} */
  let sent = [];
  let canSend = true;

  beforeAll(() => {
    main.append(input, other);
    document.body.append(main);
    new DropZone(main, {
      input,
      canSend: () => canSend,
      onFiles: ({ files, folders }) =>
        sent.push([...files.map(({ name }) => name), ...folders.map((name) => `${name}/`)]),
    });
  });
  beforeEach(() => (sent = []));
  afterAll(() => main.remove());

  /**
   * @param {string} type
   * @param {Element} at
   * @param {DataTransfer} [what]
   * @returns {boolean} Whether the browser would do what it does by itself.
   */
  function fire(type, at, what = transfer()) {
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.defineProperty(event, type === "paste" ? "clipboardData" : "dataTransfer", { value: what });
    return at.dispatchEvent(event);
  }

  it("takes files, and knows folders", () => {
    expect(fire("drop", main, transfer({ files: [a, b], folders: ["photos"] }))).toBeFalse();
    expect(sent).toEqual([["a.txt", "b.txt", "photos/"]]);
    // A browser that tells nothing of entries.
    const plain = new DataTransfer();
    plain.items.add(a);
    expect(filesOf(plain)).toEqual({ files: [a], folders: [] });
  });

  it("says before the drop whether files can be sent", () => {
    const veil = () => main.querySelector(".drop-veil")?.textContent;
    fire("dragover", main, transfer({ files: [a] }));
    expect(veil()).toBe("Drop to send");
    canSend = false;
    fire("dragover", main, transfer({ files: [a] }));
    expect(veil()).toBe("Files cannot be sent now");
    canSend = true;
    fire("drop", main, transfer());
  });

  it("leaves text to the fields, and lets nothing lead away from the page", () => {
    const link = transfer({ text: "https://example.org/" });
    for (const type of ["dragover", "drop"]) {
      expect(fire(type, main, link))
        .withContext(type)
        .toBeFalse();
      expect(fire(type, input, link))
        .withContext(type)
        .toBeTrue();
      expect(fire(type, other, link))
        .withContext(type)
        .toBeTrue();
      input.readOnly = true;
      expect(fire(type, input, link))
        .withContext(`${type}, read only`)
        .toBeFalse();
      input.readOnly = false;
      expect(fire(type, other, transfer({ files: [a] })))
        .withContext(`${type}, file`)
        .toBeFalse();
    }
    expect(link.dropEffect).toBe("none");
    expect(sent).toEqual([["a.txt"]]);
  });

  it("does not send what is dragged within the page", () => {
    fire("dragstart", main);
    expect(fire("drop", main, transfer({ files: [a] }))).toBeFalse();
    fire("dragend", main);
    expect(sent).toEqual([]);
  });

  it("sends nothing into which the person does not paste it", () => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    fire("paste", other, transfer({ files: [a] }));
    dialog.showModal();
    fire("paste", document.body, transfer({ files: [a] }));
    fire("drop", main, transfer({ files: [a] }));
    dialog.remove();
    expect(sent).toEqual([]);
    fire("paste", input, transfer({ files: [a], folders: ["photos"] }));
    fire("paste", document.body, transfer({ files: [b] }));
    expect(sent).toEqual([["a.txt", "photos/"], ["b.txt"]]);
  });

  it("tells a copied file from copied text with a picture of it", () => {
    expect(meansFiles(transfer({ files: [a], text: "a.txt" }))).toBeTrue();
    expect(meansFiles(transfer({ files: [a, b], text: "/home/anna/a.txt\r\nC:\\b.txt\n" }))).toBeTrue();
    expect(meansFiles(transfer({ files: [makeFile(9, "image.png")], text: "two cells" }))).toBeFalse();
    expect(meansFiles(transfer({ text: "a.txt" }))).toBeFalse();
    expect(fire("paste", input, transfer({ files: [makeFile(9, "image.png")], text: "two cells" }))).toBeTrue();
  });
});
