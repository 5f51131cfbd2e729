package org.townloop.loop.dispute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;

/**
 * A resident objects to an order.
 *
 * @param wantedAmount what they ask for; nothing if it is to be done again
 * @param dueAt when it goes on by itself; null if somebody is waited for however long it takes
 * @param offer what the merchant has offered; null if nothing
 * @param referredFor why it came to an operator; null if it did not
 * @param appealedBy who asked for a second opinion; null if nobody did
 */
public record Dispute(
        DisputeId id,
        OrderId order,
        PersonId resident,
        MerchantId merchant,
        PlaceId place,
        OrderDisputeState state,
        About about,
        Wanted wanted,
        Money wantedAmount,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Offered offer,
        @Nullable Referral referredFor,
        @Nullable Side appealedBy,
        @Nullable Instant closedAt) {

    /** Why an operator is to decide. */
    public enum Referral {
        /** The merchant said nothing in time. */
        NO_ANSWER,
        /** The merchant answered, and offered nothing. */
        NO_OFFER,
        /** The resident said no to what was offered. */
        DECLINED,
        /** The resident said nothing to it in time. */
        NO_REPLY
    }

    /**
     * What the merchant offers.
     *
     * @param redo that it is done again; else the amount goes back
     */
    public record Offered(boolean redo, Money amount) {}

    /** Whether it waits for somebody until then. */
    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
