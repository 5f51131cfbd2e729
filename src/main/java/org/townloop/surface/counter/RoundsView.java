package org.townloop.surface.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/** Who goes where on a day; those who go nowhere are left out. */
record RoundsView(
        Page page,
        UUID place,
        String placeName,
        String date,
        LocalDate day,
        boolean today,
        List<Round> rounds,
        @Nullable String refusal) {

    RoundsView refused(String sentence) {
        return new RoundsView(page, place, placeName, date, day, today, rounds, sentence);
    }

    /** One person's day. */
    record Round(String name, List<Stop> stops) {}

    /**
     * A home.
     *
     * @param leave when to set out at the latest
     * @param promised the window that was sold
     * @param team who come together; empty if one comes alone
     * @param phone empty if none was given
     * @param told what they have said to the questions of the trade
     * @param map what opens a map at the door; null once it was erased
     * @param end where they are taken; null if nobody is
     */
    record Stop(
            UUID order,
            String way,
            String leave,
            String at,
            String promised,
            String who,
            String what,
            String team,
            String address,
            String phone,
            List<String> told,
            @Nullable String map,
            @Nullable End end,
            String state,
            Steps steps) {}

    /**
     * The end of a ride.
     *
     * @param address empty once it was erased
     * @param told what they have said to the questions of the trade
     * @param map what opens a map there; null once it was erased
     * @param vehicle what is driven
     */
    record End(String address, @Nullable String map, String vehicle) {}

    /**
     * What can be said of it now.
     *
     * @param setOut that they are on their way
     * @param redeem that they are there: with the voucher
     * @param done that it was done; it is paid at the door
     * @param nobodyHome that nobody is there, and they have waited
     */
    record Steps(boolean setOut, boolean redeem, boolean done, boolean nobodyHome) {}

    String daysOn(int days) {
        return "/counter/rounds?place=" + place + "&day=" + day.plusDays(days);
    }
}
