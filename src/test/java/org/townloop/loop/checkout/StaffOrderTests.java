package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** Orders that staff take for somebody who telephones or stands there. */
@TownTest
class StaffOrderTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    GuestPayments guestPayments;

    @Autowired
    Offers offers;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    GuestOrders guests;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Orders orders;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Audit audit;

    @Autowired
    People people;

    @Autowired
    Contacts contacts;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private TestSalon salon;
    private OfferId haircut;
    private Actor staff;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        salon = TestSalon.with(3, 3);
        haircut = new OfferId(
                offers.write(salon.haircut()) instanceof Outcome.Done<Offer>(var offer)
                        ? offer.id().value()
                        : new UUID(0, 0));
        staff = counterOf(salon);
    }

    @Test
    void whatIsPaidAtTheShopIsBookedAtOnceAndNoMoneyOfItIsInTheBooks() {
        var taken = done(staffOrders.take(staff, wanted("", "", Pays.SHOP), "k1"));
        assertThat(taken.secret()).isNull();
        var order = taken.order();
        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(vouchers.of(order.id())).allMatch(voucher -> voucher.value().isZero());
        assertThat(done(staffOrders.take(staff, wanted("", "", Pays.SHOP), "k1"))
                        .order()
                        .id())
                .isEqualTo(order.id());

        List<ScanAnswer> had = done(staffOrders.had(staff, order.id()));
        assertThat(had).extracting(ScanAnswer::outcome).containsExactly(ScanOutcome.REDEEMED);
        assertThat(orders.get(order.id()).state()).isEqualTo(OrderState.SETTLED);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasPaidAtTheShopIsCalledOffWithoutMoney() {
        var order =
                done(staffOrders.take(staff, wanted("", "", Pays.SHOP), "k1")).order();
        var resident = people.actor(order.resident()).orElseThrow();
        assertThat(checkouts.cancelQuote(order).orElseThrow().refund().isZero()).isTrue();
        done(checkouts.cancel(resident, order.id(), "c"));
        assertThat(orders.get(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aLinkOpensItsOrderUntilItIsPaidOrTwoHoursAreOver() throws IOException {
        var taken = done(staffOrders.take(staff, wanted("Mrs. Lin", "", Pays.ESCROW), "k1"));
        var order = taken.order();
        assertThat(order.holdExpiresAt()).isEqualTo(clock.instant().plus(StaffOrders.LINK_KEPT));
        var secret = String.valueOf(taken.secret());
        assertThat(guests.behind(secret)).map(linked -> linked.order().id()).contains(order.id());
        assertThat(guests.behind(secret + "x")).isEmpty();

        var intent = done(guestPayments.pay(order, null, "sandbox", "http://localhost/", "p"));
        var client = new LoopClient(port);
        client.press(String.valueOf(intent.redirectUrl()), "succeed");
        await().until(() -> orders.get(order.id()).state() == OrderState.PAID);
        assertThat(audit.run()).isEqualTo(before);

        var late =
                done(staffOrders.take(staff, wanted("", "", Pays.ESCROW), "k2")).order();
        clock.move(StaffOrders.LINK_KEPT);
        checkouts.expire(100);
        assertThat(orders.get(late.id()).state()).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    void aTypedContactJoinsNobodysAccountAndTellsTheStaffNothing() {
        var owner = people.create(salon.region(), "Lin Dai", Locale.ENGLISH).id();
        contacts.note(owner, new Contact(Contact.Kind.PHONE, "+8613800138123"));
        TestTown.jdbc()
                .sql("update identity.contact set verified_at = now() where person_id = ?")
                .param(owner.value())
                .update();
        var known = done(staffOrders.take(staff, wanted("", "138 0013 8123", Pays.SHOP), "k1"));
        var unknown = done(staffOrders.take(staff, wanted("", "+86 13800138124", Pays.SHOP), "k2"));
        assertThat(known.order().resident()).isNotEqualTo(owner);
        assertThat(orders.of(owner, 10)).isEmpty();
        assertThat(people.get(known.order().resident()).name())
                .isEqualTo(people.get(unknown.order().resident()).name());
        assertThat(contacts.of(known.order().resident()))
                .as("the guest is written to there")
                .containsExactly(new Contact(Contact.Kind.PHONE, "+8613800138123"));
        var wrong = staffOrders.take(staff, wanted("", "12", Pays.SHOP), "k3");
        assertThat(wrong)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().field()).isEqualTo("contact"));
    }

    @Test
    void aGuestsNameIsTurnedByNothing() {
        assertThat(staffOrders.take(staff, wanted("Lin\u202Enil", "", Pays.SHOP), "k1"))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nobodyTakesOrdersForAnotherPlace() {
        var stranger = counterOf(TestSalon.with(1, 1));
        assertThatThrownBy(() -> staffOrders.take(stranger, wanted("", "", Pays.SHOP), "k1"))
                .isInstanceOf(Absent.class);
    }

    private StaffOrder wanted(String name, String contact, Pays pays) {
        return new StaffOrder(salon.place(), new HoldOrder(haircut, THREE, 1, Map.of()), name, contact, pays);
    }

    private static Actor counterOf(TestSalon salon) {
        return new Actor(
                new PersonId(TestPeople.counterOf(salon).id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER, salon.region(), null, salon.place().value())));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
