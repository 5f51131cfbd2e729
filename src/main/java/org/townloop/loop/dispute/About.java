package org.townloop.loop.dispute;

/** What a resident objects to. */
public enum About {
    NOT_AS_PROMISED,
    CLOSED_DOOR,
    WRONG_AMOUNT,
    DAMAGED,
    OTHER
}
