package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.PackedLine;

/** What stands beside an order of goods, as JSON shows it. */
@Component
class DeliveryViews {

    /**
     * What was packed of an item.
     *
     * @param item its number, from 1
     * @param quantity how many of what was ordered
     * @param other what was packed in place of the rest, if anything was
     * @param charged what is paid for it, never more than for what was ordered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PackedJson(int item, int quantity, @Nullable OtherJson other, Amount charged) {}

    record OtherJson(UUID offerId, String title, int quantity) {}

    /**
     * How far it is.
     *
     * @param fee part of the total: items and fee come to it
     * @param state ORDERED, PICKING (it cannot be called off any more), PACKED or ON_THE_WAY
     * @param back what goes back because it was missing, or cost less
     * @param packed of each item; empty before it is packed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryJson(
            Amount fee,
            String state,
            Amount back,
            @Nullable OffsetDateTime packedAt,
            @Nullable OffsetDateTime setOutAt,
            List<PackedJson> packed) {}

    private final Deliveries deliveries;
    private final Moments moments;

    DeliveryViews(Deliveries deliveries, Moments moments) {
        this.deliveries = deliveries;
        this.moments = moments;
    }

    /** Null if it is no order of goods. */
    @Nullable
    DeliveryJson of(Order order, Locale locale) {
        var region = order.id().region();
        return deliveries
                .of(order.id())
                .map(delivery -> new DeliveryJson(
                        Amount.of(delivery.fee()),
                        delivery.state().name(),
                        Amount.of(delivery.back()),
                        moments.inNullable(region, delivery.packedAt()),
                        moments.inNullable(region, delivery.outAt()),
                        packed(order, locale)))
                .orElse(null);
    }

    private List<PackedJson> packed(Order order, Locale locale) {
        var packed = deliveries.packed(List.of(order.id())).getOrDefault(order.id(), Map.of());
        return order.lines().stream()
                .flatMap(line -> Stream.ofNullable(packed.get(line.line())))
                .map(line -> packed(line, locale))
                .toList();
    }

    private static PackedJson packed(PackedLine line, Locale locale) {
        var other = line.other();
        return new PackedJson(
                line.line(),
                line.quantity(),
                other == null
                        ? null
                        : new OtherJson(other.offer().value(), other.title().in(locale), other.quantity()),
                Amount.of(line.charged()));
    }
}
