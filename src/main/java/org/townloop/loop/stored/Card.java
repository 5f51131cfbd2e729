package org.townloop.loop.stored;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * A gift voucher, a pass or a balance that was sold.
 *
 * @param place the only one where it is good
 * @param offer of a pass: the only one it is good for; null for all others
 * @param uses of a pass: 2 to 100; null for all others
 * @param worth what it was sold for
 * @param owner who may pay with it; null until a gift is claimed
 * @param order by which it was sold
 * @param line of that order
 * @param expiresAt null if it never does
 */
public record Card(
        CardId id,
        MerchantId merchant,
        PlaceId place,
        CardKind kind,
        @Nullable OfferId offer,
        @Nullable Integer uses,
        Money worth,
        @Nullable PersonId owner,
        OrderId order,
        int line,
        CardState state,
        Instant soldAt,
        @Nullable Instant expiresAt) {

    /** @throws IllegalArgumentException if it is worth nothing, or is half a pass */
    public Card {
        if (worth.minor() <= 0 || (uses != null && worth.minor() < uses)) {
            throw new IllegalArgumentException("a card is worth something, each use of it too: " + worth);
        }
        if ((kind == CardKind.PASS) != (offer != null && uses != null) || (offer == null) != (uses == null)) {
            throw new IllegalArgumentException("a pass, and nothing else, has an offer and uses: " + id.value());
        }
    }

    /** Whether one can pay with it at that moment, as far as something is left on it. */
    public boolean isGood(Instant now) {
        return state == CardState.ACTIVE && (expiresAt == null || expiresAt.isAfter(now));
    }

    /**
     * How many whole uses of a pass are left, if that much money is: what does not divide belongs to the last use.
     *
     * @throws IllegalStateException if it is no pass
     */
    public int usesLeft(Money left) {
        var each = worth.minor() / passUses();
        if (left.minor() < each) {
            return 0;
        }
        var last = worth.minor() - each * (passUses() - 1);
        return left.minor() < last ? 1 : (int) (1 + (left.minor() - last) / each);
    }

    /**
     * What so many uses of a pass take of what is left; the last ones take all of it.
     *
     * @param wanted 1 up to {@link #usesLeft}
     * @throws IllegalStateException if it is no pass
     */
    public Money worthOf(int wanted, Money left) {
        return wanted == usesLeft(left) ? left : new Money(worth.minor() / passUses() * wanted, left.currency());
    }

    private int passUses() {
        if (uses == null) {
            throw new IllegalStateException("no pass: " + id.value());
        }
        return uses;
    }
}
