package videochatroom.it.lab;

import videochatroom.it.support.Shell;
import videochatroom.it.support.Tools;

/** What a machine needs for the lab. */
final class LabPrerequisites {

    private static final String TESTED = "calls behind NATs, and networks that fail during a call";

    private LabPrerequisites() {}

    /** Skips the tests where a prerequisite is missing. */
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
