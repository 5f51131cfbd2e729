package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.launch.demo.Had.Goods.Put;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.DeliverySettings.Opening;
import org.townloop.supply.offer.Article;

/** What was brought and fetched in the fortnight before today, and what is ordered for the days after it. */
final class Baskets {

    private static final int DAYS_BEHIND = 14;
    private static final int DAYS_AHEAD = 4;
    private static final int MOST_IN_A_WINDOW = 4;

    private final List<Resident> guests;
    private final Addresses addresses;
    private final Dice dice;
    private final Instant now;
    private final Map<UUID, Address> homes = new HashMap<>();
    private final List<Booking> bookings = new ArrayList<>();

    Baskets(List<Resident> guests, Addresses addresses, Dice dice, Instant now) {
        this.guests = guests;
        this.addresses = addresses;
        this.dice = dice;
        this.now = now;
    }

    /** What stands ahead is ordered early enough, and nothing is just being carried about. */
    List<Booking> filled(Markets markets) {
        var today = Diary.day(now);
        for (var shop : markets.shops()) {
            var settings = markets.settings().getOrDefault(shop.id(), DeliverySettings.NONE);
            for (var window : settings.between(Diary.ZONE, today.minusDays(DAYS_BEHIND), today.plusDays(DAYS_AHEAD))) {
                var over = window.end().isBefore(now);
                if (over || window.start().isAfter(now.plus(Duration.ofHours(1)))) {
                    for (int i = dice.between(0, Math.min(MOST_IN_A_WINDOW, window.orders())); i > 1; i--) {
                        bookings.add(basket(shop, settings, window, over));
                    }
                }
            }
        }
        return bookings;
    }

    private Booking basket(Shop shop, DeliverySettings settings, Opening window, boolean over) {
        var guest = dice.one(guests);
        var home = homes.computeIfAbsent(guest.id(), any -> addresses.free());
        var goods = goods(shop, settings.leastMinor());
        var metres = home.point().metresTo(shop.address().point());
        var minor = goods.stream().mapToLong(Put::minor).sum();
        var fee = dice.chance(0.8) ? settings.feeMinor(metres, minor).orElse(null) : null;
        var latest = window.closesAt().isBefore(now) ? window.closesAt() : now;
        var created = latest.minus(Duration.ofMinutes(dice.between(60, 2_000)));
        var paid = created.plusSeconds(dice.between(60, 400));
        var done = over ? window.start().plus(Duration.ofMinutes(dice.between(5, 80))) : window.start();
        return new Booking(
                over ? Fate.VISITED : Fate.AWAITED,
                shop,
                goods.getFirst().article(),
                shop.staff().getFirst(),
                new Shop.Seat(shop.id(), shop.name()),
                guest,
                created,
                paid,
                window.start(),
                done,
                Booking.Ids.of(shop, dice, created, paid, done),
                new Had.Goods(goods, fee == null ? 0 : fee, window.end(), window.orders(), fee == null ? null : home));
    }

    /** Articles that nobody counts, each once, until it is worth bringing. */
    private List<Put> goods(Shop shop, long least) {
        var shelf = dice.some(
                shop.offers().size(),
                shop.offers().stream()
                        .filter(offer -> offer.arrangement() instanceof Article(var _, var perDay) && perDay == null)
                        .toList());
        var wanted = dice.between(3, 9);
        var goods = new ArrayList<Put>();
        var minor = 0L;
        for (var article : shelf) {
            if (goods.size() >= wanted && minor >= least) {
                break;
            }
            var put = new Put(article, dice.chance(0.7) ? 1 : 2);
            goods.add(put);
            minor += put.minor();
        }
        return List.copyOf(goods);
    }
}
