package org.townloop.loop.screening;

/** Something that must be found. */
sealed interface Term {

    /** A word in letters or digits, as typed and folded, and its stem. */
    record Word(String folded, String stem) implements Term {}

    /** Chinese characters that must stand together. */
    record Run(String characters) implements Term {}
}
