import { CHECKS, runChecks } from "../js/doctor/checks.js";
import { probeHttp } from "../js/doctor/http-probe.js";
import { probeIce } from "../js/doctor/ice-probe.js";
import { probeSocket } from "../js/doctor/socket-probe.js";
import { reportOf } from "../js/doctor/report.js";

const address = new URL("ws://localhost:59999/api/signaling");
const options = { address, devices: /** @type {const} */ ("look"), onResult: () => undefined };

/** @param {import("../js/doctor/checks.js").CheckResult[]} results */
const outcomes = (results) => Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));

describe("The connection doctor", () => {
  it("reports each result as soon as it is there, and all in order", async () => {
    /** @type {string[]} */
    const reported = [];
    const results = await runChecks({
      ...options,
      onResult: ({ name }) => reported.push(name),
      iceServers: async () => [],
    });
    expect(results.map(({ name }) => name)).toEqual([...CHECKS]);
    expect(reported.sort()).toEqual([...CHECKS].sort());
  });

  it("reports that nothing is configured if there are no servers", async () => {
    const results = outcomes(await runChecks({ ...options, iceServers: async () => [] }));
    expect(results).toEqual(
      jasmine.objectContaining({
        "secure-page": "works",
        webrtc: "works",
        socket: "works",
        stun: "not-configured",
        "turn-udp": "not-configured",
        "turn-tcp": "not-configured",
        "turn-tls": "not-configured",
        credentials: "not-configured",
      }),
    );
  });

  it("tests no ICE servers if it cannot get them", async () => {
    const results = outcomes(await runChecks(options));
    expect(results).toEqual(jasmine.objectContaining({ socket: "fails", stun: "untested", credentials: "untested" }));
  });

  it("reports that a relay does not answer, without blaming the credentials", async () => {
    const server = {
      urls: ["turn:127.0.0.1:59999?transport=tcp"],
      username: "user-secret",
      credential: "password-secret",
    };
    const results = await runChecks({ ...options, iceServers: async () => [server] });
    expect(outcomes(results)).toEqual(
      jasmine.objectContaining({ "turn-tcp": "fails", "turn-udp": "not-configured", credentials: "untested" }),
    );
    const report = reportOf(results, { origin: "http://localhost", browser: "browser", when: new Date(0) });
    expect(report).toContain("turn-tcp: fails");
    expect(report).not.toContain("secret");
  });

  it("survives an address at which there is no server", async () => {
    expect(await probeSocket(address)).toEqual({ opened: false, pong: false, milliseconds: 0, iceServers: null });
  });

  describe("whose socket does not open", () => {
    /** @type {jasmine.Spy<typeof fetch>} */
    let fetched;
    beforeEach(() => (fetched = spyOn(globalThis, "fetch")));

    /** @param {number} status */
    const answer = (status) => fetched.and.resolveTo(new Response("", { status }));

    it("names the server's settings if the server refuses the page's origin", async () => {
      answer(403);
      expect(await probeHttp(address)).toBe("origin");
      expect(fetched.calls.mostRecent().args[0]).toEqual(new URL("http://localhost:59999/api/signaling"));
      // Only such requests have an Origin on every page.
      expect(fetched.calls.mostRecent().args[1]).toEqual(jasmine.objectContaining({ method: "POST" }));
      const [socket] = (await runChecks(options)).filter(({ name }) => name === "socket");
      expect(socket).toEqual({ name: "socket", outcome: "fails", why: "origin", facts: "" });
    });

    it("names what lies between if the server answers", async () => {
      answer(405);
      expect(await probeHttp(new URL("wss://localhost:59999/api/signaling"))).toBe("no-sockets");
      expect(fetched.calls.mostRecent().args[0]).toEqual(new URL("https://localhost:59999/api/signaling"));
    });

    it("blames neither if the server is broken or away", async () => {
      answer(502);
      expect(await probeHttp(address)).toBe("");
      fetched.and.rejectWith(new TypeError());
      expect(await probeHttp(address)).toBe("");
    });

    it("knows an answer that it may not read", async () => {
      fetched.and.callFake(async (_, { mode } = {}) => {
        if (mode === "no-cors") return Response.error();
        throw new TypeError();
      });
      expect(await probeHttp(address)).toBe("origin");
    });
  });

  it("gives back what a relay has allocated when the page goes away", async () => {
    const closed = spyOn(RTCPeerConnection.prototype, "close").and.callThrough();
    const probe = probeIce({ urls: "turn:127.0.0.1:59999?transport=tcp", username: "a", credential: "b" });
    dispatchEvent(new Event("pagehide"));
    expect(closed).toHaveBeenCalledTimes(1);
    await probe;
    expect(closed).toHaveBeenCalledTimes(2);
    dispatchEvent(new Event("pagehide"));
    expect(closed).toHaveBeenCalledTimes(2);
  });
});
