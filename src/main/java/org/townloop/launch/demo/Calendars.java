package org.townloop.launch.demo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who and what is taken when, in steps of five minutes. */
final class Calendars {

    static final int STEP_MINUTES = 5;

    private static final int STEPS_OF_DAY = 24 * 60 / STEP_MINUTES;

    private final Map<UUID, BitSet> taken = new HashMap<>();

    /** @param day any number of days after the first */
    boolean isFree(UUID subject, int day, int fromMinute, int toMinute) {
        var marks = taken.get(subject);
        var next = marks == null ? -1 : marks.nextSetBit(mark(day, fromMinute));
        return next < 0 || next >= mark(day, toMinute);
    }

    void take(UUID subject, int day, int fromMinute, int toMinute) {
        taken.computeIfAbsent(subject, each -> new BitSet()).set(mark(day, fromMinute), mark(day, toMinute));
    }

    private static int mark(int day, int minute) {
        return day * STEPS_OF_DAY + minute / STEP_MINUTES;
    }
}
