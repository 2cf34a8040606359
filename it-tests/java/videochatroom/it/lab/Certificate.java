package videochatroom.it.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/** A certificate that nobody has signed, in the files that a TURN server wants. */
record Certificate(Path certificate, Path key, String keyHash) {

    private static final String ALIAS = "lab";
    private static final String PASSWORD = "of-no-use";

    /** Makes one for some addresses. */
    static Certificate make(Path directory, List<String> addresses) {
        Path store = directory.resolve("certificate.p12");
        Shell.run(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=turn.example",
                        "-ext",
                        "san=ip:" + String.join(",ip:", addresses),
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .orThrow();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            java.security.cert.Certificate made = keys.getCertificate(ALIAS);
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(made.getPublicKey().getEncoded());
            return new Certificate(
                    written(directory.resolve("certificate.pem"), "CERTIFICATE", made.getEncoded()),
                    written(
                            directory.resolve("key.pem"),
                            "PRIVATE KEY",
                            keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()),
                    Base64.getEncoder().encodeToString(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path written(Path file, String what, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        String pem = "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
        return Files.writeString(file, pem, StandardCharsets.US_ASCII);
    }
}
