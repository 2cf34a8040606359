package videochatroom.it.pages;

import videochatroom.it.support.Person;

/**
 * Simulates the browser's permission prompt for camera and microphone: {@code getUserMedia} waits for the person's
 * answer.
 */
public final class Permission {

    /** An expression: whether the browser waits for an answer. */
    public static final String ASKED = "typeof window.answerBrowser === 'function'";

    private static final String ASK = """
            {
              const { getUserMedia } = MediaDevices.prototype;
              const isReturn = sessionStorage.getItem("asked") !== null;
              sessionStorage.setItem("asked", "");
              MediaDevices.prototype.getUserMedia = function (constraints) {
                if (%s) return getUserMedia.call(this, constraints);
                return new Promise((allow, refuse) => {
                  window.answerBrowser = (yes) =>
                    yes ? allow(getUserMedia.call(this, constraints)) : refuse(new DOMException("", "NotAllowedError"));
                });
              };
            }
            """;

    private Permission() {}

    /** The prompt appears in every page opened from now on. */
    public static void isAskedOf(Person person) {
        person.runInEveryPage(ASK.formatted("false"));
    }

    /** The prompt appears in every page after the first one. */
    public static void isAskedOnReturnOf(Person person) {
        person.runInEveryPage(ASK.formatted("!isReturn"));
    }

    /** A script by which the person allows or denies. */
    public static String answered(boolean yes) {
        return "answerBrowser(" + yes + ")";
    }
}
