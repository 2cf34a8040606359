package videochatroom.it.accessibility;

import java.util.function.Consumer;

/**
 * A state of a page, and how to reach it.
 *
 * @param name consists of letters, digits and {@code -}
 * @param phase the phase of the call in {@code call-state.js}; empty for other pages than a room's
 * @param enter brings the page of a {@link StatePlayer} into the state
 */
record PageState(String name, String phase, Consumer<StatePlayer> enter) {

    /** A state of another page than a room's. */
    static PageState elsewhere(String name, Consumer<StatePlayer> enter) {
        return new PageState(name, "", enter);
    }

    /** A state of a room's page. */
    static PageState inRoom(String name, String phase, Consumer<StatePlayer> enter) {
        return new PageState(name, phase, enter);
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
