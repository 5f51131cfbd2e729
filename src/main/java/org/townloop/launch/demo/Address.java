package org.townloop.launch.demo;

import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;

/** Where a house stands. */
record Address(Words words, Point point) {

    /** An even and an odd number face each other. */
    static final double METRES_PER_PAIR = 21.6;

    static final double METRES_FROM_STREET = 12;
}
