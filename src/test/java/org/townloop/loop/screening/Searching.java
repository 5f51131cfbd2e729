package org.townloop.loop.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.merchant.listing.Import;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.json.JsonMapper;

/** A salon of its own, and the search as its guests use it. */
@TownTest
abstract class Searching {

    @Autowired
    Screening screening;

    @Autowired
    QueryReader reader;

    @Autowired
    Offers offers;

    @Autowired
    Bookings bookings;

    @Autowired
    Reviews reviews;

    @Autowired
    Import imports;

    @Autowired
    Atomically atomically;

    @Autowired
    TestClock clock;

    TestSalon salon;
    Offer haircut;

    @BeforeEach
    void aSalonWithOneChair() {
        clock.set(TestClock.START);
        salon = TestSalon.with(1, 1);
        haircut = write(salon.haircut());
    }

    NewOffer with(String attributes) {
        var usual = salon.haircut();
        return new NewOffer(
                null,
                usual.place(),
                usual.pack(),
                usual.title(),
                usual.description(),
                usual.price(),
                usual.duration(),
                usual.bufferBefore(),
                usual.bufferAfter(),
                usual.resourceKind(),
                JsonMapper.shared().readTree(attributes),
                usual.staff(),
                true);
    }

    NewOffer changed(NewOffer offer, long priceMinor, boolean active) {
        return new NewOffer(
                offer.id(),
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                Money.of(priceMinor, "CNY"),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                active);
    }

    NewOffer changed(Offer offer, long priceMinor, boolean active) {
        var usual = salon.haircut();
        return changed(
                new NewOffer(
                        offer.id(),
                        usual.place(),
                        usual.pack(),
                        usual.title(),
                        usual.description(),
                        usual.price(),
                        usual.duration(),
                        usual.bufferBefore(),
                        usual.bufferAfter(),
                        usual.resourceKind(),
                        usual.attributes(),
                        usual.staff(),
                        true),
                priceMinor,
                active);
    }

    Offer write(NewOffer offer) {
        return value(offers.write(offer));
    }

    void hold(String start) {
        var request = new HoldRequest(
                salon.order(),
                1,
                haircut,
                Wish.at(Instant.parse(start), 1),
                clock.instant().plus(Duration.ofMinutes(10)));
        value(atomically.run(() -> bookings.hold(List.of(request))));
    }

    void review(int rating) {
        var resident = new PersonId(Ids.next(salon.region(), clock.instant()));
        var visit = RandomTown.visit(haircut, resident);
        value(reviews.write(new Actor(resident, "Lin", salon.region(), Locale.CHINA, List.of()), visit, rating, null));
    }

    String place() {
        return salon.place().value().toString();
    }

    /** Among the offers of the salon. */
    Results here(String... parameters) {
        var named = new ArrayList<>(List.of(parameters));
        named.addAll(List.of("place", place()));
        return find(named.toArray(String[]::new));
    }

    Results find(String... parameters) {
        return value(screening.find(value(reader.read(named(parameters)))));
    }

    Object refusal(String... parameters) {
        return switch (screening.find(value(reader.read(named(parameters))))) {
            case Outcome.Refused(var refusal) -> refusal.reason();
            case Outcome.Done(var results) -> results;
        };
    }

    static Map<String, List<String>> named(String... parameters) {
        var named = new HashMap<String, List<String>>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], List.of(parameters[i + 1]));
        }
        return named;
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done(var value) -> value;
            case Outcome.Refused(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }
}
