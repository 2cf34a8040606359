package videochatroom.packing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import videochatroom.packing.Token.Kind;

/**
 * A module of the client, taken apart.
 *
 * @param imports what it names of others, by their addresses as written: the names there and the names here
 * @param exports the names that others may use
 * @param body the rest
 */
record Module(Map<String, Map<String, String>> imports, List<String> exports, List<Token> body) {

    /**
     * Takes a module apart. It may import names and whole files, and export declarations and lists of names.
     *
     * @throws IllegalArgumentException if it does anything else
     */
    static Module of(String source) {
        return new Parser(ScriptWriter.shortenPrivateNames(ScriptReader.read(source))).parse();
    }

    /** Whether it waits for something before anybody may use it. */
    boolean isAwaited() {
        int depth = 0;
        for (Token token : body) {
            if (token.is("{")) {
                depth++;
            } else if (token.is("}")) {
                depth--;
            } else if (depth == 0 && token.is("await")) {
                return true;
            }
        }
        return false;
    }

    private static final class Parser {
        private final List<Token> tokens;
        private final Map<String, Map<String, String>> imports = new LinkedHashMap<>();
        private final List<String> exports = new ArrayList<>();
        private final List<Token> body = new ArrayList<>();
        private int at;

        Parser(List<Token> tokens) {
            this.tokens = new ArrayList<>(tokens);
        }

        Module parse() {
            int depth = 0;
            while (at < tokens.size()) {
                Token token = tokens.get(at);
                if (depth == 0 && token.is("import") && !tokens.get(at + 1).is("(")) {
                    at++;
                    readImport();
                } else if (depth == 0 && token.is("export")) {
                    at++;
                    // What is left begins the line now.
                    tokens.set(at, tokens.get(at).afterLineBreak(token.afterLineBreak()));
                    readExport();
                } else {
                    depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
                    body.add(token);
                    at++;
                }
            }
            return new Module(imports, exports, body);
        }

        private void readImport() {
            Map<String, String> names = new LinkedHashMap<>();
            if (tokens.get(at).is("{")) {
                names.putAll(readNames());
                expect("from");
            }
            String address = tokens.get(at).text();
            if (tokens.get(at).kind() != Kind.STRING) {
                throw new IllegalArgumentException("An import of another kind: " + address);
            }
            at++;
            expect(";");
            imports.computeIfAbsent(address.substring(1, address.length() - 1), a -> new LinkedHashMap<>())
                    .putAll(names);
        }

        private void readExport() {
            Token token = tokens.get(at);
            if (token.is("{")) {
                exports.addAll(readNames().keySet());
                expect(";");
                return;
            }
            int name = at + 1;
            if (token.is("async")) {
                name++;
            }
            if (tokens.get(name).is("*")) {
                name++;
            }
            if (!List.of("class", "function", "async", "const", "let").contains(token.text())
                    || tokens.get(name).kind() != Kind.WORD) {
                throw new IllegalArgumentException("An export of another kind: " + token.text());
            }
            exports.add(tokens.get(name).text());
        }

        private Map<String, String> readNames() {
            Map<String, String> names = new LinkedHashMap<>();
            expect("{");
            while (!tokens.get(at).is("}")) {
                String there = tokens.get(at++).text();
                String here = there;
                if (tokens.get(at).is("as")) {
                    here = tokens.get(at + 1).text();
                    at += 2;
                }
                names.put(there, here);
                if (tokens.get(at).is(",")) {
                    at++;
                }
            }
            expect("}");
            return names;
        }

        private void expect(String text) {
            if (!tokens.get(at).is(text)) {
                throw new IllegalArgumentException(
                        "Not " + text + " but " + tokens.get(at).text());
            }
            at++;
        }
    }
}
