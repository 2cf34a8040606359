package videochatroom.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    @TempDir
    Path folder;

    @Test
    void whatIsImportedComesFirstAndOnce() throws IOException {
        Path entry = write("main.js", "import { a as first } from \"./a.js\";\nimport \"./b.js\";\nrun(first);");
        write("a.js", "export const a = 1;\nexport function b() {}\nexport async function c() {}");
        write("b.js", "import { a } from \"./a.js\";\nrun(a);");

        assertEquals("""
                const $0=(()=>{const a=1;function b(){}
                async function c(){}
                return{a,b,c}})();
                const $1=(()=>{const{a}=$0;run(a);})();
                const $2=(()=>{const{a:first}=$0;run(first);})();
                """, Bundle.of(entry, Set.of()));
    }

    @Test
    void whatThePageLoadsItselfIsNotThereTwice() throws IOException {
        Path entry = write("main.js", "import { a } from \"./ui/a.js\";\nrun(a);");
        Path outside = write("ui/a.js", "export const a = 1;");

        assertEquals(
                "import*as $0 from\"./ui/a.js\";\nconst $1=(()=>{const{a}=$0;run(a);})();\n",
                Bundle.of(entry, Set.of(outside)));
    }

    @Test
    void whatIsLoadedLaterIsNamedFromTheBundle() throws IOException {
        Path entry = write("main.js", "import { a } from \"./ui/a.js\";\nexport class B { c = a; }");
        write("ui/a.js", "export const a = (await import(`./languages/${b}.js`)).default;");

        String bundle = Bundle.of(entry, Set.of());

        assertTrue(
                bundle.contains("const $0=await(async()=>{const a=(await import(`./ui/languages/${b}.js`))"), bundle);
        assertTrue(bundle.endsWith("return{B}})();\nexport const{B}=$1;\n"), bundle);
    }

    @Test
    void modulesThatImportEachOtherAreRefused() throws IOException {
        Path entry = write("main.js", "import { a } from \"./a.js\";");
        write("a.js", "import { b } from \"./main.js\";");

        assertThrows(IllegalArgumentException.class, () -> Bundle.of(entry, Set.of()));
    }

    @Test
    void aKindOfExportThatIsNotKnownIsRefused() throws IOException {
        Path entry = write("main.js", "export default 1;");

        var refused = assertThrows(IllegalArgumentException.class, () -> Bundle.of(entry, Set.of()));
        assertTrue(refused.getMessage().contains("main.js"), refused::getMessage);
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
