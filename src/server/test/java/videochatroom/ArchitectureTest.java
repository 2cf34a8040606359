package videochatroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The arrows of {@code src/docs/architecture.md}. */
@AnalyzeClasses(packages = "videochatroom", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("videochatroom..")
            .layer("config")
            .definedBy("videochatroom.config")
            .layer("protocol")
            .definedBy("videochatroom.protocol")
            .layer("ice")
            .definedBy("videochatroom.ice")
            .layer("ice.stun")
            .definedBy("videochatroom.ice.stun")
            .layer("ice.check")
            .definedBy("videochatroom.ice.check")
            .layer("metrics")
            .definedBy("videochatroom.metrics")
            .layer("room")
            .definedBy("videochatroom.room")
            .layer("signaling")
            .definedBy("videochatroom.signaling")
            .layer("payara")
            .definedBy("videochatroom.payara")
            .layer("web")
            .definedBy("videochatroom.web")
            .layer("operator")
            .definedBy("videochatroom.operator")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("ice", "room", "signaling", "payara", "web", "operator")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("ice", "metrics", "room", "signaling", "operator")
            .whereLayer("ice")
            .mayOnlyBeAccessedByLayers("signaling", "operator")
            .whereLayer("ice.stun")
            .mayOnlyBeAccessedByLayers("ice.check")
            .whereLayer("ice.check")
            .mayOnlyBeAccessedByLayers("operator")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("room", "signaling", "operator")
            .whereLayer("room")
            .mayOnlyBeAccessedByLayers("signaling", "web")
            .whereLayer("signaling")
            .mayOnlyBeAccessedByLayers("payara")
            .whereLayer("payara")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operator")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("videochatroom.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesOfClassesInSignaling =
            slices().assignedFrom(new ClassesOfSignaling()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlySignalingAndPayaraKnowWebSockets = noClasses()
            .that()
            .resideOutsideOfPackages("videochatroom.signaling", "videochatroom.payara")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule onlyWebPayaraAndOperatorKnowServlets = noClasses()
            .that()
            .resideOutsideOfPackages("videochatroom.web", "videochatroom.payara", "videochatroom.operator")
            // a servlet only for being told of the application's end
            .and()
            .doNotHaveFullyQualifiedName("videochatroom.signaling.EndOfService")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyMetricsKnowHowTheyAreCounted = noClasses()
            .that()
            .resideOutsideOfPackage("videochatroom.metrics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.prometheus..");

    @ArchTest
    static final ArchRule onlyWebDrawsQrCodes = noClasses()
            .that()
            .resideOutsideOfPackage("videochatroom.web")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nayuki..");

    @ArchTest
    static final ArchRule onlyConfigReadsProperties = noClasses()
            .that()
            .resideOutsideOfPackage("videochatroom.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule onlyTheLauncherKnowsItsServer = noClasses()
            .that()
            .resideOutsideOfPackage("videochatroom.launcher")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fish.payara..");

    /**
     * Each top-level class of {@code signaling} is a slice of its own, with its nested classes. The endpoint and its
     * configurator are one slice: Jakarta WebSocket has the endpoint name the class that creates it.
     */
    private static final class ClassesOfSignaling implements SliceAssignment {

        private static final String SIGNALING_ENDPOINT = "videochatroom.signaling.SignalingEndpoint";

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().equals("videochatroom.signaling")) {
                return SliceIdentifier.ignore();
            }
            String name = type.getName().replaceFirst("\\$.*", "");
            return SliceIdentifier.of(name.endsWith("EndpointConfigurator") ? SIGNALING_ENDPOINT : name);
        }

        @Override
        public String getDescription() {
            return "classes of signaling";
        }
    }
}
