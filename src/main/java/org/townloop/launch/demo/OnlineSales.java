package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.townloop.supply.offer.Online;

/** Who bought online in the half year before today: most opened it at once, some have not yet. */
final class OnlineSales {

    private static final Duration JUST_NOW = Duration.ofMinutes(15);
    private static final Duration MEAN_WAIT = Duration.ofHours(9);
    private static final Duration LONGEST_WAIT = Duration.ofDays(12);
    private static final int DAYS_OF_A_WEEK = 7;

    private final Custom custom;
    private final Dice dice;
    private final Instant now;

    OnlineSales(Custom custom, Dice dice, Instant now) {
        this.custom = custom;
        this.dice = dice;
        this.now = now;
    }

    /** Codes are on sale since today: nobody has bought one yet. */
    List<Booking> sold(List<Shop> sellers) {
        var bookings = new ArrayList<Booking>();
        for (var seller : sellers) {
            for (var offer : seller.offers()) {
                if (offer.arrangement() instanceof Online(var gives) && gives != Online.Gives.CODE) {
                    for (int day = Diary.DAYS_BEHIND; day >= 0; day--) {
                        sellOn(day, seller, offer, bookings);
                    }
                }
            }
        }
        return bookings;
    }

    private void sellOn(int daysAgo, Shop seller, Sold offer, List<Booking> bookings) {
        for (int i = dice.poisson(seller.popularity() / DAYS_OF_A_WEEK); i > 0; i--) {
            var created = Diary.awake(now.minus(Duration.ofDays(daysAgo)).minusSeconds(dice.between(0, 80_000)));
            if (created.isBefore(now.minus(JUST_NOW)) && created.isAfter(seller.since())) {
                custom.guest(seller, Diary.day(created))
                        .map(guest -> bought(seller, offer, guest, created))
                        .ifPresent(bookings::add);
            }
        }
    }

    private Booking bought(Shop seller, Sold offer, Resident guest, Instant created) {
        var paid = created.plusSeconds(dice.between(60, 400));
        var wait = Duration.ofSeconds(120 + (long) dice.exponential(MEAN_WAIT.toSeconds()));
        var opened = paid.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        var isOpen = opened.isBefore(now.minus(JUST_NOW));
        return new Booking(
                isOpen ? Fate.VISITED : Fate.AWAITED,
                seller,
                offer,
                seller.staff().getFirst(),
                new Shop.Seat(offer.id(), offer.title()),
                guest,
                created,
                paid,
                created,
                opened,
                Booking.Ids.of(seller, dice, created, paid, opened),
                new Had.Opened());
    }
}
