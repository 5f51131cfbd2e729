package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Orders;

/** How much anybody may keep from others without paying for it. */
@Component
class OpenHolds {

    private final Orders orders;
    private final Clock clock;
    private final int most;

    OpenHolds(Orders orders, Clock clock, @Value("${townloop.limits.open-holds}") int most) {
        this.orders = orders;
        this.clock = clock;
        this.most = most;
    }

    /** @return why they may hold no more for now, if so */
    Optional<Refusal> check(PersonId resident) {
        return most == 0 || orders.held(resident, clock.instant()) < most
                ? Optional.empty()
                : Optional.of(new Refusal(CheckoutReason.HOLDS_TOO_MANY, null, Map.of("max", most)));
    }
}
