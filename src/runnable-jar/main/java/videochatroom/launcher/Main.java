package videochatroom.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.data.InstanceDescriptor;
import java.util.List;

/**
 * Starts Payara Micro with the arguments given and says where the application is; ends with status 1 if it could not be
 * deployed, where Payara Micro alone would go on with nothing to serve.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        PayaraMicro.main(arguments);
        List<String> addresses = addresses(PayaraMicroLauncher.getBootClass());
        if (addresses.isEmpty()) {
            System.err.printf("%nNot started: the first SEVERE line above says why.%n");
            System.exit(1);
        }
        addresses.forEach(address -> System.out.printf("%nReady: %s%n%n", address));
        SpareHeap.giveBack();
    }

    /** Where the deployed applications are; none if the server did not start. */
    private static List<String> addresses(PayaraMicroBoot server) {
        try {
            InstanceDescriptor instance = server.getRuntime().getLocalDescriptor();
            int port = instance.getHttpPorts().get(0);
            return instance.getDeployedApplications().stream()
                    .flatMap(application -> application.getModuleDescriptors().stream())
                    .map(module -> "http://localhost:" + port + module.getContextRoot() + "/")
                    .toList();
        } catch (IllegalStateException notRunning) {
            return List.of();
        }
    }
}
