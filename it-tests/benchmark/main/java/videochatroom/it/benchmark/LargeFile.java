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
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Measures the transfer of a large file during a call: its speed and the memory of the browsers. */
final class LargeFile {

    private static final Duration TRANSFER_TIMEOUT = Duration.ofMinutes(15);
    private static final int MEGABYTE = 1 << 20;

    /**
     * The result of a transfer.
     *
     * @param megabytesPerSecond of 2^20 bytes, from the accepted offer to the verified last byte
     * @param senderGrowth the largest growth of the resident memory of all processes of the sender's browser, in bytes
     * @param receiverGrowth the same for the receiver's browser
     */
    record Result(double megabytesPerSecond, long senderGrowth, long receiverGrowth) {}

    private LargeFile() {}

    /** Sends a file of this size in megabytes, which cannot be compressed. */
    static Result send(URI base, int megabytes) {
        var people = new People();
        Person sender = people.start(TestIdentity.ALICE);
        Person receiver = people.start(TestIdentity.BOB);
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
            Await.until(
                    "the file to arrive",
                    TRANSFER_TIMEOUT,
                    () -> {
                        sendersMemory.sample();
                        receiversMemory.sample();
                        return to.hasWholeFile();
                    },
                    to::progress);
            double seconds = (System.nanoTime() - began) / 1e9;
            from.hasFile("complete");
            return new Result(megabytes / seconds, sendersMemory.max(), receiversMemory.max());
        } finally {
            people.close(sender);
            people.close(receiver);
            delete(file);
        }
    }

    /** The largest growth of a browser's memory, in bytes. */
    private static final class Growth {

        private final ProcessTree processes;
        private final long before;
        private long max;

        Growth(Person person) {
            processes = new ProcessTree(person.mainProcess());
            before = processes.residentBytes();
        }

        void sample() {
            max = Math.max(max, processes.residentBytes() - before);
        }

        long max() {
            return max;
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
