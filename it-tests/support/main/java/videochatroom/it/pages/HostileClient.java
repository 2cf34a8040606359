package videochatroom.it.pages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;

/**
 * A person whose page sends whatever a test wants, over the data channels of a call and through the server. Create it
 * before the page is opened.
 */
public final class HostileClient {

    /** A candidate as a script, of a kind that a call needs. It leads nowhere. */
    public static final String CANDIDATE =
            "{ candidate: 'candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host', sdpMid: '0', sdpMLineIndex: 0 }";

    /** For each channel what sends about as much as its bounds (js/guard/channel-bounds.js) allow. */
    public static final Map<String, String> ALLOWED_FLOODS = Map.of(
            "state",
            """
            __flood(15, () => __channels.state.send(JSON.stringify({ name: `N${++__sent}`, microphone: "on",
              camera: __sent & 1 ? "on" : "off", sharing: (__sent & 2) > 0 })));
            """,
            "messages",
            "__flood(200, () => { __sent++; __channels.messages.send('{\"type\":\"typing\"}'); });",
            "files",
            "__flood(3000, () => { __sent++; __channels.files.send(new Uint8Array([2, 0])); });",
            "signaling",
            "__flood(10, () => { __sent++; __channels.signaling.send(JSON.stringify({ type: 'candidate', candidate: "
                    + CANDIDATE + " })); });");

    private static final String KEEP_WAYS = """
            window.__channels = {};
            const createDataChannel = RTCPeerConnection.prototype.createDataChannel;
            RTCPeerConnection.prototype.createDataChannel = function (label, options) {
              const channel = (window.__channels[label] = createDataChannel.call(this, label, options));
              window.__openChannel = () => createDataChannel.call(this, "another");
              if (label === "state") channel.addEventListener("message", ({ data }) => (window.__answer = JSON.parse(data).answer));
              return channel;
            };
            window.WebSocket = class extends WebSocket {
              constructor(...given) {
                super(...given);
                window.__socket = this;
                this.addEventListener("message", ({ data }) => {
                  const { event, data: { participantId, others = [] } = {} } = JSON.parse(data);
                  if (event === "another_person_ready" || event === "participant_returned") window.__other = participantId;
                  if (event === "joined") window.__other = others[0]?.participantId ?? window.__other;
                });
              }
            };
            window.__flood = (perSecond, send) => {
              let due = 0;
              window.__floods = [...(window.__floods ?? []), setInterval(() => {
                for (due += perSecond / 50; due >= 1; due--) send();
              }, 20)];
            };
            """;

    /** What the page itself would announce, so that nothing else changes. */
    private static final String STATE = """
            { name: "Mallory", microphone: "on", camera: "on", sharing: false, budget: "full", arriving: null,
              recording: { state: "", what: "call", number: 0 }, answer: null, ...%s }""";

    private final Person person;

    public HostileClient(Person person) {
        this.person = person;
        person.runInEveryPage(KEEP_WAYS);
    }

    /**
     * Runs a script. It may use {@code __channels} by their labels, {@code __socket}, the peer's id {@code __other},
     * the peer's last {@code __answer}, {@code __openChannel()} for a data channel that no call has, and
     * {@code __flood(perSecond, send)}.
     */
    public void run(String script) {
        person.browser().executeScript(script);
    }

    /** Waits until a data channel is open. */
    public void hasChannel(String label) {
        Await.until(
                "the channel " + label,
                () -> Boolean.TRUE.equals(person.browser()
                        .executeScript("return __channels[arguments[0]]?.readyState === 'open'", label)),
                () -> "not open");
    }

    /**
     * Sends as much as is allowed over the channels, until {@link #stopFlooding}.
     *
     * @param labels of {@link #ALLOWED_FLOODS}; the channels are open
     */
    public void flood(List<String> labels) {
        run("window.__sent = 0;" + labels.stream().map(ALLOWED_FLOODS::get).collect(Collectors.joining("\n")));
    }

    /** How many messages {@link #flood} has sent. */
    public long sent() {
        return ((Number) requireNonNull(person.browser().executeScript("return __sent"))).longValue();
    }

    /** Announces members of a state over the state channel. */
    public void announces(String members) {
        run("__channels.state.send(JSON.stringify(" + STATE.formatted(members) + "));");
    }

    /** Announces a question for a recording. */
    public void asksToRecord(int number, String what) {
        announces("{ recording: { state: 'asks', what: '" + what + "', number: " + number + " } }");
    }

    /** Ends everything that {@code __flood} has begun. */
    public void stopFlooding() {
        run("(window.__floods ?? []).forEach(clearInterval); window.__floods = [];");
    }
}
