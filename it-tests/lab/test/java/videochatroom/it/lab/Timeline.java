package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import videochatroom.it.support.Person;
import videochatroom.it.support.Project;

/**
 * Records the events of a person's page, to explain freezes. Each fault has a file in {@code target/lab/timelines}. Its
 * times are milliseconds since the fault began.
 */
final class Timeline {

    private static final String WATCH = """
            (() => {
              const entries = (window.__timeline = []);
              const note = (what) => entries.push([Date.now(), what]);
              const brief = (text) => {
                const c = /candidate:(\\S+ \\d \\S+ \\d+ \\S+ \\d+ typ \\S+)/.exec(text);
                return c ? "candidate " + c[1].split(" ").slice(2).join(" ") : String(text).slice(0, 60);
              };
              for (const name of ["online", "offline"]) addEventListener(name, () => note(name));
              navigator.connection?.addEventListener("change", () => note("network information"));
              const send = WebSocket.prototype.send;
              WebSocket.prototype.send = function (text) {
                note("> " + brief(text));
                return send.call(this, text);
              };
              window.WebSocket = class extends WebSocket {
                constructor(...given) {
                  super(...given);
                  note("socket asked for");
                  this.addEventListener("open", () => note("socket open"));
                  this.addEventListener("close", ({ code }) => note("socket closed " + code));
                  this.addEventListener("message", ({ data }) => note("< " + brief(data)));
                }
              };
              const throughChannel = RTCDataChannel.prototype.send;
              RTCDataChannel.prototype.send = function (data) {
                note("> channel: " + String(data).slice(0, 60));
                return throughChannel.call(this, data);
              };
              window.RTCPeerConnection = class extends RTCPeerConnection {
                constructor(...given) {
                  super(...given);
                  this.addEventListener("connectionstatechange", () => note("connection " + this.connectionState));
                  this.addEventListener("iceconnectionstatechange", () => note("ICE " + this.iceConnectionState));
                }
                restartIce() { note("restartIce"); super.restartIce(); }
                setRemoteDescription(d) {
                  const done = super.setRemoteDescription(d);
                  const ice = this.getTransceivers()[0]?.sender.transport?.iceTransport;
                  if (ice && !ice.noted) {
                    ice.noted = true;
                    ice.addEventListener("selectedcandidatepairchange", () => {
                      const { local, remote } = ice.getSelectedCandidatePair() ?? {};
                      note("pair " + [local, remote].map((c) => c?.candidate.split(" ").slice(4, 8).join(" ")).join(" | "));
                    });
                  }
                  return done;
                }
              };
              const setParameters = RTCRtpSender.prototype.setParameters;
              RTCRtpSender.prototype.setParameters = function (...given) {
                note("key frame");
                return setParameters.apply(this, given);
              };
            })();
            """;

    private static final String READ = """
            const frames = (window.__frameLog?.frames ?? []).filter((at) => at > arguments[0] - 500);
            const gaps = frames.slice(1).map((at, i) => [frames[i], at]).filter(([a, b]) => b - a > 300)
              .map(([a, b]) => [a, "FROZEN for " + (b - a) + " ms"]);
            return [...window.__timeline, ...gaps].filter(([at]) => at > arguments[0] - 500).sort((a, b) => a[0] - b[0])
              .map(([at, what]) => (at - arguments[0]) + " " + what);
            """;

    private Timeline() {}

    /** Records events in every page that the person opens from now on. */
    static void watch(Person person) {
        person.runInEveryPage(WATCH);
    }

    /** Writes the events of both pages since a fault began. */
    static void write(Caller alice, Caller bob, long since) {
        List<String> lines = new ArrayList<>();
        for (Caller each : List.of(alice, bob)) {
            lines.add("--- " + each.person().name());
            lines.addAll(read(each.person(), since));
        }
        Path file = Project.target("lab", "timelines", since + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Person person, long since) {
        var found = (List<?>) Objects.requireNonNull(person.browser().executeScript(READ, since));
        return found.stream().map(String::valueOf).toList();
    }
}
