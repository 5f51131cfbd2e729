package org.townloop.loop.checkout;

import java.time.Duration;

/** Something that a module after this one has to do without being asked, again and again; twice does no harm. */
public interface Chore {

    /** Its name in the schedule. */
    String name();

    /** How long after one time the next begins. */
    Duration every();

    /** Whether it calls gateways, which may take their time to answer. */
    default boolean callsGateways() {
        return false;
    }

    void run();
}
