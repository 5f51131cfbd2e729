package org.townloop.surface.page;

import java.time.Instant;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.Off;

/** What a coupon takes off, in words. */
public final class CouponWords {

    private CouponWords() {}

    /** What it takes off, and from which price on. */
    public static String of(Page page, Coupon coupon) {
        var from = coupon.least().isPositive() ? "-from" : "";
        var least = page.money(coupon.least());
        return switch (coupon.off()) {
            case Off.Amount(var amount) ->
                page.text("page.coupon.amount" + from, "off", page.money(amount), "least", least);
            case Off.Percent(var percent, var most) -> {
                var words = page.text("page.coupon.percent" + from, "percent", percent, "least", least);
                yield most == null ? words : words + page.text("page.coupon.most", "most", page.money(most));
            }
        };
    }

    /** How it stands: {@code good}, {@code later}, {@code gone}, {@code over} or {@code stopped}. */
    public static String state(Coupon coupon, Instant now) {
        if (coupon.stoppedAt() != null) {
            return "stopped";
        }
        if (!coupon.isAhead(now)) {
            return "over";
        }
        return !coupon.isGood(now) ? "later" : coupon.left() > 0 ? "good" : "gone";
    }

    /** By what it is told from others: its code, or what it takes off. */
    public static String name(Page page, Coupon coupon) {
        return coupon.code() == null ? of(page, coupon) : coupon.code();
    }
}
