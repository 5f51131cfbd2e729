package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Appointment;

/**
 * What goes back to the guests of a place: online by what was called off, and by hand of what they paid there.
 *
 * @param balances of what was sold for a deposit
 */
record GoesBack(Map<OrderId, Cancellation> cancellations, Map<OrderId, Balance> balances) {

    /** Whether the place, or that too few came together, called it off, and not whoever booked it. */
    boolean isOurs(Appointment guest) {
        var gone = cancellations.get(guest.order().id());
        return gone != null
                && switch (gone.cause()) {
                    case SESSION_CALLED_OFF, TOO_FEW, PLACE_CLOSED, BY_PLACE -> true;
                    case BY_RESIDENT, NOBODY_CAME, NOTHING_THERE, DISPUTED -> false;
                };
    }

    /** Whether it was paid for and is still to be called off; whoever was let in before keeps what they had. */
    boolean isOpen(Appointment guest) {
        var order = guest.order();
        return order.state() == OrderState.PAID
                && guest.redeemed() == 0
                && standing(order.id()).isEmpty();
    }

    /** One that fell away since a counter had let somebody in gives nothing back. */
    private Optional<Cancellation> standing(OrderId order) {
        return Optional.ofNullable(cancellations.get(order))
                .filter(gone -> gone.state() != CancellationState.FALLEN_AWAY);
    }

    /** @param guests at least one */
    Money online(List<Appointment> guests) {
        return sum(guests, order -> standing(order).map(Cancellation::refund));
    }

    /**
     * What the place has of those that are called off, and has not given back yet.
     *
     * @param guests at least one
     */
    Money atPlace(List<Appointment> guests) {
        return sum(
                guests,
                order -> standing(order)
                        .flatMap(
                                gone -> Optional.ofNullable(balances.get(order)).map(Balance::back)));
    }

    private static Money sum(List<Appointment> guests, Function<OrderId, Optional<Money>> of) {
        return guests.stream()
                .map(guest -> guest.order().id())
                .distinct()
                .flatMap(order -> of.apply(order).stream())
                .reduce(Money.zero(guests.getFirst().order().total().currency()), Money::plus);
    }
}
