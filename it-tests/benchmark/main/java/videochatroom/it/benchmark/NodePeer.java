package videochatroom.it.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server from npm that takes part. */
final class NodePeer {

    private NodePeer() {}

    /** Installs the server whose {@code package.json} and {@code main.js} are in the directory of this name. */
    static Contestant install(String name, Dialect dialect, String probe) {
        Path directory = NodePackage.install("peers/" + name);
        // imported by all of them
        NodePackage.copyFiles(Path.of("it-tests/benchmark/peers"), directory.getParent());
        return new Contestant(
                name,
                port -> List.of(
                        "node", "--expose-gc", directory.resolve("main.js").toString(), String.valueOf(port)),
                Map.of("NODE_ENV", "production"),
                probe,
                dialect);
    }
}
