package videochatroom.it.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What distinguishes people in tests: the colour that a person's camera shows and the tone of their microphone. */
public enum TestIdentity {
    ALICE(new Color(200, 60, 50), 440),
    BOB(new Color(40, 90, 200), 880),
    CAROL(new Color(40, 160, 70), 1_320),
    DAVE(new Color(220, 180, 40), 1_760);

    /** The coordinate system in which the picture is drawn. */
    private static final int WIDTH = 640;

    private static final int HEIGHT = 480;
    private static final int FRAMES = 5;
    private static final int SAMPLES_PER_SECOND = 48_000;
    private static final int SECONDS = 5;

    private final Color color;
    private final int hertz;

    TestIdentity(Color color, int hertz) {
        this.color = color;
        this.hertz = hertz;
    }

    /** The colour of the camera picture's background. */
    public Color color() {
        return color;
    }

    /** The frequency of the microphone's tone. */
    public int hertz() {
        return hertz;
    }

    /** The identity whose colour is closest to this one. */
    public static TestIdentity closestTo(Color seen) {
        TestIdentity closest = ALICE;
        for (TestIdentity identity : values()) {
            if (distance(identity.color, seen) < distance(closest.color, seen)) {
                closest = identity;
            }
        }
        return closest;
    }

    /** Whether a colour is this identity's, within the tolerance of a lossy codec. */
    public boolean matchesColor(Color seen) {
        return distance(color, seen) < 60;
    }

    /** Whether a frequency is this identity's, within the resolution of the analyser. */
    public boolean matchesFrequency(double heardHertz) {
        return Math.abs(heardHertz - hertz) < 30;
    }

    /** The file that the browser uses as its camera, of this width in pixels. */
    Path camera(int width, int framesPerSecond) {
        return file("-" + width + "-" + framesPerSecond + ".y4m", out -> writeVideo(out, width, framesPerSecond));
    }

    /** The file that the browser uses as its microphone. */
    Path microphone() {
        return file(".wav", this::writeTone);
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes the file unless an earlier test has. It is moved into place, so that an interrupted run leaves no half
     * file.
     */
    private Path file(String suffix, Writer writer) {
        Path file = Project.target("people", name().toLowerCase(Locale.ROOT) + suffix);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), name(), suffix);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                writer.write(out);
            }
            Files.move(unfinished, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** YUV4MPEG2, 4:2:0, with the coefficients of BT.601. */
    private void writeVideo(OutputStream out, int width, int framesPerSecond) throws IOException {
        int height = width * HEIGHT / WIDTH;
        out.write(ascii("YUV4MPEG2 W" + width + " H" + height + " F" + framesPerSecond + ":1 Ip A1:1 C420jpeg\n"));
        byte[] frame = frame(portrait(width, height));
        for (int i = 0; i < FRAMES; i++) {
            out.write(ascii("FRAME\n"));
            out.write(frame);
        }
    }

    /** A background in the identity's colour with the outline of a person in front of it. */
    private BufferedImage portrait(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale((double) width / WIDTH, (double) height / HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(color);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(color.brighter());
        graphics.fillOval(240, 120, 160, 190);
        graphics.fillRoundRect(150, 330, 340, 300, 220, 220);
        graphics.dispose();
        return image;
    }

    private static byte[] frame(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int chroma = width / 2 * (height / 2);
        byte[] frame = new byte[width * height + 2 * chroma];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var pixel = new Color(image.getRGB(x, y));
                int r = pixel.getRed();
                int g = pixel.getGreen();
                int b = pixel.getBlue();
                frame[y * width + x] = (byte) Math.round(16 + 0.257 * r + 0.504 * g + 0.098 * b);
                if (x % 2 == 0 && y % 2 == 0) {
                    int at = width * height + y / 2 * (width / 2) + x / 2;
                    frame[at] = (byte) Math.round(128 - 0.148 * r - 0.291 * g + 0.439 * b);
                    frame[at + chroma] = (byte) Math.round(128 + 0.439 * r - 0.368 * g - 0.071 * b);
                }
            }
        }
        return frame;
    }

    private void writeTone(OutputStream out) throws IOException {
        var format = new AudioFormat(SAMPLES_PER_SECOND, 16, 1, true, false);
        int samples = SAMPLES_PER_SECOND * SECONDS;
        byte[] bytes = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            int sample = (int) (12_000 * Math.sin(2 * Math.PI * hertz * i / SAMPLES_PER_SECOND));
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        var stream = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples);
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, out);
    }

    private static double distance(Color a, Color b) {
        return Math.hypot(a.getRed() - b.getRed(), Math.hypot(a.getGreen() - b.getGreen(), a.getBlue() - b.getBlue()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
