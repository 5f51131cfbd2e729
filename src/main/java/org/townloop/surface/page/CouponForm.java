package org.townloop.surface.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.coupon.NewCoupon;
import org.townloop.supply.offer.OfferId;

/** A coupon as it is typed into its form. */
public record CouponForm(Map<String, List<String>> typed, Currency currency, ZoneId zone) {

    /** @return refused if a time cannot be read; what else cannot be, the rules of coupons refuse */
    public Outcome<NewCoupon> read() {
        var until = moment("until");
        var from = moment("from");
        if (until.isEmpty() || (from.isEmpty() && !text("from").isEmpty())) {
            return Outcome.refused(Refusal.of(
                    CouponReason.COUPON_TIMES_INVALID, until.isEmpty() ? "until" : "from", Map.of("days", 400)));
        }
        return Outcome.done(new NewCoupon(
                text("code").isEmpty() ? null : text("code"),
                amount("amount"),
                text("percent").isEmpty() ? null : Integer.valueOf(number("percent")),
                amount("most"),
                text("least").isEmpty() ? Money.zero(currency) : money("least"),
                typed.getOrDefault("offers", List.of()).stream()
                        .map(CouponForm::offer)
                        .collect(Collectors.toUnmodifiableSet()),
                from.orElse(null),
                until.get(),
                number("stock"),
                text("each").isEmpty() ? 1 : number("each"),
                amount("budget")));
    }

    private static OfferId offer(String id) {
        return Typed.id(id).filter(RegionId::isIn).map(OfferId::new).orElseThrow(() -> new Absent("offer"));
    }

    private String text(String name) {
        return Typed.text(typed, name);
    }

    private int number(String name) {
        return Typed.number(text(name)).orElse(-1);
    }

    private @Nullable Money amount(String name) {
        return text(name).isEmpty() ? null : money(name);
    }

    /** What cannot be read is less than any amount that is taken. */
    private Money money(String name) {
        return new Money(
                Typed.minor(text(name), currency.getDefaultFractionDigits()).orElse(-1L), currency);
    }

    /** By the clocks of the place. */
    private Optional<Instant> moment(String name) {
        try {
            return Optional.of(LocalDateTime.parse(text(name)).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
