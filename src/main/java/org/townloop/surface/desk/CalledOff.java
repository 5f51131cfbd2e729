package org.townloop.surface.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.visit.Appointment;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.booking.SessionState;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Session;
import org.townloop.surface.page.Page;

/**
 * A session that does not take place.
 *
 * @param state that it does not, in words
 * @param back what goes back to whom
 * @param guests who would have come; whoever had called off before is not among them
 */
record CalledOff(String state, String back, List<Appointment> guests) {

    /** Null if it takes place, or is not decided yet. */
    static @Nullable CalledOff of(
            Desk desk,
            Offer offer,
            Instant start,
            @Nullable Gathering gathering,
            List<Appointment> guests,
            GoesBack goesBack) {
        var tooFew = gathering != null && gathering.state() == SessionState.CALLED_OFF ? gathering : null;
        var isOff = offer.arrangement() instanceof Session session
                && session.calledOff(desk.times().zone()).contains(start);
        if (tooFew == null && !isOff) {
            return null;
        }
        var concerned = guests.stream()
                .filter(guest -> !guest.isCalledOff() || goesBack.isOurs(guest))
                .toList();
        return new CalledOff(
                tooFew == null
                        ? desk.page().text("desk.sessions.off")
                        : desk.page()
                                .text("desk.sessions.too-few", "fewest", tooFew.fewest(), "booked", tooFew.booked()),
                back(desk.page(), concerned, goesBack),
                concerned);
    }

    /** Of those that are not called off yet nothing is known but that they will be. */
    private static String back(Page page, List<Appointment> concerned, GoesBack goesBack) {
        if (concerned.isEmpty()) {
            return page.text("desk.sessions.off.nobody");
        }
        var open = concerned.stream().filter(goesBack::isOpen).count();
        if (open > 0) {
            return page.text("desk.sessions.off.open", "count", open);
        }
        var online = goesBack.online(concerned);
        var atPlace = goesBack.atPlace(concerned);
        return page.text(
                "desk.sessions.off.back",
                "how",
                atPlace.isZero() ? online.isZero() ? "nothing" : "online" : online.isZero() ? "place" : "both",
                "amount",
                page.money(online),
                "cash",
                page.money(atPlace));
    }
}
