package videochatroom.it.pages;

/** The tracks of a page's own devices: what the browser shows a light or a bar for. */
public final class LocalTracks {

    /**
     * Is run in every page ({@link videochatroom.it.support.Person#runInEveryPage}): notes all tracks, and copies of
     * them.
     */
    public static final String WATCHED = """
            window.__tracks = [];
            const note = (track, kind) => {
              window.__tracks.push({ track, kind });
              const clone = track.clone.bind(track);
              track.clone = () => note(clone(), kind);
              return track;
            };
            const devices = navigator.mediaDevices;
            const [open, share] = [devices.getUserMedia.bind(devices), devices.getDisplayMedia.bind(devices)];
            devices.getUserMedia = async (constraints) => {
              const stream = await open(constraints);
              for (const track of stream.getTracks()) note(track, track.kind === "video" ? "camera" : "microphone");
              return stream;
            };
            devices.getDisplayMedia = async (options) => {
              const stream = await share(options);
              for (const track of stream.getTracks()) note(track, "screen");
              return stream;
            };
            """;

    private LocalTracks() {}

    /**
     * How many tracks of a kind are live.
     *
     * @param kind {@code camera}, {@code microphone} or {@code screen}
     * @return an expression
     */
    public static String live(String kind) {
        return tracks(kind) + ".filter((track) => track.readyState === 'live').length";
    }

    /**
     * The tracks of a kind, live or not.
     *
     * @param kind {@code camera}, {@code microphone} or {@code screen}
     * @return an expression
     */
    public static String tracks(String kind) {
        return "window.__tracks.filter(({ kind }) => kind === '" + kind + "').map(({ track }) => track)";
    }
}
