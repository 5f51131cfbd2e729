package org.townloop.launch.demo;

/** Told how far the demo town has got. */
@FunctionalInterface
public interface Progress {

    /** @param percent 0 to 100 */
    void reached(int percent, String what);
}
