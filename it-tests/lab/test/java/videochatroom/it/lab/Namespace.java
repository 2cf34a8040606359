package videochatroom.it.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import videochatroom.it.support.Project;

/**
 * A network of its own, and a name for messages.
 *
 * <p>A process holds it that ends when its input does. So it ends with this one, however that ends, once nothing runs
 * in it any more; it has no name in the system that could be in another's way or be left behind.
 */
final class Namespace implements AutoCloseable {

    private static final Path NOTED = Project.path("it-tests", "lab", "noted.sh");

    private final String name;
    private final Path notes;
    private final Process holder;

    private Namespace(String name, Path notes, List<String> command) {
        this.name = name;
        this.notes = notes;
        try {
            holder = new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output = holder.inputReader(StandardCharsets.UTF_8);
            String first = output.readLine();
            if (!"ready".equals(first)) {
                throw new IllegalStateException("No network for " + name + ": " + first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of a lab. */
    static Namespace first(String name, Path notes) {
        return configured(new Namespace(name, notes, unshare(holding())));
    }

    /** A further one, which the same person may administer. */
    Namespace another(String itsName) {
        List<String> command = new ArrayList<>();
        if (!Permit.isRoot()) {
            command.addAll(List.of("nsenter", "-t", String.valueOf(holder.pid()), "-U", "--preserve-credentials"));
        }
        command.addAll(List.of("unshare", "-n"));
        command.addAll(List.of(holding()));
        return configured(new Namespace(itsName, notes, command));
    }

    /** A command in a new network of the person who runs this. */
    static List<String> unshare(String... command) {
        List<String> all = new ArrayList<>(List.of("unshare", Permit.isRoot() ? "-n" : "-rn"));
        all.addAll(List.of(command));
        return all;
    }

    String name() {
        return name;
    }

    /** What, before a command, has it run here. */
    List<String> entering() {
        List<String> command = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(holder.pid()), "-n"));
        if (!Permit.isRoot()) {
            command.addAll(List.of("-U", "--preserve-credentials"));
        }
        return command;
    }

    /** The same for a command that goes on, and may be left behind. */
    List<String> enteringNoted() {
        List<String> command = new ArrayList<>(List.of("sh", absolute(NOTED), absolute(notes), name));
        command.addAll(entering());
        return command;
    }

    /** Runs a command here. */
    Shell.Result run(String... command) {
        return run("", List.of(command));
    }

    /** Runs a shell script here, which ends at the first command that fails. */
    void script(String text) {
        run(text, List.of("sh", "-eu", "-s")).orThrow();
    }

    /** Changes the packet filter, all or nothing. */
    void filter(String rules) {
        run(rules, List.of("nft", "-f", "-")).orThrow();
    }

    /** Joins two by a cable. */
    void cable(String here, Namespace other, String there) {
        run(
                        "ip",
                        "link",
                        "add",
                        here,
                        "type",
                        "veth",
                        "peer",
                        "name",
                        there,
                        "netns",
                        String.valueOf(other.holder.pid()))
                .orThrow();
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            holder.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Shell.Result run(String input, List<String> command) {
        List<String> all = entering();
        all.addAll(command);
        return Shell.run(all, input);
    }

    private static Namespace configured(Namespace made) {
        // addresses are there at once, and stay when their cable is pulled
        made.script("""
                for what in default all; do
                  echo 0 > /proc/sys/net/ipv6/conf/$what/accept_dad
                  echo 0 > /proc/sys/net/ipv6/conf/$what/accept_ra
                  echo 1 > /proc/sys/net/ipv6/conf/$what/keep_addr_on_down
                done
                ip link set lo up
                """);
        return made;
    }

    private static String[] holding() {
        return new String[] {"sh", "-c", "echo ready; exec cat"};
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
