package org.townloop.loop.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gateway answers when it is asked what it booked on a day. */
public sealed interface Report {

    /**
     * Some of its lines, in the order in which they were booked.
     *
     * @param next what to ask for to have the lines after these; null if these are the last
     */
    record Page(List<ReportLine> lines, @Nullable String next) implements Report {

        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** A time-out, a failure, or something that cannot be read: ask again later. */
    record Silent(String why) implements Report {}
}
