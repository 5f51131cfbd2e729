package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.supply.merchant.Signup.done;
import static org.townloop.supply.merchant.Signup.refused;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.media.PictureId;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;

@SupplyTest
class TakeOverTests {

    private final TakeOvers takeOvers;
    private final Places places;
    private final Workplaces workplaces;
    private final EvidencePictures evidence;
    private final Signup town;

    TakeOverTests(TakeOvers takeOvers, Places places, Workplaces workplaces, EvidencePictures evidence, People people) {
        this.takeOvers = takeOvers;
        this.places = places;
        this.workplaces = workplaces;
        this.evidence = evidence;
        this.town = new Signup(people);
    }

    @Test
    void aListingIsTheirsOnlyOnceAnOperatorSaysSo() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var somebody = town.somebody();
        var claim = done(takeOvers.ask(somebody, licence(listing)));
        assertThat(places.get(listing).isListing()).isTrue();
        assertThatThrownBy(() -> workplaces.get(town.again(somebody), Right.RUN_PLACE, listing))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> takeOvers.grant(somebody, claim)).isInstanceOf(Absent.class);
        done(takeOvers.grant(town.operator(), claim));
        assertThat(workplaces
                        .get(town.again(somebody), Right.RUN_PLACE, listing)
                        .id())
                .isEqualTo(listing);
        var merchant = Objects.requireNonNull(places.get(listing).merchant());
        assertThat(places.merchant(merchant).standing().isVerified()).isTrue();
    }

    @Test
    void ofManyWhoSayItIsTheirsOneClaimIsOpen() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var rivals = IntStream.range(0, 8).mapToObj(i -> town.somebody()).toList();
        assertThat(Race.of(8, hand -> takeOvers.ask(rivals.get(hand), licence(listing))))
                .filteredOn(Outcome.Done.class::isInstance)
                .hasSize(1);
    }

    /** The control: without the index, rivals do have open claims on one listing. */
    @Test
    void withoutTheIndexSeveralAreOpen() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var owner = new JdbcTemplate(TestTown.owner());
        owner.execute("drop index merchant.take_over_open");
        try {
            for (int i = 0; i < 2; i++) {
                owner.update(
                        "insert into merchant.take_over (region_id, id, place_id, person_id, evidence, words,"
                                + " asked_at, state) values (?, gen_random_uuid(), ?, gen_random_uuid(), 'LICENCE',"
                                + " 'x', now(), 'OPEN')",
                        listing.region().number(),
                        listing.value());
            }
            owner.update("delete from merchant.take_over where place_id = ?", listing.value());
        } finally {
            owner.execute("create unique index take_over_open on merchant.take_over (region_id, place_id)"
                    + " where state = 'OPEN'");
        }
    }

    @Test
    void aPlaceIsGivenAwayOnce() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var claim = done(takeOvers.ask(town.somebody(), licence(listing)));
        var operator = town.operator();
        assertThat(Race.of(6, hand -> takeOvers.grant(operator, claim)))
                .filteredOn(Outcome.Done.class::isInstance)
                .hasSize(1);
        refused(MerchantReason.NOT_A_LISTING, takeOvers.ask(town.somebody(), licence(listing)));
        refused(MerchantReason.ALREADY_DECIDED, takeOvers.refuse(operator, claim, "too late"));
        assertThat(TestTown.jdbc()
                        .sql("select count(*) from merchant.merchant m join merchant.place p on p.merchant_id = m.id"
                                + " where p.id = ?")
                        .param(listing.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRefusalLeavesTheListingForOthersAndSaysWhy() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var somebody = town.somebody();
        var claim = done(takeOvers.ask(somebody, licence(listing)));
        refused(MerchantReason.REASON_MISSING, takeOvers.refuse(town.operator(), claim, ""));
        done(takeOvers.refuse(town.operator(), claim, "Nobody answered."));
        assertThat(takeOvers.of(somebody.person()))
                .singleElement()
                .satisfies(told -> assertThat(told.refusal()).isEqualTo("Nobody answered."));
        done(takeOvers.ask(town.somebody(), licence(listing)));
    }

    @Test
    void evidenceIsAskedFor() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var somebody = town.somebody();
        refused(
                MerchantReason.EVIDENCE_MISSING,
                takeOvers.ask(somebody, new NewTakeOver(listing, TakeOver.Evidence.LICENCE, " ", null)));
        refused(
                MerchantReason.EVIDENCE_PICTURE_MISSING,
                takeOvers.ask(somebody, new NewTakeOver(listing, TakeOver.Evidence.PHOTO, "see there", null)));
        refused(MerchantReason.TRADE_NOT_BOOKABLE, takeOvers.ask(somebody, licence(Signup.listing(places, "museum"))));
        assertThat(takeOvers.waiting(Set.of(TestSalon.SHANGHAI), 1_000))
                .noneMatch(each -> each.person().equals(somebody.person()));
    }

    @Test
    void onlyTheirOwnClaimDoesSomebodyTakeBack() {
        var listing = Signup.listing(places, "hair-and-beauty");
        var somebody = town.somebody();
        var claim = done(takeOvers.ask(somebody, licence(listing)));
        assertThatThrownBy(() -> takeOvers.withdraw(town.somebody(), claim)).isInstanceOf(Absent.class);
        done(takeOvers.withdraw(somebody, claim));
        done(takeOvers.ask(town.somebody(), licence(listing)));
    }

    @Test
    void aPictureIsNeededUntilTheAnswerIsNo() {
        var picture =
                new PictureId(UUID.randomUUID().toString().replace("-", "").repeat(2));
        var photo = new NewTakeOver(
                Signup.listing(places, "hair-and-beauty"), TakeOver.Evidence.PHOTO, "see there", picture.value());
        assertThat(evidence.inUse(Set.of(picture), Set.of())).isEmpty();
        var claim = done(takeOvers.ask(town.somebody(), photo));
        assertThat(evidence.inUse(Set.of(picture), Set.of())).containsExactly(picture);
        done(takeOvers.refuse(town.operator(), claim, "Nothing can be read on it."));
        assertThat(evidence.inUse(Set.of(picture), Set.of())).isEmpty();
        done(takeOvers.grant(town.operator(), done(takeOvers.ask(town.somebody(), photo))));
        assertThat(evidence.inUse(Set.of(picture), Set.of()))
                .as("the proof is kept")
                .containsExactly(picture);
    }

    @Test
    void whatTwoHaveSentIsNeededWithoutTheOne() {
        var picture =
                new PictureId(UUID.randomUUID().toString().replace("-", "").repeat(2));
        var people = List.of(town.somebody(), town.somebody());
        for (var somebody : people) {
            var listing = Signup.listing(places, "hair-and-beauty");
            done(takeOvers.ask(
                    somebody, new NewTakeOver(listing, TakeOver.Evidence.PHOTO, "see there", picture.value())));
        }
        var first = people.getFirst().person();
        assertThat(evidence.inUse(Set.of(picture), Set.of(first))).containsExactly(picture);
        assertThat(evidence.inUse(
                        Set.of(picture), Set.of(first, people.getLast().person())))
                .isEmpty();
    }

    private static NewTakeOver licence(PlaceId listing) {
        return new NewTakeOver(listing, TakeOver.Evidence.LICENCE, "91330100MA27XY1234", null);
    }
}
