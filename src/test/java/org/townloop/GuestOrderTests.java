package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.checkout.StaffOrder;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Who is shown what of an order that staff took, and who may say that it is theirs. */
@TownTest
class GuestOrderTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final String TICKET = "class=\"ticket";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Orders orders;

    @Autowired
    People people;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String mail = UUID.randomUUID() + "@example.com";
    private TestSalon salon;
    private OfferId haircut;
    private TestPeople counter;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        salon = TestSalon.with(3, 3);
        haircut = done(offers.write(salon.haircut())).id();
        counter = TestPeople.counterOf(salon);
    }

    @Test
    void theVoucherIsTheGuestsAndTheStaffSeeThatItIsPaid() throws IOException {
        var taken = taken(Pays.ESCROW);
        var handed = "/pay/" + taken.secret();
        var written = link(1);
        assertThat(written).isNotEqualTo(handed);

        var browser = PageClient.visitor(port);
        var form = browser.get(handed);
        assertThat(form.words()).contains("keeps this for you");
        var paying = browser.post(handed, form, Map.of("gateway", "sandbox", "key", "k"));
        new LoopClient(port).press(paying.location(), "succeed");
        await().until(() -> orders.get(taken.order().id()).state() == OrderState.PAID);

        assertThat(browser.get(handed).body()).as("where it was paid").contains(TICKET);
        assertThat(PageClient.visitor(port).get(written).body())
                .as("from the guest's letter")
                .contains(TICKET);
        assertThat(PageClient.visitor(port).get(handed).body())
                .as("any other browser")
                .doesNotContain(TICKET)
                .contains("Paid");
        var staff = PageClient.of(port, counter);
        for (var link : List.of(handed, written)) {
            assertThat(staff.get(link).body()).as("those who work there").doesNotContain(TICKET);
        }
        assertThat(link(2)).as("the confirmation leads there too").isEqualTo(written);
    }

    @Test
    void noSecretStandsInTheDatabase() {
        var taken = taken(Pays.ESCROW);
        var written = link(1).substring("/pay/".length());
        for (var secret : List.of(String.valueOf(taken.secret()), written)) {
            assertThat(Haystack.tablesWith(secret)).isEmpty();
            assertThat(Haystack.tablesWith(secret.substring(0, 8))).isEmpty();
        }
        var canary = taken.order().id().value().toString();
        assertThat(Haystack.tablesWith(canary))
                .as("the search finds what is there")
                .contains("ordering.pay_link");
    }

    @Test
    void aLinkEndsWithItsOrderAndSaysSo() throws IOException {
        var late = taken(Pays.ESCROW);
        var letters = link(1);
        clock.move(StaffOrders.LINK_KEPT);
        var browser = PageClient.visitor(port);
        for (var link : List.of("/pay/" + late.secret(), letters)) {
            var over = browser.get(link);
            assertThat(over.status()).as("before it is tidied up").isEqualTo(410);
            assertThat(over.words())
                    .contains("The time to pay was over", "Nothing was charged")
                    .doesNotContain("¥");
        }
        checkouts.expire(100);
        assertThat(browser.get("/pay/" + late.secret()).status()).isEqualTo(410);
    }

    @Test
    void whatWasUsedIsOverBehindItsLinkToo() throws IOException {
        var browser = PageClient.visitor(port);
        var shop = taken(Pays.SHOP).order();
        var written = link(1);
        assertThat(browser.get(written).body()).contains(TICKET);
        staffOrders.had(staff(), shop.id());
        var used = browser.get(written);
        assertThat(used.status()).isEqualTo(410);
        assertThat(used.words()).contains("The order has been used");
        assertThat(used.body()).doesNotContain(TICKET);
    }

    @Test
    void whoHasProvedTheContactIsAskedAndMayTakeIt() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        var order = taken(Pays.SHOP).order();
        var written = link(1);
        assertThat(orders.of(new PersonId(lin.id()), 10))
                .as("unasked it is a guest's")
                .isEmpty();

        var stranger = PageClient.of(port, TestPeople.resident(salon.region()));
        var seen = stranger.get(written);
        assertThat(seen.words()).contains("You are signed in as somebody else").doesNotContain("It is mine");
        assertThat(stranger.post(written + "/mine", seen, Map.of()).status()).isEqualTo(404);

        var hers = PageClient.of(port, lin);
        var asked = hers.get(written);
        assertThat(asked.words()).contains("It is mine", "It is not mine");
        assertThat(hers.follow(hers.post(written + "/mine", asked, Map.of())).body())
                .contains(TICKET);
        assertThat(orders.get(order.id()).resident()).isEqualTo(new PersonId(lin.id()));
        assertThat(PageClient.visitor(port).get(written).status())
                .as("the letter's link opens nothing any more")
                .isEqualTo(404);
    }

    @Test
    void whoseItIsNotIsWrittenToNoMore() throws IOException {
        var order = taken(Pays.ESCROW).order();
        var written = link(1);
        var browser = PageClient.visitor(port);
        var page = browser.get(written);
        assertThat(browser.follow(browser.post(written + "/not-mine", page, Map.of()))
                        .words())
                .contains("Nothing more will be sent to you");
        assertThat(contacts.of(order.resident())).isEmpty();
        assertThat(browser.get(written).status()).isEqualTo(404);
    }

    @Test
    void theLinkThatStaffHandOverLetsNobodyTakeTheOrder() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        var taken = taken(Pays.ESCROW);
        var hers = PageClient.of(port, lin);
        var handed = "/pay/" + taken.secret();
        var page = hers.get(handed);
        assertThat(page.words()).doesNotContain("Is this yours?");
        for (var answer : List.of("/mine", "/not-mine")) {
            assertThat(hers.post(handed + answer, page, Map.of()).status()).isEqualTo(404);
        }
    }

    private StaffOrder.Taken taken(Pays pays) {
        var wish = new HoldOrder(haircut, THREE, 1, Map.of());
        return done(staffOrders.take(
                staff(),
                new StaffOrder(salon.place(), wish, "", mail, pays),
                UUID.randomUUID().toString()));
    }

    private Actor staff() {
        return people.actor(new PersonId(counter.id())).orElseThrow();
    }

    private void prove(TestPeople person) {
        contacts.note(new PersonId(person.id()), new Contact(Contact.Kind.MAIL, mail));
        jdbc.sql("update identity.contact set verified_at = now() where person_id = ?")
                .param(person.id())
                .update();
    }

    /** The path in the letter that was delivered as the so-manieth. */
    private String link(int count) {
        var bodies = await().until(
                        () -> jdbc.sql("select body from sandbox.message where recipient = ? order by at, id")
                                .param(mail)
                                .query(String.class)
                                .list(),
                        found -> found.size() >= count);
        var link = Pattern.compile("/pay/[A-Za-z0-9_-]{20,}").matcher(bodies.get(count - 1));
        assertThat(link.find()).as(bodies.get(count - 1)).isTrue();
        return link.group();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
