package videochatroom.it.accessibility;

import java.util.function.Consumer;

/**
 * A state of a page, and the way into it.
 *
 * @param name of letters, digits and {@code -}
 * @param phase of the call, as call-state.js names it; empty for other pages
 * @param enter brings the page of a {@link Theatre} into the state
 */
record Scene(String name, String phase, Consumer<Theatre> enter) {

    /** One of another page than the room's. */
    static Scene elsewhere(String name, Consumer<Theatre> enter) {
        return new Scene(name, "", enter);
    }

    /** One of the room's page. */
    static Scene inRoom(String name, String phase, Consumer<Theatre> enter) {
        return new Scene(name, phase, enter);
    }

    /** Whether a sheet is open over the page. */
    boolean hasSheet() {
        return name.startsWith("settings")
                || name.startsWith("shortcuts")
                || name.startsWith("sheet-")
                || name.contains("doctor");
    }

    @Override
    public String toString() {
        return name;
    }
}
