package org.townloop.surface.desk;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.supply.merchant.Timetables;

/** What is booked at times when the place is closed now, or whoever is to serve it does not work. */
@Component
class BookedOutside {

    /** One of them, and where the desk shows it. */
    record Row(String href, String when, String guest) {}

    private final Timetables timetables;
    private final Orders orders;
    private final People people;

    BookedOutside(Timetables timetables, Orders orders, People people) {
        this.timetables = timetables;
        this.orders = orders;
        this.people = people;
    }

    /** One row for each booking, though it takes a person and a chair. */
    List<Row> of(Desk desk) {
        var first = new LinkedHashMap<OrderId, Engagement>();
        timetables.outside(desk.place().id()).forEach(each -> first.putIfAbsent(new OrderId(each.order()), each));
        var booked = orders.get(first.keySet());
        var guests = people.get(
                booked.values().stream().map(Order::resident).distinct().toList());
        return first.entrySet().stream()
                .map(each -> {
                    var order = booked.get(each.getKey());
                    var guest = order == null ? null : guests.get(order.resident());
                    return row(desk, each.getValue(), guest == null ? "" : guest.name());
                })
                .toList();
    }

    private static Row row(Desk desk, Engagement booking, String guest) {
        var times = desk.times();
        var start = booking.during().start();
        var day = times.day(start);
        return new Row(
                desk.to(Desk.Tab.DAY) + "&day=" + day,
                booking.onDay() ? times.relative(day) : times.moment(start),
                guest);
    }
}
