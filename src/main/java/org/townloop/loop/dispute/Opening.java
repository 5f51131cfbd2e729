package org.townloop.loop.dispute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.DisputedMoney;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;

/** Whether and until when an order can be objected to. */
@Component
class Opening {

    /** Of one resident at a time: whoever objects to everything is looked at first. */
    static final int MOST_OPEN = 5;

    /** Of one order, those that were taken back or agreed on included. */
    static final int MOST_OF_AN_ORDER = 3;

    private final DisputeRows rows;
    private final DisputeTerms terms;
    private final DisputedMoney money;
    private final Clock clock;

    Opening(DisputeRows rows, DisputeTerms terms, DisputedMoney money, Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.money = money;
        this.clock = clock;
    }

    /** Until when it can be objected to; nothing if it cannot yet. */
    Optional<Instant> until(Order order) {
        return money.since(order)
                .map(since -> since.plus(Duration.ofDays(terms.days(order.id().region()))));
    }

    /** Why it cannot be objected to, if it cannot. */
    Optional<Refusal> refusal(Order order) {
        if (!money.most(order).isPositive()) {
            return Optional.of(Refusal.of(CheckoutReason.NOTHING_TO_GIVE_BACK));
        }
        if (order.state() == OrderState.DISPUTED) {
            return Optional.of(Refusal.of(DisputeReason.DISPUTE_OPEN_ALREADY));
        }
        var isHad = order.state() == OrderState.PAID
                || order.state() == OrderState.FULFILLED
                || order.state() == OrderState.SETTLED
                || money.isMissed(order);
        return isHad ? time(order).or(() -> earlier(order)) : Optional.of(Refusal.of(CheckoutReason.ALREADY_CLOSED));
    }

    private Optional<Refusal> time(Order order) {
        var until = until(order);
        if (until.isEmpty()) {
            return Optional.of(Refusal.of(DisputeReason.DISPUTE_TOO_EARLY));
        }
        return until.get().isBefore(clock.instant())
                ? Optional.of(Refusal.of(
                        DisputeReason.DISPUTE_TOO_LATE,
                        "order",
                        Map.of("days", terms.days(order.id().region()))))
                : Optional.empty();
    }

    private Optional<Refusal> earlier(Order order) {
        var before = rows.of(order.id());
        if (before.stream()
                .anyMatch(one -> one.state().isHeard()
                        || one.state() == OrderDisputeState.DECIDED
                        || one.state() == OrderDisputeState.FINAL)) {
            return Optional.of(Refusal.of(DisputeReason.DISPUTE_OPEN_ALREADY));
        }
        return before.size() >= MOST_OF_AN_ORDER ? tooMany(MOST_OF_AN_ORDER) : Optional.empty();
    }

    /** Whether the resident argues about too much at once. */
    Optional<Refusal> refusal(PersonId resident) {
        return rows.open(resident) >= MOST_OPEN ? tooMany(MOST_OPEN) : Optional.empty();
    }

    /** What they ask for; empty if it is no amount that can go back. */
    Optional<Money> wanted(Order order, NewDispute wanted) {
        var most = money.most(order);
        var amount = switch (wanted.wanted()) {
            case ALL -> most;
            case PART -> new Money(wanted.amountMinor(), most.currency());
            case REDO -> Money.zero(most.currency());
        };
        var fits = amount.minor() <= most.minor() && (amount.isPositive() || wanted.wanted() == Wanted.REDO);
        return fits ? Optional.of(amount) : Optional.empty();
    }

    private static Optional<Refusal> tooMany(int max) {
        return Optional.of(Refusal.of(DisputeReason.DISPUTES_TOO_MANY, "order", Map.of("max", max)));
    }
}
