package videochatroom.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void commentsAndSpacesGo() {
        assertEquals("const a=b+c;", packed("/** of it */\nconst a = b + c; // the sum"));
        assertEquals(
                "f({a,b});g();",
                packed("f({\n  a, /* first */\n  b,\n});\n\n\ng();").replace(",}", "}"));
    }

    @Test
    void whatLooksLikeACommentInATextStays() {
        assertEquals(
                "const a=\"https://x\"+'/*'+`//${b}/*`;", packed("const a = \"https://x\" + '/*' + `//${ b }/*`;"));
    }

    @Test
    void wordsAndSignsDoNotMerge() {
        assertEquals("return typeof a in b", packed("return typeof a in b"));
        assertEquals("a+ +b- -c", packed("a + +b - -c"));
        assertEquals("static #a=async()=>await b", packed("static #a = async () => await b"));
    }

    @Test
    void aLineBreakThatMayEndAStatementStays() {
        assertEquals("let a=1\nlet b=2\nf()", packed("let a = 1\n\nlet b = 2\nf()"));
        assertEquals("return\na", packed("return\na"));
        assertEquals("f(a,b).c?.d", packed("f(\n  a,\n  b\n)\n  .c\n  ?.d"));
    }

    @Test
    void templatesHoldTemplates() {
        assertEquals("`a ${b({c:`d ${e}`})} f`", packed("`a ${b({ c: `d ${ e }` })} f`"));
        assertEquals("`\\`${a}$b`", packed("`\\`${a}$b`"));
    }

    @Test
    void regularExpressionsAreNoDivisions() {
        assertEquals("a.match(/[/\"'] \\/ `/gu)", packed("a.match(/[/\"'] \\/ `/gu)"));
        assertEquals("const c=a/b/c", packed("const c = a / b / c"));
        assertEquals("return /^ x$/.test(y)", packed("return /^ x$/.test(y)").replace("return/", "return /"));
        assertEquals("(a+b)/2", packed("(a + b) / 2"));
    }

    @Test
    void privateNamesAreShortEverywhere() {
        var tokens =
                ScriptReader.read("class A { #first = 1; second = `${this.#first}`; has(x) { return #third in x; } }");
        assertEquals(
                "class A{#a=1;second=`${this.#a}`;has(x){return #b in x;}}",
                ScriptWriter.write(ScriptWriter.shortenPrivateNames(tokens)));
    }

    @Test
    void whatIsNoScriptIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ScriptReader.read("const a = \"without an end"));
        assertThrows(IllegalArgumentException.class, () -> ScriptReader.read("`${a}"));
    }

    private static String packed(String source) {
        return ScriptWriter.write(ScriptReader.read(source));
    }
}
