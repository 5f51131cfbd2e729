package org.townloop.supply.booking;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.NewOffer;

/** Services for tests that are had together, and what is held of a plan. */
final class Combined {

    private Combined() {}

    /** By these, in a chair or nowhere in particular. */
    static NewOffer service(
            TestSalon salon, int minutes, Set<StaffId> by, @Nullable String resource, boolean alongside) {
        var cut = Counter.changed(salon.haircut(), Duration.ofMinutes(minutes), Duration.ZERO, Duration.ZERO, by);
        return had(cut, resource, alongside);
    }

    static NewOffer had(NewOffer offer, @Nullable String resource, boolean alongside) {
        return new NewOffer(
                offer.id(),
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                offer.price(),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                resource,
                offer.attributes(),
                offer.staff(),
                offer.mode(),
                new Appointment(alongside),
                offer.menu(),
                offer.active());
    }

    /** Each piece by an order of its own, in the order of the plan. */
    static List<HoldRequest> requests(Counter counter, Plan plan, List<UUID> orders) {
        return IntStream.range(0, orders.size())
                .mapToObj(i -> counter.request(
                        orders.get(i),
                        1,
                        plan.pieces().get(i).offer(),
                        plan.pieces().get(i).start(),
                        1))
                .toList();
    }
}
