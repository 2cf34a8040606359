package videochatroom.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.util.Collection;
import java.util.List;

/**
 * Starts Payara Micro with the arguments given and says where the application is; ends with status 1 if it could not be
 * deployed, where Payara Micro alone would go on with nothing to serve.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        PayaraMicro.main(arguments);
        PayaraMicroRuntime server = PayaraMicro.getInstance(false).getRuntime();
        Collection<String> applications = server.getDeployedApplicationNames();
        List<Integer> ports = server.getLocalDescriptor().getHttpPorts();
        if (applications.isEmpty()) {
            System.err.println("Nothing was deployed: the message above says why.");
            System.exit(1);
        }
        for (String application : applications) {
            System.out.printf("%nReady: http://localhost:%d/%s/%n%n", ports.get(0), application);
        }
    }
}
