import fc from "fast-check";
import { NO_REFUSALS, QuestionPolicy } from "../js/guard/question-policy.js";
import { keepWithin } from "../js/guard/guarded-channel.js";
import { consentTo, RecordingConsent } from "../js/room/recording-consent.js";
import { RemoteSignals } from "../js/rtc/remote-signals.js";
import { check, nearly } from "./random-play.js";

describe("Whatever a peer does", () => {
  it("is signaled within bounds, or refused for good", () => {
    const signal = fc.oneof(
      nearly({ candidate: fc.constantFrom("", "candidate:1 1 udp 1 192.0.2.1 9 typ host", "candidate:x") }).map(
        (candidate) => ({ candidate }),
      ),
      fc.record({
        sdp: fc.oneof(
          fc.string(),
          fc.constantFrom("a=candidate:1 1 udp 1 evil.example 9 typ host\r\n", "m=video\r\n".repeat(30)),
        ),
      }),
      fc.constant({ request: true }),
    );
    check(
      fc.property(fc.array(signal, { maxLength: 80 }), (all) => {
        let exceeded = 0;
        const signals = new RemoteSignals(() => exceeded++);
        for (const one of all) {
          if ("sdp" in one) {
            const taken = signals.description({ type: "offer", sdp: one.sdp });
            if (taken !== null) expect(taken.sdp).not.toContain("evil.example");
          } else if ("request" in one) signals.request();
          else if (typeof one.candidate["candidate"] === "string")
            signals.candidate(/** @type {any} */ (one.candidate));
          if (exceeded > 0) expect(signals.request()).toBeFalse();
        }
        expect(exceeded).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("passes a channel only within its bounds", () => {
    const data = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.uint8Array({ maxLength: 30 }).map((array) => array.slice().buffer),
    );
    check(
      fc.property(fc.array(data, { maxLength: 40 }), fc.constantFrom("text", "binary"), (all, type) => {
        const channel = new EventTarget();
        const bounds = { type: /** @type {"text" | "binary"} */ (type), maxLength: 20, burst: 10, perSecond: 0.001 };
        /** @type {any[]} */
        const heard = [];
        let exceeded = 0;
        keepWithin(/** @type {any} */ (channel), bounds, () => exceeded++);
        channel.addEventListener("message", (event) => heard.push(/** @type {MessageEvent} */ (event).data));
        for (const one of all) channel.dispatchEvent(new MessageEvent("message", { data: one }));
        expect(heard.length).toBeLessThanOrEqual(10);
        for (const one of heard) expect(typeof one === "string").toBe(type === "text");
        expect(heard.length === all.length).toBe(exceeded === 0);
      }),
    );
  });

  it("never counts as consent to another question", () => {
    const what = fc.constantFrom(/** @type {"call" | "own"} */ ("call"), /** @type {"call" | "own"} */ ("own"));
    const step = fc.oneof(
      fc.record({ ask: what }),
      // Numbers are random: only those near the asked one can be mistaken for it.
      fc.record({ beside: fc.constantFrom(0, 0, 0, 1), what, allowed: fc.boolean() }),
      fc.constantFrom({ run: true }, { end: true }),
    );
    let consents = 0;
    check(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const asker = new RecordingConsent();
        /** @type {{ answer: import("../js/room/recording-consent.js").RecordingAnswer | null }} */
        let peer = { answer: null };
        for (const one of steps) {
          if ("ask" in one) asker.ask(one.ask);
          else if ("beside" in one)
            peer = {
              answer: { number: asker.recording.number + one.beside, what: one.what, allowed: one.allowed },
            };
          else if ("run" in one) asker.run();
          else asker.end();
          if (asker.recording.state === "" || consentTo(asker.recording, peer) !== "allowed") continue;
          consents++;
          const { number } = asker.recording;
          expect(peer.answer).toEqual({ number, what: asker.recording.what, allowed: true });
        }
      }),
    );
    expect(consents).toBeGreaterThan(0);
  });

  it("is asked again only after pauses that grow", () => {
    check(
      fc.property(fc.array(fc.record({ after: fc.nat(30_000), refuse: fc.boolean() }), { maxLength: 40 }), (tries) => {
        let now = 0;
        let shown = 0;
        const policy = new QuestionPolicy(
          NO_REFUSALS,
          () => undefined,
          () => now,
        );
        for (const { after, refuse } of tries) {
          now += after;
          if (policy.wait > 0) continue;
          shown++;
          if (refuse) policy.refused();
          else policy.gone();
        }
        // Ten, twenty, forty seconds: so many fit into this time.
        expect(shown).toBeLessThanOrEqual(2 + Math.log2(1 + now / 10_000));
      }),
    );
  });
});
