package org.townloop.base.identity;

/** Where the right code leads. */
public sealed interface Entry {

    /** Somebody we know. */
    record Known(PersonId person) implements Entry {}

    /** Somebody who is here for the first time, and whom we ask for a name. */
    record Stranger() implements Entry {}
}
