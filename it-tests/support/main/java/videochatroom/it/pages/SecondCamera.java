package videochatroom.it.pages;

import videochatroom.it.support.Person;

/** A simulated second camera that shows Carol's colour. It can be plugged in and out. */
public final class SecondCamera {

    /** Its name in the list of cameras. */
    public static final String LABEL = "Second camera";

    private static final String SCRIPT = """
            {
              const { enumerateDevices, getUserMedia } = MediaDevices.prototype;
              const tracks = [];
              let there = %s;
              MediaDevices.prototype.enumerateDevices = async function () {
                const list = await enumerateDevices.call(this);
                const label = list.some((one) => one.label) ? "Second camera" : "";
                return there ? [...list, { kind: "videoinput", deviceId: "second", groupId: "", label }] : list;
              };
              MediaDevices.prototype.getUserMedia = async function (constraints) {
                const id = constraints.video?.deviceId;
                if (!there || (id?.exact ?? id?.ideal) !== "second") return getUserMedia.call(this, constraints);
                const canvas = document.createElement("canvas");
                Object.assign(canvas, { width: 640, height: 480 });
                const context = canvas.getContext("2d");
                setInterval(() => {
                  context.fillStyle = "rgb(40 160 70)";
                  context.fillRect(0, 0, 640, 480);
                }, 33);
                const stream = canvas.captureStream(30);
                const [track] = stream.getVideoTracks();
                track.getSettings = () => ({ deviceId: "second" });
                tracks.push(track);
                if (constraints.audio) {
                  const sound = await getUserMedia.call(this, { audio: constraints.audio });
                  sound.getTracks().forEach((one) => stream.addTrack(one));
                }
                return stream;
              };
              window.plugSecondCamera = (itIsThere) => {
                there = itIsThere;
                for (const track of there ? [] : tracks.splice(0)) {
                  track.stop();
                  track.dispatchEvent(new Event("ended"));
                }
                navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
              };
            }
            """;

    private final Person person;

    private SecondCamera(Person person) {
        this.person = person;
    }

    /** Adds the camera to the pages that a person opens from now on. */
    public static SecondCamera of(Person person, boolean pluggedIn) {
        person.runInEveryPage(SCRIPT.formatted(pluggedIn));
        return new SecondCamera(person);
    }

    public void plugIn() {
        person.browser().executeScript("plugSecondCamera(true)");
    }

    public void unplug() {
        person.browser().executeScript("plugSecondCamera(false)");
    }
}
