package org.townloop.supply.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.Crew;

/** Offers in the hands of those who run the place, and of those who do not. */
@SupplyTest
class OfferDeskTests {

    private final OfferDesk desk;
    private final Offers offers;
    private final Crew crew;
    private final People people;
    private final TestSalon salon = TestSalon.with(1, 1);

    OfferDeskTests(OfferDesk desk, Offers offers, Crew crew, People people) {
        this.desk = desk;
        this.offers = offers;
        this.crew = crew;
        this.people = people;
    }

    @Test
    void aChangeIsANewVersionAndWhatWasSoldKeepsItsOwn() {
        var owner = runs(salon);
        var first = done(desk.write(owner, salon.haircut(), null));
        var dearer = done(desk.write(owner, priced(first, 15_800), 1));
        assertThat(dearer.version()).isEqualTo(2);
        assertThat(offers.get(first.id(), 1).price()).isEqualTo(Money.of(12_800, "CNY"));
    }

    @Test
    void ofTwoTabsThatSaveTheSameVersionOneIsTold() {
        var owner = runs(salon);
        var first = done(desk.write(owner, salon.haircut(), null));
        var answers = Race.of(6, hand -> desk.write(owner, priced(first, 10_000 + hand), 1));
        assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(offers.get(first.id()).version()).isEqualTo(2);
        refused(OfferReason.OFFER_CHANGED_MEANWHILE, desk.write(owner, priced(first, 9_900), 1));
    }

    @Test
    void takingOffSaleAndPuttingOnAgainNeedsNoVersion() {
        var owner = runs(salon);
        var offer = done(desk.write(owner, salon.haircut(), null));
        assertThat(done(desk.setOnSale(owner, offer.id(), false)).active()).isFalse();
        assertThat(offers.at(salon.place())).isEmpty();
        assertThat(desk.all(owner, salon.place())).hasSize(1);
        assertThat(done(desk.setOnSale(owner, offer.id(), true)).version()).isEqualTo(1);
    }

    @Test
    void whatNobodyIsLeftToDoIsNotPutOnSale() {
        var owner = runs(salon);
        var offer = done(desk.write(owner, salon.haircut(), null));
        done(desk.setOnSale(owner, offer.id(), false));
        done(crew.remove(owner, salon.place(), salon.staff().getFirst()));
        refused(OfferReason.STAFF_MISSING, desk.setOnSale(owner, offer.id(), true));
    }

    @Test
    void nobodyTouchesTheOffersOfOthers() {
        var offer = done(desk.write(runs(salon), salon.haircut(), null));
        var other = runs(TestSalon.with(1, 1));
        assertThatThrownBy(() -> desk.get(other, offer.id())).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> desk.write(other, salon.haircut(), null)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> desk.setOnSale(other, offer.id(), false)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> desk.all(other, salon.place())).isInstanceOf(Absent.class);
        assertThat(offers.get(offer.id()).active()).isTrue();
    }

    private NewOffer priced(Offer offer, long minor) {
        var haircut = salon.haircut();
        return new NewOffer(
                offer.id(),
                haircut.place(),
                haircut.pack(),
                haircut.title(),
                haircut.description(),
                Money.of(minor, "CNY"),
                haircut.duration(),
                haircut.bufferBefore(),
                haircut.bufferAfter(),
                haircut.resourceKind(),
                haircut.attributes(),
                haircut.staff(),
                true);
    }

    private Actor runs(TestSalon place) {
        return people.actor(new PersonId(TestPeople.merchantOf(place).id())).orElseThrow();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static void refused(Reason reason, Outcome<?> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }
}
