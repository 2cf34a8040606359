package videochatroom.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.data.InstanceDescriptor;
import java.util.List;

/**
 * Starts Payara Micro with the arguments and prints the address of the application. Exits with status 1 if it cannot be
 * deployed; Payara Micro by itself would go on without it.
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
        HeapTrimmer.start();
    }

    /** The addresses of the deployed applications; none if the server has not started. */
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
