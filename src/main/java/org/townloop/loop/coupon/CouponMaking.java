package org.townloop.loop.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;

/** What a coupon may be. The names of the fields are those of the form. */
record CouponMaking(Instant now) {

    static final int SHORTEST_CODE = 3;
    static final int LONGEST_CODE = 20;
    static final int MOST_STOCK = 100_000;
    static final int MOST_EACH = 20;
    static final int MOST_PERCENT = 99;
    static final Duration LONGEST = Duration.ofDays(400);

    private static final Pattern CODE =
            Pattern.compile("[\\p{L}\\p{Nd}-]{%d,%d}".formatted(SHORTEST_CODE, LONGEST_CODE));

    /** Why there cannot be such a coupon; nothing if there can. */
    Optional<Refusal> refusal(NewCoupon wanted) {
        return code(wanted)
                .or(() -> off(wanted))
                .or(() -> least(wanted))
                .or(() -> times(wanted))
                .or(() -> counts(wanted))
                .or(() -> budget(wanted));
    }

    private static Optional<Refusal> code(NewCoupon wanted) {
        var code = wanted.code();
        return unless(
                code == null || CODE.matcher(code).matches(),
                CouponReason.COUPON_CODE_INVALID,
                "code",
                Map.of("min", SHORTEST_CODE, "max", LONGEST_CODE));
    }

    private static Optional<Refusal> off(NewCoupon wanted) {
        var amount = wanted.amount();
        var percent = wanted.percent();
        var facts = Map.<String, Object>of("max", MOST_PERCENT);
        if ((amount == null) == (percent == null)) {
            return Optional.of(Refusal.of(CouponReason.COUPON_OFF_INVALID, "amount", facts));
        }
        return unless(amount == null || amount.isPositive(), CouponReason.COUPON_OFF_INVALID, "amount", facts)
                .or(() -> unless(
                        percent == null || (percent >= 1 && percent <= MOST_PERCENT),
                        CouponReason.COUPON_OFF_INVALID,
                        "percent",
                        facts))
                .or(() -> unless(
                        wanted.most() == null
                                || (percent != null && wanted.most().isPositive()),
                        CouponReason.COUPON_OFF_INVALID,
                        "most",
                        facts));
    }

    /** One that takes off all there is would be none from the least price on. */
    private static Optional<Refusal> least(NewCoupon wanted) {
        var least = wanted.least().minor();
        var amount = wanted.amount();
        return unless(
                least >= 0 && (amount == null || least == 0 || least > amount.minor()),
                CouponReason.COUPON_LEAST_INVALID,
                "least",
                Map.of(
                        "price",
                        Objects.requireNonNullElse(
                                amount, Money.zero(wanted.least().currency()))));
    }

    private Optional<Refusal> times(NewCoupon wanted) {
        var from = wanted.from() == null ? now : wanted.from();
        return unless(
                wanted.until().isAfter(now)
                        && wanted.until().isAfter(from)
                        && !wanted.until().isAfter(now.plus(LONGEST)),
                CouponReason.COUPON_TIMES_INVALID,
                "until",
                Map.of("days", LONGEST.toDays()));
    }

    private static Optional<Refusal> counts(NewCoupon wanted) {
        return unless(
                        wanted.stock() >= 1 && wanted.stock() <= MOST_STOCK,
                        CouponReason.COUPON_STOCK_INVALID,
                        "stock",
                        Map.of("max", MOST_STOCK))
                .or(() -> unless(
                        wanted.each() >= 1 && wanted.each() <= Math.min(MOST_EACH, wanted.stock()),
                        CouponReason.COUPON_EACH_INVALID,
                        "each",
                        Map.of("max", Math.min(MOST_EACH, Math.max(1, wanted.stock())))));
    }

    private static Optional<Refusal> budget(NewCoupon wanted) {
        var budget = wanted.budget();
        var one = largest(wanted);
        return unless(
                budget == null || (budget.isPositive() && (one == null || budget.minor() >= one.minor())),
                CouponReason.COUPON_BUDGET_INVALID,
                "budget",
                Map.of());
    }

    private static @Nullable Money largest(NewCoupon wanted) {
        return wanted.amount() == null ? wanted.most() : wanted.amount();
    }

    private static Optional<Refusal> unless(boolean fits, Reason reason, String field, Map<String, Object> facts) {
        return fits ? Optional.empty() : Optional.of(Refusal.of(reason, field, facts));
    }
}
