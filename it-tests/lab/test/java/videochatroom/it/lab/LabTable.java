package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import videochatroom.it.support.Project;

/** The results as a Markdown table. The file is written after every row. */
final class LabTable {

    private static final String HEAD = """
            | case | connected | path | seconds to first frame | frozen seconds | right person |
            | --- | --- | --- | --- | --- | --- |
            """;

    private final Path file;
    private final List<String> rows = new ArrayList<>();

    LabTable(String fileName) {
        file = Project.target("lab", fileName);
    }

    /** Adds a call that was connected. */
    void addConnected(String what, LabCall call, Optional<Freezes> freezes) {
        add(
                what,
                "yes",
                call.route(),
                Seconds.of(call.secondsToFirstFrame()),
                freezes.map(Freezes::toString).orElse(""),
                "yes");
    }

    /** Adds a call that, as expected, was not connected. */
    void addNotConnected(String what) {
        add(what, "no", "", "", "", "");
    }

    /** Adds a case that failed. */
    void addFailed(String what, Throwable why) {
        String first = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        add(what, "**not as expected**: " + first.replace('|', '/'), "", "", "", "");
    }

    String text() {
        return HEAD + rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void add(String... cells) {
        String row = "| " + String.join(" | ", cells) + " |";
        rows.add(row);
        System.out.println(row);
        try {
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
