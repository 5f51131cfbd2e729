package org.townloop.launch.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The packs that the town's shops sell by, and what is agreed under them. */
final class Trades {

    /** @param window how long a window is in which something is brought; null where nothing is */
    private record Agreed(
            RegionId region,
            PackId pack,
            String mode,
            @Nullable Duration window,
            @Nullable Deposit deposit) {}

    private final Map<ShopKind, Pack> packs = new EnumMap<>(ShopKind.class);
    private final Map<Agreed, String> terms = new ConcurrentHashMap<>();
    private final Map<RegionId, Shares> shares;
    private final JsonMapper json;

    Trades(Packs packs, Map<RegionId, Shares> shares, JsonMapper json) {
        for (var kind : ShopKind.values()) {
            this.packs.put(kind, packs.current(new PackId(kind.trade)));
        }
        this.shares = shares;
        this.json = json;
    }

    Pack of(ShopKind kind) {
        return Objects.requireNonNull(packs.get(kind));
    }

    /** In which of the pack's modes something is sold that is had like that: the usual one if none is for that. */
    Mode mode(ShopKind kind, Arrangement arrangement) {
        return of(kind).modes().stream()
                .filter(mode -> arrangement.isOf(mode.booking()))
                .findFirst()
                .orElseGet(of(kind)::usualMode);
    }

    Mode mode(Booking booking) {
        return mode(booking.shop().kind(), booking.offer().arrangement());
    }

    /** As JSON. */
    String terms(Booking booking) {
        var mode = mode(booking);
        var region = booking.shop().region();
        return terms.computeIfAbsent(
                new Agreed(
                        region,
                        of(booking.shop().kind()).id(),
                        mode.key(),
                        window(booking),
                        booking.offer().deposit()),
                agreed -> json.writeValueAsString(new Terms(
                        mode.cancellation(),
                        Objects.requireNonNull(shares.get(region)),
                        noShow(mode.noShow(), booking, agreed.window()),
                        agreed.deposit())));
    }

    private static @Nullable Duration window(Booking booking) {
        return booking.had() instanceof Had.Goods goods && goods.home() != null
                ? Duration.between(booking.start(), goods.until())
                : null;
    }

    /** As the product agrees it: who fetches goods has until the window ends. */
    private static @Nullable NoShowPolicy noShow(
            @Nullable NoShowPolicy usual, Booking booking, @Nullable Duration window) {
        return usual == null || !(booking.had() instanceof Had.Goods)
                ? usual
                : new NoShowPolicy(
                        window == null ? null : usual.grace(), usual.keptPercent(), usual.settledAfter(), window);
    }

    /** For how long a voucher of an appointment is good after its time. */
    Duration voucherGood(Booking booking) {
        return Duration.ofDays(mode(booking).voucherValidDays());
    }
}
