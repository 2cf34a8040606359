package videochatroom.ice.stun;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS as a browser does it towards a relay: certificate and name are checked. Thread-safe: never changes. */
public final class Tls {

    private final SSLSocketFactory sockets;

    private Tls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Trusts whom this Java trusts at this moment: its trust store is read anew, so that what an operator has mended
     * counts at once.
     */
    public static Tls ofThisJava() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            X509ExtendedTrustManager own = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ExplainingTrustManager(own)}, null);
            return new Tls(context.getSocketFactory());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("this Java's trust store is unusable", unusable);
        }
    }

    /** Makes TLS of a connection. */
    SSLSocket handshake(Socket connected, String name) throws IOException {
        var socket = (SSLSocket) sockets.createSocket(connected, name, connected.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return socket;
        } catch (SocketException hungUp) {
            throw new SSLException("hung up in the handshake", hungUp);
        }
    }
}
