package videochatroom.it.pages;

import videochatroom.it.support.Person;

/** A browser that asks its person for camera and microphone, who answers when he pleases. */
public final class Permission {

    /** Whether the browser waits for an answer. */
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

    /** It asks in every page from now on. */
    public static void isAskedOf(Person person) {
        person.runInEveryPage(ASK.formatted("false"));
    }

    /** It asks in every page but the first one. */
    public static void isAskedOnReturnOf(Person person) {
        person.runInEveryPage(ASK.formatted("!isReturn"));
    }

    /** What the person answers. */
    public static String answered(boolean yes) {
        return "answerBrowser(" + yes + ")";
    }
}
