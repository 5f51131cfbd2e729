package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Substitution;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.PackedLine;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** What an order of goods consists of, and what became of each article. */
@Component
class Parcels {

    private final Deliveries deliveries;

    Parcels(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Null if it is no order of goods. */
    @Nullable
    Parcel of(Page page, Times times, Order order) {
        var delivery = deliveries.of(order.id()).orElse(null);
        if (delivery == null) {
            return null;
        }
        var packed = deliveries.packed(List.of(order.id())).getOrDefault(order.id(), Map.of());
        var site = order.first().site();
        var outAt = delivery.outAt();
        return new Parcel(
                order.lines().stream()
                        .map(line -> row(page, line, packed.get(line.line())))
                        .toList(),
                site == null ? null : page.money(delivery.fee()),
                page.text(
                        "portal.parcel."
                                + delivery.state()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        "time",
                        outAt == null ? "" : times.time(outAt),
                        "how",
                        site == null ? "fetch" : "bring"),
                delivery.back().isPositive()
                        ? page.text("portal.parcel.back", "amount", page.money(delivery.back()))
                        : null,
                site == null ? null : site.address(),
                site == null);
    }

    private static Parcel.Row row(Page page, Line line, @Nullable PackedLine packed) {
        var title = line.quantity() == 1
                ? page.say(line.title())
                : page.text("portal.parcel.line", "title", page.say(line.title()), "count", line.quantity());
        return new Parcel.Row(
                title,
                page.money(packed == null ? line.total() : packed.charged()),
                packed == null ? null : note(page, line, packed),
                packed == null
                        ? page.text("page.if-missing." + Substitution.of(line).code())
                        : null);
    }

    private static @Nullable String note(Page page, Line line, PackedLine packed) {
        var other = packed.other();
        if (other != null) {
            return page.text(
                    packed.quantity() == 0 ? "portal.parcel.replaced" : "portal.parcel.replaced-in-part",
                    "other",
                    page.say(other.title()),
                    "count",
                    other.quantity(),
                    "packed",
                    packed.quantity());
        }
        return packed.quantity() == line.quantity()
                ? null
                : packed.quantity() == 0
                        ? page.text("portal.parcel.missing")
                        : page.text("portal.parcel.short", "packed", packed.quantity(), "ordered", line.quantity());
    }
}
