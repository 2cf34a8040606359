/** A socket without a network. The test acts as the server. */
export class ScriptedSocket extends EventTarget {
  /** @type {ScriptedSocket[]} */
  static made = [];
  /** @type {unknown[]} */
  sent = [];
  readyState = 0;

  constructor() {
    super();
    ScriptedSocket.made.push(this);
  }

  /** @param {string} frame */
  send(frame) {
    this.sent.push(JSON.parse(frame));
  }

  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  /** @param {unknown} message */
  receive(message) {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  /** @param {number} code With which the server closes it. */
  close(code = 1006) {
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent("close", { code }));
  }
}
