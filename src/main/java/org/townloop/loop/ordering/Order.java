package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.pack.NoShowPolicy;

/**
 * An order at one place.
 *
 * @param total what is paid through us: the whole price, or a deposit
 * @param balance what is left to be paid at the place; nothing unless it was sold for a deposit
 * @param startsAt when its first line begins, null if none has a time
 * @param noShowAt when it is settled by its policy if nobody has come; null if never by itself
 * @param closedAt when it was cancelled, expired or refunded
 * @param coupon what the platform pays of the total, in its resident's place
 */
public record Order(
        OrderId id,
        PersonId resident,
        MerchantId merchant,
        PlaceId place,
        OrderState state,
        Pays pays,
        Money total,
        Money balance,
        Terms terms,
        Instant holdExpiresAt,
        @Nullable Instant startsAt,
        @Nullable Instant noShowAt,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        List<Line> lines,
        Money coupon) {

    public Order {
        balance = Objects.requireNonNullElseGet(balance, () -> Money.zero(total.currency())); // of answers of before
        coupon = Objects.requireNonNullElseGet(coupon, () -> Money.zero(total.currency()));
    }

    /** Of which the platform pays nothing. */
    public Order(
            OrderId id,
            PersonId resident,
            MerchantId merchant,
            PlaceId place,
            OrderState state,
            Pays pays,
            Money total,
            Money balance,
            Terms terms,
            Instant holdExpiresAt,
            @Nullable Instant startsAt,
            @Nullable Instant noShowAt,
            Instant createdAt,
            @Nullable Instant paidAt,
            @Nullable Instant fulfilledAt,
            @Nullable Instant settledAt,
            @Nullable Instant closedAt,
            List<Line> lines) {
        this(
                id,
                resident,
                merchant,
                place,
                state,
                pays,
                total,
                balance,
                terms,
                holdExpiresAt,
                startsAt,
                noShowAt,
                createdAt,
                paidAt,
                fulfilledAt,
                settledAt,
                closedAt,
                lines,
                Money.zero(total.currency()));
    }

    /** What it costs altogether. */
    public Money price() {
        return total.plus(balance);
    }

    /** What its merchant lets off by a coupon; the price is without it. */
    public Money off() {
        return lines.stream().map(Line::off).reduce(Money.zero(total.currency()), Money::plus);
    }

    /** Whether a coupon was put on it. */
    public boolean hasCoupon() {
        return couponOff().isPositive();
    }

    /** What a coupon takes off what its resident pays, whoever bears it. */
    public Money couponOff() {
        return off().plus(coupon);
    }

    /** What its resident pays through us. */
    public Money due() {
        return total.minus(coupon);
    }

    /** What it costs its resident altogether. */
    public Money cost() {
        return price().minus(coupon);
    }

    /** What of it is to be paid at the place and noted there: what a deposit leaves, or all of it at the shop. */
    public Money atPlace() {
        return isNotedAtShop() ? total : balance;
    }

    /** Whether it is paid at the shop, and the shop says when it was. */
    public boolean isNotedAtShop() {
        return pays == Pays.SHOP && terms.atShop() != null;
    }

    /** What its resident would get back by calling it off at that moment: by the policy it was sold under. */
    public Money refund(Instant now) {
        return terms.refund(price(), total, startsAt, first().endsAt(), now);
    }

    /** The same where some of what was paid went back before: what is left is what it costs. */
    public Money refund(Money givenBack, Instant now) {
        return terms.refund(price().minus(givenBack), total.minus(givenBack), startsAt, first().endsAt(), now);
    }

    /** When what was asked for ends: where somebody comes to the resident, the window within which they arrive. */
    public @Nullable Instant askedUntil() {
        var within = terms.ifMissed().map(NoShowPolicy::within).orElse(null);
        return within == null || startsAt == null ? first().endsAt() : startsAt.plus(within);
    }

    /** From when on the place may say that nobody came; nothing where that was not agreed. */
    public Optional<Instant> missedAt() {
        var end = first().endsAt();
        return startsAt == null || end == null
                ? Optional.empty()
                : terms.ifMissed().map(policy -> policy.missedAt(startsAt, end));
    }

    /**
     * The same, once it is known when they are at the resident's door: nobody waits there until the window is over.
     *
     * @param atDoor null if it is done at the place
     */
    public Optional<Instant> missedAt(@Nullable Instant atDoor) {
        return atDoor == null ? missedAt() : terms.ifMissed().flatMap(policy -> policy.missedAtDoor(atDoor));
    }

    /** Until when its resident may move it without cost; nothing if never. */
    public Optional<Instant> movableUntil() {
        return startsAt == null ? Optional.empty() : terms.cancellation().freeUntil(startsAt);
    }

    /** Whether it was paid so short a time ago that calling it off costs nothing, if nobody has set out. */
    public boolean isJustPaid(Instant now) {
        return paidAt != null && terms.cancellation().isJustPaid(paidAt, now);
    }

    /** Whether nobody comes for it: it is opened on a page. */
    public boolean isByOpening() {
        return terms.cancellation().unopened() != null;
    }

    /** When what is opened on a page counts as delivered, opened or not; nothing for all else. */
    public Optional<Instant> deliveredBy() {
        return Optional.ofNullable(terms.cancellation().unopened()).map(createdAt::plus);
    }

    /** The same, held until another moment. */
    public Order heldUntil(Instant until) {
        return new Order(
                id,
                resident,
                merchant,
                place,
                state,
                pays,
                total,
                balance,
                terms,
                until,
                startsAt,
                noShowAt,
                createdAt,
                paidAt,
                fulfilledAt,
                settledAt,
                closedAt,
                lines,
                coupon);
    }

    /** The same at another price, all of it paid through us but for what the platform pays. */
    Order costing(Money all, List<Line> sold, Money byPlatform) {
        return new Order(
                id,
                resident,
                merchant,
                place,
                state,
                pays,
                all,
                Money.zero(all.currency()),
                terms,
                holdExpiresAt,
                startsAt,
                noShowAt,
                createdAt,
                paidAt,
                fulfilledAt,
                settledAt,
                closedAt,
                sold,
                byPlatform);
    }

    /** What it is in a few words: its first line, and how many there are besides. */
    public Words title() {
        var title = first().title();
        var more = lines.size() - 1;
        return more == 0
                ? title
                : new Words(
                        title.en() == null ? null : title.en() + " and " + more + " more",
                        title.zh() == null ? null : title.zh() + "等 " + lines.size() + " 种");
    }

    public Line first() {
        return lines.getFirst();
    }
}
