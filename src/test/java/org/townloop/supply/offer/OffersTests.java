package org.townloop.supply.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Words;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.pack.PackReason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SupplyTest
class OffersTests {

    private final Offers offers;
    private final TestSalon salon = TestSalon.with(2, 2);

    private final TestClock clock;

    OffersTests(Offers offers, TestClock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Test
    void whatWasWrittenIsSold() {
        var offer = written(salon.haircut());
        assertThat(offer.version()).isEqualTo(1);
        assertThat(offer.merchant()).isEqualTo(salon.merchant());
        assertThat(offer.packVersion()).isEqualTo(4);
        assertThat(offer.staff()).isEqualTo(Set.copyOf(salon.staff()));
        assertThat(offers.get(offer.id())).isEqualTo(offer);
        assertThat(offers.get(offer.id(), 1)).isEqualTo(offer);
        assertThat(offers.at(salon.place())).containsExactly(offer);
        assertThat(offers.get(List.of(offer.id(), new OfferId(salon.order())))).containsOnlyKeys(offer.id());
    }

    @Test
    void aNewPriceIsANewVersionAndTheOldOneStays() {
        var first = written(salon.haircut());
        var dearer = change(salon.haircut(), first.id(), Money.of(15_800, "CNY"), true);
        var second = written(dearer);
        assertThat(second.version()).isEqualTo(2);
        assertThat(offers.get(first.id()).price()).isEqualTo(Money.of(15_800, "CNY"));
        assertThat(offers.get(first.id(), 1).price()).isEqualTo(Money.of(12_800, "CNY"));
    }

    /** Whoever asks for another price, or a deposit, has not said anew how the service is. */
    @Test
    void aNewPriceDoesNotMakeWhatWasStatedYounger() {
        clock.set(TestClock.START);
        var first = written(salon.haircut());
        clock.move(Duration.ofDays(40));
        var dearer = written(change(salon.haircut(), first.id(), Money.of(15_800, "CNY"), true));
        assertThat(offers.statedSince(dearer)).isEqualTo(TestClock.START);
        clock.move(Duration.ofDays(40));
        var other = written(new Draft(change(salon.haircut(), first.id(), Money.of(15_800, "CNY"), true))
                .attributes("{\"services\": [\"cut\"]}")
                .offer());
        assertThat(offers.statedSince(other)).isEqualTo(TestClock.START.plus(Duration.ofDays(80)));
    }

    @Test
    void whatIsWithdrawnIsNotSoldButKnown() {
        var offer = written(salon.haircut());
        written(change(salon.haircut(), offer.id(), offer.price(), false));
        assertThat(offers.at(salon.place())).isEmpty();
        assertThat(offers.get(offer.id()).active()).isFalse();
    }

    @Test
    void everyOfferThatIsSoldIsGivenOnce() {
        var here =
                List.of(written(salon.haircut()).id(), written(salon.haircut()).id());
        var seen = new ArrayList<OfferId>();
        offers.forEach(1, batch -> batch.forEach(offer -> seen.add(offer.id())));
        assertThat(seen).containsAll(here).doesNotHaveDuplicates();
    }

    @Test
    void aChangeIsToldOf() {
        var offer = written(salon.haircut());
        var told = TestTown.jdbc()
                .sql("select payload ->> 'place' from kernel.event where type = 'OfferChanged' and subject = ?")
                .param(offer.id().value())
                .query(String.class)
                .list();
        assertThat(told).containsExactly(salon.place().value().toString());
    }

    @Test
    void whatIsWrongIsRefusedByItsField() {
        assertRefused(OfferReason.TITLE_MISSING, "title", it -> it.title(new Words(" ", null)));
        assertRefused(OfferReason.TITLE_TOO_LONG, "title", it -> it.title(Words.of("x".repeat(121), "剪")));
        assertRefused(OfferReason.PRICE_NEGATIVE, "price", it -> it.price(Money.of(-1, "CNY")));
        assertRefused(OfferReason.PRICE_IN_OTHER_CURRENCY, "price", it -> it.price(Money.of(100, "USD")));
        assertRefused(OfferReason.DURATION_INVALID, "duration", it -> it.duration(Duration.ofMinutes(42)));
        assertRefused(OfferReason.DURATION_INVALID, "duration", it -> it.duration(Duration.ZERO));
        assertRefused(OfferReason.DURATION_INVALID, "duration", it -> it.duration(Duration.ofSeconds(3_601)));
        assertRefused(OfferReason.DURATION_INVALID, "duration", it -> it.duration(Duration.ofHours(25)));
        assertRefused(OfferReason.BUFFER_INVALID, "bufferAfter", it -> it.bufferAfter(Duration.ofMinutes(-5)));
        assertRefused(OfferReason.RESOURCE_KIND_UNKNOWN, "resourceKind", it -> it.resourceKind("bathtub"));
        assertRefused(OfferReason.STAFF_MISSING, "staff", it -> it.staff(Set.of()));
        assertRefused(OfferReason.STAFF_NOT_HERE, "staff", it -> it.staff(Set.of(new StaffId(salon.order()))));
        assertRefused(PackReason.ATTRIBUTE_MISSING, "attributes.services", it -> it.attributes("{}"));
        assertThat(offers.at(salon.place())).isEmpty();
    }

    @Test
    void aListingSellsNothing() {
        TestTown.jdbc()
                .sql("update merchant.place set merchant_id = null where id = ?")
                .param(salon.place().value())
                .update();
        assertRefused(OfferReason.PLACE_IS_LISTING, "place", it -> it);
    }

    @Test
    void anOfferOfAnotherPlaceCannotBeRewrittenFromHere() {
        var other = written(TestSalon.with(1, 1).haircut());
        var stolen = change(salon.haircut(), other.id(), other.price(), true);
        assertThatThrownBy(() -> offers.write(stolen)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> offers.get(new OfferId(Ids.next(TestSalon.SHANGHAI, Instant.now()))))
                .isInstanceOf(Absent.class);
    }

    private Offer written(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var done) -> done;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private void assertRefused(Reason reason, String field, UnaryOperator<Draft> change) {
        switch (offers.write(change.apply(new Draft(salon.haircut())).offer())) {
            case Outcome.Done<Offer> done -> throw new AssertionError(done);
            case Outcome.Refused<Offer>(var refusal) -> {
                assertThat(refusal.reason()).isEqualTo(reason);
                assertThat(refusal.field()).isEqualTo(field);
            }
        }
    }

    private static NewOffer change(NewOffer offer, OfferId id, Money price, boolean active) {
        return new NewOffer(
                id,
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                price,
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                active);
    }

    /** An offer with one thing changed. */
    private record Draft(NewOffer offer) {

        Draft title(Words title) {
            return with(title, offer.price(), offer.duration(), offer.bufferAfter(), offer.resourceKind());
        }

        Draft price(Money price) {
            return with(offer.title(), price, offer.duration(), offer.bufferAfter(), offer.resourceKind());
        }

        Draft duration(Duration duration) {
            return with(offer.title(), offer.price(), duration, offer.bufferAfter(), offer.resourceKind());
        }

        Draft bufferAfter(Duration buffer) {
            return with(offer.title(), offer.price(), offer.duration(), buffer, offer.resourceKind());
        }

        Draft resourceKind(String kind) {
            return with(offer.title(), offer.price(), offer.duration(), offer.bufferAfter(), kind);
        }

        Draft staff(Set<StaffId> staff) {
            return new Draft(rest(offer.attributes(), staff));
        }

        Draft attributes(String json) {
            return new Draft(rest(JsonMapper.builder().build().readTree(json), offer.staff()));
        }

        private Draft with(Words title, Money price, Duration duration, Duration after, @Nullable String kind) {
            return new Draft(new NewOffer(
                    offer.id(),
                    offer.place(),
                    offer.pack(),
                    title,
                    offer.description(),
                    price,
                    duration,
                    offer.bufferBefore(),
                    after,
                    kind,
                    offer.attributes(),
                    offer.staff(),
                    true));
        }

        private NewOffer rest(JsonNode attributes, Set<StaffId> staff) {
            return new NewOffer(
                    offer.id(),
                    offer.place(),
                    offer.pack(),
                    offer.title(),
                    offer.description(),
                    offer.price(),
                    offer.duration(),
                    offer.bufferBefore(),
                    offer.bufferAfter(),
                    offer.resourceKind(),
                    attributes,
                    staff,
                    true);
        }
    }
}
