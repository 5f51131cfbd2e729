package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition to add with a tap, or to take away.
 *
 * @param count how many would be left, null if that is not known
 * @param on whether it holds now
 */
record Chip(String label, @Nullable String count, String href, boolean on) {

    /** Chips about the same thing. */
    record Group(String name, List<Chip> chips) {

        /** Whether it is about what is simply so or not: its one chip says what the group does. */
        boolean isFlag() {
            return chips.size() == 1 && chips.getFirst().label().equals(name);
        }
    }
}
