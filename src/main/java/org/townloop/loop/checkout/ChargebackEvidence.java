package org.townloop.loop.checkout;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.Visits;

/**
 * What is on record of orders, in words for whoever decides about an objection: what was sold, when it was paid, and when
 * vouchers were redeemed. In English, which the people who decide read everywhere.
 */
@Component
class ChargebackEvidence {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final int MOST_ORDERS = 8;

    private final Visits visits;
    private final Regions regions;

    ChargebackEvidence(Visits visits, Regions regions) {
        this.visits = visits;
        this.regions = regions;
    }

    /** At most some 1,900 characters. */
    String of(List<Order> orders) {
        return orders.stream().limit(MOST_ORDERS).map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(Order order) {
        var zone = regions.get(order.id().region()).zone();
        return Stream.concat(
                        Stream.of(
                                "On record: order " + order.id().value(),
                                line("ordered", order.createdAt(), zone),
                                line("paid", order.paidAt(), zone),
                                line("booked for", order.startsAt(), zone)),
                        visits.of(List.of(order.id())).stream()
                                .map(Visit::visitedAt)
                                .sorted()
                                .limit(1)
                                .map(at -> line("voucher redeemed at the place", at, zone)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String line(String what, @Nullable Instant at, ZoneId zone) {
        return at == null ? "" : what + " " + MOMENT.format(at.atZone(zone));
    }
}
