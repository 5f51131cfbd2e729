package org.townloop.surface.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.townloop.surface.page.Page;

/** Who goes where on a day; those who go nowhere are left out. */
record RoundsView(
        Page page, UUID place, String placeName, String date, LocalDate day, boolean today, List<Round> rounds) {

    /** One person's day. */
    record Round(String name, List<Stop> stops) {}

    /**
     * A home.
     *
     * @param leave when to set out at the latest
     * @param phone empty if none was given
     * @param position empty once it was erased
     * @param toGo whether it is still to be said that they are on their way
     */
    record Stop(
            UUID order,
            String way,
            String leave,
            String at,
            String who,
            String what,
            String address,
            String phone,
            String position,
            String state,
            boolean toGo) {}

    String daysOn(int days) {
        return "/counter/rounds?place=" + place + "&day=" + day.plusDays(days);
    }
}
