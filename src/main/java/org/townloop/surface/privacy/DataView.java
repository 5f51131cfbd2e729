package org.townloop.surface.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * What is kept of somebody, and what becomes of it.
 *
 * @param obstacles what they have to do before they can be erased
 * @param going what an erasure deletes, in words
 * @param staying what it leaves without a name, and why
 * @param refusal why the erasure was not made, or null
 */
record DataView(
        Page page,
        String name,
        List<First> obstacles,
        List<String> going,
        List<Staying> staying,
        List<Agreed> agreed,
        Typed typed,
        @Nullable String refusal) {

    /** Something to be done first, with the pages on which it is done. */
    record First(String words, List<Link> links) {}

    record Link(String name, String href) {}

    record Staying(String what, String why) {}

    /** A decision that was recorded. */
    record Agreed(String what, String version, String when, boolean given) {}

    /** What stands in the form. */
    record Typed(String name, String words) {

        static final Typed NOTHING = new Typed("", "");

        /** Unless somebody says so, what they wrote goes too. */
        boolean keepsWords() {
            return words.equals("stay");
        }

        boolean isDecided() {
            return words.equals("stay") || words.equals("go");
        }
    }
}
