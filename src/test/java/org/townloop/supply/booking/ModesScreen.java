package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Table;
import org.townloop.supply.pack.Packs;

/** What pages show of a day, against what the model says can be had. */
record ModesScreen(ApplicationContext town, ModesModel model) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** @param day one of those ahead; of a stay all of them are looked at, today being that of the town's clock */
    void agrees(Offer offer, LocalDate day, String said) {
        if (offer.arrangement() instanceof Stay stay) {
            var today = LocalDate.ofInstant(town.getBean(TestClock.class).instant(), ZONE);
            town.getBean(Stays.class)
                    .nights(offer, stay, today.plusDays(1), today.plusDays(Bazaar.DAYS))
                    .forEach(night ->
                            assertThat(night.left()).as(said + night).isEqualTo(model.left(stay, night.date())));
            return;
        }
        var from = day.atStartOfDay(ZONE).toInstant();
        var to = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        var shown = town.getBean(Availability.class).slots(offer, from, to).stream()
                .map(Slot::start)
                .collect(Collectors.toSet());
        var fewest = offer.arrangement() instanceof Table table ? table.fewest() : 1;
        var expected = starts(offer, day).stream()
                .filter(wish -> model.fits(offer, new Wish(wish.start(), null, fewest, null), null))
                .map(Wish::start)
                .collect(Collectors.toSet());
        assertThat(shown).as(said + offer.title().en() + " on " + day).isEqualTo(expected);
    }

    private List<Wish> starts(Offer offer, LocalDate day) {
        var midnight = day.atStartOfDay(ZONE).toInstant();
        if (offer.isWalkIn()) {
            return List.of(Wish.at(midnight, 1));
        }
        var every = offer.arrangement() instanceof Session
                ? 30
                : (int) town.getBean(Packs.class)
                        .get(offer.pack(), offer.packVersion())
                        .mode(offer.mode())
                        .startEvery()
                        .toMinutes();
        return IntStream.range(0, 1_440 / every)
                .mapToObj(step -> Wish.at(midnight.plus(Duration.ofMinutes((long) step * every)), 1))
                .toList();
    }
}
