package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.supply.merchant.Signup.done;
import static org.townloop.supply.merchant.Signup.refused;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.OfferDesk;

@SupplyTest
class MerchantsTests {

    private final Merchants merchants;
    private final Places places;
    private final OfferDesk offers;
    private final Gate gate;
    private final Signup town;

    MerchantsTests(Merchants merchants, Places places, OfferDesk offers, Gate gate, People people) {
        this.merchants = merchants;
        this.places = places;
        this.offers = offers;
        this.gate = gate;
        this.town = new Signup(people);
    }

    @Test
    void whoOpensAMerchantRunsItAtOnceAndIsNotPaidYet() {
        var somebody = town.somebody();
        var opened = done(merchants.open(somebody, key(), Signup.hairdressers()));
        var place = places.get(new PlaceId(opened.place()));
        assertThat(PlaceFacts.of(place)).isEqualTo(Signup.FACTS);
        assertThat(place.merchant()).isEqualTo(new MerchantId(opened.merchant()));
        assertThat(gate.allows(town.again(somebody), Right.RUN_PLACE, scope(opened)))
                .isTrue();
        assertThat(gate.allows(somebody, Right.RUN_PLACE, scope(opened))).isFalse();
        assertThat(merchants.payable(new MerchantId(opened.merchant()))).isFalse();
        assertThat(merchants.unverified(Set.of(place.id()))).containsExactly(place.id());
    }

    @Test
    void theSameKeyOpensOneMerchantHoweverOftenItIsSent() {
        var somebody = town.somebody();
        var key = key();
        var opened = Race.of(8, hand -> done(merchants.open(somebody, key, Signup.hairdressers())));
        assertThat(Set.copyOf(opened)).hasSize(1);
    }

    @Test
    void factsThatCannotBeAreRefusedWithTheirField() {
        var somebody = town.somebody();
        refused(
                MerchantReason.NAME_MISSING,
                open(somebody, facts(Words.of(" \u200b", ""), Signup.FACTS.address(), null)));
        refused(
                MerchantReason.NAME_TOO_LONG,
                open(somebody, facts(Words.of("a".repeat(61), ""), Signup.FACTS.address(), null)));
        refused(MerchantReason.ADDRESS_MISSING, open(somebody, facts(Signup.FACTS.name(), Words.NONE, null)));
        refused(
                MerchantReason.PHONE_INVALID,
                open(somebody, facts(Signup.FACTS.name(), Signup.FACTS.address(), "<b>")));
        refused(
                MerchantReason.TRADE_NOT_BOOKABLE,
                merchants.open(somebody, key(), new NewPlace(TestSalon.SHANGHAI, "museum", Signup.FACTS)));
        assertThat(TestTown.jdbc()
                        .sql("select count(*) from merchant.merchant where opened_by = ?")
                        .param(somebody.person().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void namesLoseWhatIsNotSeen() {
        var opened = done(open(
                town.somebody(),
                facts(Words.of("Lin\u202e\u200b's\n Hair ", ""), Signup.FACTS.address(), " 0571 88 ")));
        var place = places.get(new PlaceId(opened.place()));
        assertThat(place.name()).isEqualTo(new Words("Lin's Hair", null));
        assertThat(place.phone()).isEqualTo("0571 88");
    }

    @Test
    void anOperatorVerifiesOnceAndNobodyElseMay() {
        var somebody = town.somebody();
        var merchant = new MerchantId(
                done(merchants.open(somebody, key(), Signup.hairdressers())).merchant());
        assertThatThrownBy(() -> merchants.verify(town.again(somebody), merchant))
                .isInstanceOf(Absent.class);
        var operator = town.operator();
        assertThat(merchants.waiting(Set.of(TestSalon.SHANGHAI), 1_000))
                .extracting(waiting -> waiting.merchant().id())
                .contains(merchant);
        done(merchants.verify(operator, merchant));
        assertThat(merchants.payable(merchant)).isTrue();
        refused(MerchantReason.ALREADY_DECIDED, merchants.verify(operator, merchant));
        refused(MerchantReason.ALREADY_DECIDED, merchants.refuse(operator, merchant, "too late"));
        assertThat(audited(merchant)).isEqualTo(1);
    }

    @Test
    void nobodyVerifiesThemselves() {
        var operator = town.operator();
        var merchant = new MerchantId(
                done(merchants.open(operator, key(), Signup.hairdressers())).merchant());
        refused(MerchantReason.OWN_MERCHANT, merchants.verify(town.again(operator), merchant));
        assertThat(merchants.payable(merchant)).isFalse();
    }

    @Test
    void aRefusedMerchantSellsNothingUntilItHasAskedAgain() {
        var salon = TestSalon.with(1, 1);
        var owner = town.runs(salon);
        var operator = town.operator();
        var offer = done(offers.write(owner, salon.haircut(), null));
        refused(MerchantReason.REASON_MISSING, merchants.refuse(operator, salon.merchant(), " "));
        done(merchants.refuse(operator, salon.merchant(), "The licence names another street."));
        assertThat(offers.get(owner, offer.id()).active()).isFalse();
        refused(MerchantReason.MERCHANT_REFUSED, offers.setOnSale(owner, offer.id(), true));
        refused(MerchantReason.MERCHANT_REFUSED, offers.write(owner, salon.haircut(), null));
        assertThat(places.merchant(salon.merchant()).standing())
                .isInstanceOfSatisfying(
                        Standing.Turned.class,
                        turned -> assertThat(turned.why()).contains("another street"));
        done(merchants.askAgain(owner, salon.merchant()));
        done(offers.setOnSale(owner, offer.id(), true));
        done(merchants.verify(operator, salon.merchant()));
    }

    /** The rule for whatever will pay out; without the constraint (the control) the same row is taken. */
    @Test
    void theDatabaseLetsNobodyPayWhoIsNotVerified() {
        var salon = TestSalon.with(0, 0);
        var owner = new JdbcTemplate(TestTown.owner());
        owner.execute("create table if not exists merchant.payout_try (region_id int, merchant_id uuid,"
                + " payable boolean not null default true check (payable), constraint paid_if_payable foreign key"
                + " (region_id, merchant_id, payable) references merchant.merchant (region_id, id, payable))");
        try {
            assertThatThrownBy(() -> pay(owner, salon)).isInstanceOf(DataIntegrityViolationException.class);
            done(merchants.verify(town.operator(), salon.merchant()));
            pay(owner, salon);
            owner.execute("alter table merchant.payout_try drop constraint paid_if_payable");
            pay(owner, TestSalon.with(0, 0));
        } finally {
            owner.execute("drop table merchant.payout_try");
        }
    }

    private static void pay(JdbcTemplate owner, TestSalon salon) {
        owner.update(
                "insert into merchant.payout_try (region_id, merchant_id) values (?, ?)",
                salon.region().number(),
                salon.merchant().value());
    }

    private Outcome<Merchants.Opened> open(Actor somebody, PlaceFacts facts) {
        return merchants.open(somebody, key(), new NewPlace(TestSalon.SHANGHAI, "hair-and-beauty", facts));
    }

    private static PlaceFacts facts(Words name, Words address, @Nullable String phone) {
        return new PlaceFacts(name, address, new Point(30.27, 119.72), phone);
    }

    private static Scope scope(Merchants.Opened opened) {
        return Scope.place(TestSalon.SHANGHAI, opened.merchant(), opened.place());
    }

    private static int audited(MerchantId merchant) {
        return TestTown.jdbc()
                .sql("select count(*) from identity.audit where action = 'merchant-verified' and subject = ?")
                .param(merchant.value().toString())
                .query(Integer.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
