package org.townloop.loop.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.WalkIn;
import tools.jackson.databind.json.JsonMapper;

/** Salons with offers and reviews, all different, the same for the same seed but for their ids. */
class RandomTown {

    private static final Instant THEN = Instant.parse("2026-09-01T00:00:00Z");
    private static final List<Words> NAMES = List.of(
            Words.of("Tongxin Hair", "同心美发"),
            Words.of("Café Renée Hair", "蕾妮理发店"),
            Words.of("Old Bridge Barber", "老桥理发"),
            Words.of("Willow Beauty", "柳溪美容美发"),
            Words.of("Bell Street Nails", "钟楼美甲"),
            new Words(null, "阿强发廊"),
            new Words("The Barber", null));
    private static final List<Words> TITLES = List.of(
            Words.of("Haircut", "剪发"),
            Words.of("Men's trim and shave", "男士修剪与剃须"),
            Words.of("Perm for long hair", "长发烫发"),
            Words.of("Colouring", "染发"),
            Words.of("Scalp treatment", "头皮护理"),
            Words.of("Children's cut", "儿童剪发"));
    private static final List<String> ADDRESSES = List.of("钟楼街 12 号", "桥头路5号", "Bell Street 7", "柳溪大道 100 号");

    private final Random random;
    private final Offers offers;
    private final Reviews reviews;

    RandomTown(Random random, Offers offers, Reviews reviews) {
        this.random = random;
        this.offers = offers;
        this.reviews = reviews;
    }

    void build(int salons) {
        for (int i = 0; i < salons; i++) {
            var salon = TestSalon.with(1 + random.nextInt(3), 1 + random.nextInt(2));
            furnish(salon);
            if (random.nextInt(4) == 0) {
                feed(salon.asRestaurant());
                continue;
            }
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                review(write(salon));
            }
        }
    }

    private void furnish(TestSalon salon) {
        var json = JsonMapper.builder().build();
        TestTown.jdbc()
                .sql("""
                    update merchant.place
                    set name = ?::jsonb, address = jsonb_build_object('zh', ?::text), lat = ?, lon = ?
                    where region_id = ? and id = ?
                    """)
                .params(
                        json.writeValueAsString(one(NAMES)),
                        one(ADDRESSES),
                        30.27 + random.nextGaussian() / 100,
                        119.72 + random.nextGaussian() / 100,
                        salon.region().number(),
                        salon.place().value())
                .update();
        if (random.nextInt(3) == 0) {
            salon.open("13:00", "21:30");
        }
        if (random.nextInt(4) == 0) {
            salon.closedOn("2026-11-27");
        }
    }

    /** A restaurant: some days are blocked, and of one of its menus tomorrow is sold out. */
    private void feed(TestSalon house) {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            var blocked = random.nextBoolean() ? Set.of(LocalDate.of(2026, 11, 28)) : Set.<LocalDate>of();
            if (offers.write(house.setMenu(new WalkIn(1 + random.nextInt(9), 1 + random.nextInt(30), null, blocked)))
                    instanceof Outcome.Done<Offer>(var menu)) {
                review(menu);
                if (random.nextInt(3) == 0) {
                    sellOut(menu, LocalDate.of(2026, 11, 27));
                }
            }
        }
    }

    private static void sellOut(Offer menu, LocalDate day) {
        TestTown.jdbc()
                .sql("""
                    insert into booking.day_claim (region_id, order_id, line, offer_id, day, place_id, units)
                    values (?, ?, 1, ?, ?, ?, ?)
                    """)
                .params(
                        menu.region().number(),
                        Ids.next(menu.region(), THEN),
                        menu.id().value(),
                        day,
                        menu.place().value(),
                        Objects.requireNonNull(menu.walkIn()).dailyCapacity())
                .update();
    }

    private Offer write(TestSalon salon) {
        var usual = salon.haircut();
        var offer = new NewOffer(
                null,
                usual.place(),
                usual.pack(),
                one(TITLES),
                random.nextBoolean() ? usual.description() : Words.NONE,
                Money.of(100L * (10 + random.nextInt(390)), "CNY"),
                Duration.ofMinutes(15L * (1 + random.nextInt(8))),
                Duration.ZERO,
                Duration.ZERO,
                usual.resourceKind(),
                JsonMapper.builder().build().readTree(attributes()),
                Set.of(one(salon.staff())),
                random.nextInt(10) > 0);
        return switch (offers.write(offer)) {
            case Outcome.Done(var written) -> written;
            case Outcome.Refused(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private String attributes() {
        return "{\"services\": [%s], \"quiet\": %s, \"experienceYears\": %d}"
                .formatted(
                        one(List.of("\"cut\"", "\"cut\", \"wash\"", "\"perm\"", "\"colour\", \"wash\", \"cut\"")),
                        random.nextBoolean(),
                        random.nextInt(40));
    }

    private void review(Offer offer) {
        for (int i = random.nextInt(4); i > 0; i--) {
            var resident = new PersonId(Ids.next(offer.region(), THEN));
            var visit = visit(offer, resident);
            var actor = new Actor(resident, "Lin", offer.region(), Locale.ENGLISH, List.of());
            assert reviews.write(actor, visit, 1 + random.nextInt(5), null) instanceof Outcome.Done<?>;
        }
    }

    /** A visit that happened. */
    static UUID visit(Offer offer, PersonId resident) {
        var id = Ids.next(offer.region(), THEN);
        TestTown.jdbc()
                .sql("""
                    insert into visit.visit (region_id, id, order_id, voucher_id, place_id, offer_id, resident_id, visited_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(
                        offer.region().number(),
                        id,
                        Ids.next(offer.region(), THEN),
                        Ids.next(offer.region(), THEN),
                        offer.place().value(),
                        offer.id().value(),
                        resident.value(),
                        THEN.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
