package videochatroom.it.lab;

import videochatroom.it.support.Tools;

/** Whether this machine lets a lab be built. */
final class Permit {

    private static final String TESTED = "calls behind NATs, and networks that fail in mid-call";

    private Permit() {}

    /** Skips the tests where it does not. */
    static void require() {
        Tools.skipUnless(
                Shell.run(Namespace.unshare("true")).isSuccess(),
                TESTED,
                "network namespaces are not permitted here: this needs root or user namespaces");
        Tools.require(TESTED, "ip", "nft", "conntrack", "turnserver");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
