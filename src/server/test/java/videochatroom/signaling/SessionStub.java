package videochatroom.signaling;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/**
 * A session that can only send. A ping is the text "ping". With a container, a test could not control what happens at
 * which moment.
 */
final class SessionStub {

    private SessionStub() {}

    static Session sending(BiConsumer<String, SendHandler> send) {
        var remote = (RemoteEndpoint.Async) Proxy.newProxyInstance(
                SessionStub.class.getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Async.class},
                (proxy, method, arguments) -> {
                    boolean ping = method.getName().equals("sendPing");
                    send.accept(ping ? "ping" : (String) arguments[0], ping ? null : (SendHandler) arguments[1]);
                    return null;
                });
        return (Session) Proxy.newProxyInstance(
                SessionStub.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getAsyncRemote" -> remote;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
