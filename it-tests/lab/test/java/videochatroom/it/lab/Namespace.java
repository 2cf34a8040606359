package videochatroom.it.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import videochatroom.it.support.Project;
import videochatroom.it.support.Shell;

/**
 * A network namespace, and a name for messages.
 *
 * <p>A process holds it that ends at the end of its input. So the namespace ends when this process has ended in any way
 * and nothing runs in it. It has no name in the system, which could be in use or be left behind.
 */
final class Namespace implements AutoCloseable {

    private static final Path RECORD_PID = Project.path("it-tests", "lab", "record-pid.sh");

    private final String name;
    private final Path pidFile;
    private final Process holder;

    private Namespace(String name, Path pidFile, List<String> command) {
        this.name = name;
        this.pidFile = pidFile;
        try {
            holder = new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output = holder.inputReader(StandardCharsets.UTF_8);
            String first = output.readLine();
            if (!"ready".equals(first)) {
                throw new IllegalStateException("No namespace for " + name + ": " + first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first namespace of a lab. */
    static Namespace first(String name, Path pidFile) {
        return configured(new Namespace(name, pidFile, unshare(holder())));
    }

    /** A further namespace, in the same user namespace. */
    Namespace create(String newName) {
        List<String> command = new ArrayList<>();
        if (!LabPrerequisites.isRoot()) {
            command.addAll(List.of("nsenter", "-t", String.valueOf(holder.pid()), "-U", "--preserve-credentials"));
        }
        command.addAll(List.of("unshare", "-n"));
        command.addAll(List.of(holder()));
        return configured(new Namespace(newName, pidFile, command));
    }

    /** A command in a new network namespace, and without root in a new user namespace. */
    static List<String> unshare(String... command) {
        List<String> all = new ArrayList<>(List.of("unshare", LabPrerequisites.isRoot() ? "-n" : "-rn"));
        all.addAll(List.of(command));
        return all;
    }

    String name() {
        return name;
    }

    /** The prefix that runs a command in this namespace. */
    List<String> enterCommand() {
        List<String> command = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(holder.pid()), "-n"));
        if (!LabPrerequisites.isRoot()) {
            command.addAll(List.of("-U", "--preserve-credentials"));
        }
        return command;
    }

    /** The prefix for a command that keeps running. A later run can end the process: {@link StaleProcesses}. */
    List<String> enterRecorded() {
        List<String> command = new ArrayList<>(List.of("sh", absolute(RECORD_PID), absolute(pidFile), name));
        command.addAll(enterCommand());
        return command;
    }

    /** Runs a command in this namespace to its end. */
    Shell.Result run(String... command) {
        return run("", List.of(command));
    }

    /** Runs a shell script in this namespace. It ends at the first command that fails. */
    void script(String text) {
        run(text, List.of("sh", "-eu", "-s")).orThrow();
    }

    /** Changes the packet filter, in one transaction of nftables. */
    void filter(String rules) {
        run(rules, List.of("nft", "-f", "-")).orThrow();
    }

    /** Creates a link to another namespace. The arguments are the names of its two interfaces. */
    void link(String here, Namespace other, String there) {
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
        List<String> all = enterCommand();
        all.addAll(command);
        return Shell.run(all, input);
    }

    private static Namespace configured(Namespace created) {
        // addresses are usable at once, and stay when their link is down
        created.script("""
                for what in default all; do
                  echo 0 > /proc/sys/net/ipv6/conf/$what/accept_dad
                  echo 0 > /proc/sys/net/ipv6/conf/$what/accept_ra
                  echo 1 > /proc/sys/net/ipv6/conf/$what/keep_addr_on_down
                done
                ip link set lo up
                """);
        return created;
    }

    private static String[] holder() {
        return new String[] {"sh", "-c", "echo ready; exec cat"};
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
