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

/** TLS as browsers use it with a TURN server: certificate and host name are checked. Immutable and thread-safe. */
public final class Tls {

    private final SSLSocketFactory sockets;

    private Tls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Trusts the certificates that this Java trusts. Reads the trust store each time, so that an operator's correction
     * takes effect at once.
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
            throw new IllegalStateException("the trust store of this Java cannot be used", unusable);
        }
    }

    /**
     * Performs the handshake on a connection.
     *
     * @throws SSLException if it fails
     */
    SSLSocket handshake(Socket connected, String name) throws IOException {
        var socket = (SSLSocket) sockets.createSocket(connected, name, connected.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return socket;
        } catch (SocketException closed) {
            throw new SSLException("the server has closed the connection in the handshake", closed);
        }
    }
}
