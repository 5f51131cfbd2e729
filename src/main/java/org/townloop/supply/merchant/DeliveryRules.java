package org.townloop.supply.merchant;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.DeliverySettings.Window;

/**
 * Whether a place can bring things like that.
 *
 * @param located whether it is known where the place is
 */
record DeliveryRules(boolean located) {

    static final int WINDOWS_MAX = 60;
    static final int RINGS_MAX = 8;
    static final int ORDERS_MAX = 1_000;
    private static final int WEEK = 10_080;
    private static final int NEAREST = 100;
    private static final int FARTHEST = 100_000;
    private static final long AMOUNT_MAX = 100_000_000;
    private static final int FIVE_MINUTES = 300;

    @Nullable
    Refusal refusal(DeliverySettings settings) {
        var windows = windows(settings);
        return windows == null ? ways(settings) : windows;
    }

    private static @Nullable Refusal windows(DeliverySettings settings) {
        if (settings.windows().size() > WINDOWS_MAX
                || !settings.windows().stream().allMatch(DeliveryRules::isWindow)) {
            return Refusal.of(
                    MerchantReason.DELIVERY_WINDOWS_INVALID,
                    "windows",
                    Map.of("max", WINDOWS_MAX, "orders", ORDERS_MAX, "hours", WEEK / 60));
        }
        var begins = settings.windows().stream()
                .map(window -> Map.entry(window.day(), window.from()))
                .distinct()
                .count();
        return begins == settings.windows().size() ? null : Refusal.of(MerchantReason.DELIVERY_WINDOW_TWICE, "windows");
    }

    private static boolean isWindow(Window window) {
        return window.from().isBefore(window.to())
                && isWhole(window.from())
                && isWhole(window.to())
                && window.orders() >= 1
                && window.orders() <= ORDERS_MAX
                && window.closesMinutesBefore() >= 0
                && window.closesMinutesBefore() <= WEEK;
    }

    private static boolean isWhole(LocalTime time) {
        return time.toSecondOfDay() % FIVE_MINUTES == 0 && time.getNano() == 0;
    }

    private @Nullable Refusal ways(DeliverySettings settings) {
        var rings = settings.rings();
        var apart = rings.stream()
                        .map(DeliverySettings.Ring::withinMetres)
                        .distinct()
                        .count()
                == rings.size();
        if (rings.size() > RINGS_MAX
                || !apart
                || !rings.stream()
                        .allMatch(ring -> ring.withinMetres() >= NEAREST
                                && ring.withinMetres() <= FARTHEST
                                && isAmount(ring.feeMinor()))) {
            return Refusal.of(
                    MerchantReason.DELIVERY_RINGS_INVALID,
                    "rings",
                    Map.of("max", RINGS_MAX, "nearest", NEAREST / 1_000.0, "farthest", FARTHEST / 1_000));
        }
        if (!rings.isEmpty() && !located) {
            return Refusal.of(MerchantReason.DELIVERY_WITHOUT_POINT, "rings");
        }
        var freeFrom = settings.freeFromMinor();
        if (!isAmount(settings.leastMinor()) || (freeFrom != null && !isAmount(freeFrom))) {
            return Refusal.of(MerchantReason.DELIVERY_AMOUNT_INVALID, "least");
        }
        return !settings.windows().isEmpty() && rings.isEmpty() && !settings.pickUp()
                ? Refusal.of(MerchantReason.DELIVERY_NOWHERE, "rings")
                : null;
    }

    private static boolean isAmount(long minor) {
        return minor >= 0 && minor <= AMOUNT_MAX;
    }
}
