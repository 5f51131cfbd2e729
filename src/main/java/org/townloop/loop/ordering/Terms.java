package org.townloop.loop.ordering;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;

/**
 * What was agreed at the moment of sale; a later change of pack or region does not touch it.
 *
 * @param noShow what becomes of who comes late or not at all; null if nothing was agreed
 * @param deposit what of the price is paid when booking; null if all of it
 * @param atShop whether it may be paid at the shop, with shares for platform and partner; null if that was not agreed
 */
public record Terms(
        CancellationPolicy cancellation,
        Shares shares,
        @Nullable NoShowPolicy noShow,
        @Nullable Deposit deposit,
        @Nullable AtShopTerms atShop) {

    /** It is paid online. */
    public Terms(
            CancellationPolicy cancellation, Shares shares, @Nullable NoShowPolicy noShow, @Nullable Deposit deposit) {
        this(cancellation, shares, noShow, deposit, null);
    }

    /** All is paid when booking. */
    public Terms(CancellationPolicy cancellation, Shares shares, @Nullable NoShowPolicy noShow) {
        this(cancellation, shares, noShow, null, null);
    }

    /** Nothing is agreed on coming late. */
    public Terms(CancellationPolicy cancellation, Shares shares) {
        this(cancellation, shares, null, null, null);
    }

    /**
     * What comes back to somebody who cancels now, or is too late for that.
     *
     * @param price of which the policy keeps its share
     * @param paid of the price: more than that is never kept
     */
    Money refund(Money price, Money paid, @Nullable Instant start, @Nullable Instant end, Instant now) {
        if (start == null || end == null) {
            return paid;
        }
        var byCancelling = ofPaid(price, paid, cancellation.refund(price, start, now));
        return noShow == null || now.isBefore(noShow.missedAt(start, end))
                ? byCancelling
                : least(byCancelling, refundIfMissed(noShow, price, paid));
    }

    /** The same for who did not come; everything if nothing was agreed on that. */
    public Money refundIfMissed(Money price, Money paid) {
        return noShow == null ? paid : refundIfMissed(noShow, price, paid);
    }

    /**
     * What comes back of what was paid where that share of the price is kept.
     *
     * @param keptPercent 0 to 100
     */
    public static Money refund(Money price, Money paid, int keptPercent) {
        return ofPaid(price, paid, price.minus(price.basisPoints(keptPercent * 100)));
    }

    private static Money refundIfMissed(NoShowPolicy policy, Money price, Money paid) {
        return ofPaid(price, paid, policy.refund(price));
    }

    /** What is kept of the price is kept of what was paid of it, as far as that goes: nothing is asked for afterwards. */
    private static Money ofPaid(Money price, Money paid, Money back) {
        var kept = price.minus(back);
        return kept.minor() < paid.minor() ? paid.minus(kept) : Money.zero(paid.currency());
    }

    /** The same where the place comes to the resident, at some time within so long from the booked one. */
    public Terms arrivingWithin(Duration window) {
        return noShow == null ? this : missed(noShow.grace(), window);
    }

    /** The same for whoever may come until the end, and no later. */
    public Terms withoutGrace() {
        return missed(null, null);
    }

    private Terms missed(@Nullable Duration grace, @Nullable Duration within) {
        return noShow == null
                ? this
                : new Terms(
                        cancellation,
                        shares,
                        new NoShowPolicy(grace, noShow.keptPercent(), noShow.settledAfter(), within),
                        deposit,
                        atShop);
    }

    /** The same, where all of it is paid at the shop. */
    public Terms allAtShop() {
        return new Terms(cancellation, shares, noShow, null, atShop);
    }

    /** Whether it is not paid online at all. */
    public boolean isOnlyAtShop() {
        return atShop != null && atShop.only();
    }

    Optional<NoShowPolicy> ifMissed() {
        return Optional.ofNullable(noShow);
    }

    /** Who waits until it is missed gets no more than who does not come. */
    private static Money least(Money one, Money other) {
        return one.minor() < other.minor() ? one : other;
    }
}
