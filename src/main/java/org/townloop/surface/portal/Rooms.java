package org.townloop.surface.portal;

import java.util.List;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.Line;
import org.townloop.supply.offer.Stay;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Typed;

/** What was booked of a house: how many rooms for how many, and when one comes and goes. */
final class Rooms {

    private Rooms() {}

    static List<String> booked(Page page, Stay stay, Line line) {
        var rooms = page.text("portal.stay.rooms", "count", line.quantity());
        var guests = Typed.number(line.answersByKey().getOrDefault(HoldOrder.GUESTS, ""));
        return List.of(
                guests.isEmpty()
                        ? rooms
                        : rooms + page.text("portal.comma") + page.text("portal.stay.guests", "count", guests.get()),
                hours(page, stay));
    }

    static String hours(Page page, Stay stay) {
        return page.text(
                "portal.stay.hours",
                "in",
                stay.checkIn().toString(),
                "out",
                stay.checkOut().toString());
    }
}
