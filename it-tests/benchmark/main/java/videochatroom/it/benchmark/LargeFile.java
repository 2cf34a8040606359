package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import videochatroom.it.pages.ChatPanel;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** A large file from one browser to another, in mid-call: how fast, and what it costs in memory. */
final class LargeFile {

    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private static final int MEGABYTE = 1 << 20;

    /**
     * What it took.
     *
     * @param megabytesPerSecond of 2^20 bytes, from the accepted offer to the checked last byte
     * @param senderGrowth bytes that the sender's browser, all its processes, had more at most than before
     * @param receiverGrowth the same of the other browser
     */
    record Result(double megabytesPerSecond, long senderGrowth, long receiverGrowth) {}

    private LargeFile() {}

    /** Sends a file of so many megabytes, of bytes that nothing can compress. */
    static Result send(URI base, int megabytes) {
        var people = new People();
        Person sender = people.sitDown(Looks.ALICE);
        Person receiver = people.sitDown(Looks.BOB);
        Path file = null;
        try {
            file = write(megabytes);
            RoomPage sends = RoomPage.open(sender, base.resolve("large-file")).is("waiting");
            RoomPage receives =
                    RoomPage.open(receiver, base.resolve("large-file")).is("connected");
            sends.is("connected");
            ChatPanel from = ChatPanel.open(sender).send(file);
            ChatPanel to = ChatPanel.openUnread(receiver, 1).hasFile("offered");
            var sendersMemory = new Growth(sender);
            var receiversMemory = new Growth(receiver);
            receives.press("Accept " + file.getFileName());
            long began = System.nanoTime();
            Patience.until(
                    "the file to be there",
                    AT_MOST,
                    () -> {
                        sendersMemory.look();
                        receiversMemory.look();
                        return to.hasWholeFile();
                    },
                    to::progress);
            double seconds = (System.nanoTime() - began) / 1e9;
            from.hasFile("complete");
            return new Result(megabytes / seconds, sendersMemory.most(), receiversMemory.most());
        } finally {
            people.leave(sender);
            people.leave(receiver);
            delete(file);
        }
    }

    /** How much more memory a browser has than at first, at most. */
    private static final class Growth {

        private final ProcessTree processes;
        private final long before;
        private long most;

        Growth(Person person) {
            processes = new ProcessTree(person.mainProcess());
            before = processes.residentBytes();
        }

        void look() {
            most = Math.max(most, processes.residentBytes() - before);
        }

        long most() {
            return most;
        }
    }

    private static Path write(int megabytes) {
        try {
            Path file = Files.createTempFile("large-file", ".bin");
            var random = new Random(megabytes);
            byte[] bytes = new byte[MEGABYTE];
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int i = 0; i < megabytes; i++) {
                    random.nextBytes(bytes);
                    out.write(bytes);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
