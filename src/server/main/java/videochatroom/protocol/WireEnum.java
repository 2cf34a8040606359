package videochatroom.protocol;

import java.util.Locale;

/** An enum that is part of messages: on the wire, constants have their own name in lower case. */
public interface WireEnum {

    /** The constant's own name; every enum has this method. */
    String name();

    /** The name on the wire. */
    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
