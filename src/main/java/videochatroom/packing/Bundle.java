package videochatroom.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import videochatroom.packing.Token.Kind;

/**
 * One script made of a module and all that it imports, so that a page asks for one file and not for a hundred, one
 * after the other. Each module is a function that gives what it exports.
 */
final class Bundle {

    private final Path entry;
    private final Set<Path> outside;
    private final Map<Path, String> names = new LinkedHashMap<>();
    private final StringBuilder script = new StringBuilder();

    private Bundle(Path entry, Set<Path> outside) {
        this.entry = entry;
        this.outside = outside;
    }

    /**
     * Makes the bundle.
     *
     * @param entry the module that imports the others
     * @param outside modules that the page loads itself, and that are to be the same ones
     * @throws IllegalArgumentException if a module is of a kind that this cannot take apart, or imports itself by
     *     others
     */
    static String of(Path entry, Set<Path> outside) throws IOException {
        var bundle = new Bundle(entry, outside);
        Module last = bundle.add(entry, new ArrayList<>());
        if (!last.exports().isEmpty()) {
            String exported = String.join(",", last.exports());
            bundle.script.append("export const{" + exported + "}=" + bundle.names.get(entry) + ";\n");
        }
        return bundle.script.toString();
    }

    private Module add(Path file, List<Path> importers) throws IOException {
        if (importers.contains(file)) {
            throw new IllegalArgumentException("Modules that import each other: " + importers + " and " + file);
        }
        List<Path> path = new ArrayList<>(importers);
        path.add(file);
        Module module;
        try {
            module = Module.of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        for (String address : module.imports().keySet()) {
            Path imported = file.resolveSibling(address).normalize();
            if (names.containsKey(imported)) {
                continue;
            }
            if (outside.contains(imported)) {
                names.put(imported, nextName());
                script.insert(0, "import*as " + names.get(imported) + " from\"./" + relative(imported) + "\";\n");
            } else {
                add(imported, path);
            }
        }
        write(file, module);
        return module;
    }

    private void write(Path file, Module module) {
        String name = nextName();
        names.put(file, name);
        script.append("const ").append(name).append(module.isAwaited() ? "=await(async()=>{" : "=(()=>{");
        module.imports().forEach((address, imported) -> {
            if (!imported.isEmpty()) {
                String here = imported.entrySet().stream()
                        .map(one -> one.getKey().equals(one.getValue())
                                ? one.getKey()
                                : one.getKey() + ":" + one.getValue())
                        .collect(Collectors.joining(","));
                String there = names.get(file.resolveSibling(address).normalize());
                script.append("const{").append(here).append("}=").append(there).append(";");
            }
        });
        script.append(ScriptWriter.write(fromHere(file, module.body())));
        if (!module.exports().isEmpty()) {
            script.append("\nreturn{")
                    .append(String.join(",", module.exports()))
                    .append("}");
        }
        script.append("})();\n");
    }

    /** What a module loads later it names from its own place, and the bundle is at the entry's. */
    private List<Token> fromHere(Path file, List<Token> body) {
        String folder = relative(file.getParent());
        List<Token> moved = new ArrayList<>(body);
        for (int i = 2; i < moved.size(); i++) {
            Token token = moved.get(i);
            boolean isAddress = token.kind() == Kind.STRING || token.kind() == Kind.TEMPLATE;
            if (isAddress && moved.get(i - 1).is("(") && moved.get(i - 2).is("import")) {
                String text = token.text();
                if (!text.startsWith("./", 1)) {
                    throw new IllegalArgumentException(file + ": a later import from elsewhere: " + text);
                }
                String prefix = folder.isEmpty() ? "./" : "./" + folder + "/";
                moved.set(i, token.withText(text.charAt(0) + prefix + text.substring(3)));
            }
        }
        return moved;
    }

    private String relative(Path file) {
        return entry.getParent().relativize(file).toString().replace('\\', '/');
    }

    private String nextName() {
        return "$" + names.size();
    }
}
