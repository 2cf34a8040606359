import { CHECKS, runChecks } from "../js/doctor/checks.js";
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
    expect(await probeSocket(address)).toEqual({ pong: false, milliseconds: 0, iceServers: null });
  });
});
