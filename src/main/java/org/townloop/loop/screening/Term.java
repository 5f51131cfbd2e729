package org.townloop.loop.screening;

/** Something that must be found. */
sealed interface Term {

    /** A word in letters or digits, as typed and folded, and its stem. */
    record Word(String folded, String stem) implements Term {}

    /**
     * A word that nothing says, so that what is spelled nearly so is meant.
     *
     * @param edits how many letters may be wrong, missing, too many or swapped; never the first
     */
    record Slip(String folded, int edits) implements Term {}

    /** Chinese characters that must stand together. */
    record Run(String characters) implements Term {}
}
