/**
 * Ticks by the clock of an audio context, also in a hidden page, whose timers browsers slow down to one a second. It
 * stands still while the context does.
 */
export class AudioClock {
  #output;
  #interval;
  #onTick;
  #isRunning = true;

  /**
   * @param {AudioNode} output Gets silence: browsers do not run what is connected to nothing.
   * @param {number} interval Seconds.
   * @param {() => void} onTick
   */
  constructor(output, interval, onTick) {
    this.#output = output;
    this.#interval = interval;
    this.#onTick = onTick;
    this.#next();
  }

  /** Ends the ticks. */
  stop() {
    this.#isRunning = false;
  }

  #next() {
    const { context } = this.#output;
    const tick = new ConstantSourceNode(context, { offset: 0 });
    tick.connect(this.#output);
    tick.onended = () => {
      tick.disconnect();
      if (!this.#isRunning) return;
      this.#next();
      this.#onTick();
    };
    tick.start();
    tick.stop(context.currentTime + this.#interval);
  }
}
