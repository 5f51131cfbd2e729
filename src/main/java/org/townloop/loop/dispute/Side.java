package org.townloop.loop.dispute;

/** Who speaks. */
public enum Side {
    RESIDENT,
    MERCHANT
}
