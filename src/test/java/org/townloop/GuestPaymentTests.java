package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.checkout.GuestOrders;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.surface.PageClient;

/** Who pays an order that staff took, where they come back to, and to whom its voucher is shown. */
@TownTest
class GuestPaymentTests extends GuestOrderSalon {

    @Test
    void theVoucherIsTheGuestsAndTheStaffSeeThatItIsPaid() throws IOException {
        var taken = taken(Pays.ESCROW);
        var handed = "/pay/" + taken.secret();
        var written = link();
        assertThat(written).isNotEqualTo(handed);

        var browser = PageClient.visitor(port);
        var form = browser.get(handed);
        assertThat(form.words()).contains("keeps this for you");
        var paying = browser.post(handed, form, Map.of("gateway", "sandbox", "key", "k"));
        new LoopClient(port).press(paying.location(), "succeed");
        await().until(() -> orders.get(taken.order().id()).state() == OrderState.PAID);

        assertThat(PageClient.visitor(port).get(written).body())
                .as("from the guest's letter")
                .contains(TICKET);
        assertThat(browser.get(handed).body())
                .as("by the link that staff know, wherever it was paid")
                .doesNotContain(TICKET)
                .contains("Paid");
        var staff = PageClient.of(port, counter);
        for (var link : List.of(handed, written)) {
            assertThat(staff.get(link).body()).as("those who work there").doesNotContain(TICKET);
        }
        assertThat(link()).as("the confirmation leads there too").isEqualTo(written);
        var theirs = browser.get(written);
        assertThat(theirs.words()).as("who paid for it").doesNotContain("It is not mine");
        assertThat(browser.post(written + "/not-mine", form, Map.of()).status()).isEqualTo(409);
        assertThat(browser.get(written).body()).contains(TICKET);
    }

    @Test
    void ofAGuestWithoutALetterItIsShownInTheBrowserThatPaid() throws IOException {
        var taken = takenWithoutContact();
        var handed = "/pay/" + taken.secret();
        var order = taken.order().id();
        var window = PageClient.visitor(port);
        var begunByStaff = window.post(handed, window.get(handed), Map.of("gateway", "sandbox", "key", "s"));
        var phone = PageClient.visitor(port);
        var begunByGuest = phone.post(handed, phone.get(handed), Map.of("gateway", "sandbox", "key", "g"));
        assertThat(begunByGuest.location()).as("a payment of their own").isNotEqualTo(begunByStaff.location());

        new LoopClient(port).press(begunByGuest.location(), "succeed");
        await().until(() -> orders.get(order).state() == OrderState.PAID);
        assertThat(phone.get(handed).body()).as("where it was paid").contains(TICKET);
        assertThat(window.get(handed).body())
                .as("where a payment was begun and left")
                .doesNotContain(TICKET);

        new LoopClient(port).press(begunByStaff.location(), "succeed");
        await().until(() -> !refunds.of(order.value()).isEmpty());
        assertThat(window.get(handed).body())
                .as("whose money goes back")
                .contains("Somebody had paid already", "goes back the way it came")
                .doesNotContain(TICKET);
        assertThat(phone.get(handed).body()).contains(TICKET);
    }

    @Test
    void whoGoesOnInTheSameBrowserGoesOnWithTheSamePayment() throws IOException {
        var handed = "/pay/" + takenWithoutContact().secret();
        var phone = PageClient.visitor(port);
        var first = phone.post(handed, phone.get(handed), Map.of("gateway", "sandbox", "key", "1"));
        var second = phone.post(handed, phone.get(handed), Map.of("gateway", "sandbox", "key", "2"));
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void theWayBackFromTheGatewayNamesNoSecretAndLeadsThere() throws IOException {
        var taken = taken(Pays.ESCROW);
        var written = link();
        var browser = PageClient.visitor(port);
        var paying = browser.post(written, browser.get(written), Map.of("gateway", "sandbox", "key", "k"));
        var back = "/pay/returned/" + taken.order().id().value();
        assertThat(intents.of(taken.order().id().value()).getFirst().returnUrl())
                .endsWith(back);
        new LoopClient(port).press(paying.location(), "succeed");
        assertThat(browser.get(back).location()).isEqualTo(written);
        assertThat(browser.get(written).body()).as("the gateway was asked").contains(TICKET);
        var other = PageClient.visitor(port).get(back);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.body())
                .contains("Open that link again")
                .doesNotContain(taken.order().first().title().in(Locale.ENGLISH));
    }

    @Test
    void whoPaysAfterSayingThatItIsTheirsComesBackToTheirOrder() throws IOException {
        var lin = TestPeople.resident(salon.region());
        prove(lin);
        var order = taken(Pays.ESCROW).order().id();
        var written = link();
        var browser = PageClient.of(port, lin);
        var left = browser.post(written, browser.get(written), Map.of("gateway", "sandbox", "key", "k"));
        browser.post(written + "/mine", browser.get(written), Map.of());

        assertThat(browser.get("/pay/returned/" + order.value()).location())
                .as("who left before")
                .isEqualTo("/orders/" + order.value() + "/returned");
        var form = browser.get("/orders/" + order.value() + "/checkout");
        var again =
                browser.post("/orders/" + order.value() + "/payment", form, Map.of("gateway", "sandbox", "key", "k2"));
        assertThat(again.location()).isNotEqualTo(left.location());
        assertThat(intents.of(order.value()))
                .as("of two begun in one instant either may come first")
                .anyMatch(intent -> intent.returnUrl().endsWith("/orders/" + order.value() + "/returned"));
    }

    @Test
    void noSecretStandsInTheDatabase() throws IOException {
        var taken = taken(Pays.ESCROW);
        var written = link().substring("/pay/".length());
        for (var secret : List.of(String.valueOf(taken.secret()), written)) {
            var browser = PageClient.visitor(port);
            browser.post(
                    "/pay/" + secret,
                    browser.get("/pay/" + secret),
                    Map.of("gateway", "sandbox", "key", UUID.randomUUID().toString()));
        }
        assertThat(intents.of(taken.order().id().value())).as("begun by both").hasSize(2);
        for (var secret : List.of(String.valueOf(taken.secret()), written)) {
            assertThat(Haystack.tablesWith(secret)).isEmpty();
            assertThat(Haystack.tablesWith(secret.substring(0, 8))).isEmpty();
            assertThat(jdbc.sql("select count(*) from sandbox.payment p where p::text like ?")
                            .param("%" + secret + "%")
                            .query(Integer.class)
                            .single())
                    .as("at the gateway")
                    .isZero();
        }
        var order = taken.order().id().value().toString();
        assertThat(Haystack.tablesWith(order))
                .as("the search finds what is there, in sessions too")
                .contains("ordering.pay_link", "payment.intent", "identity.spring_session_attributes");
    }

    @Test
    void secretsThatStoodInReturnUrlsAreTakenOut() throws IOException {
        var taken = taken(Pays.ESCROW);
        var handed = "/pay/" + taken.secret();
        var browser = PageClient.visitor(port);
        browser.post(handed, browser.get(handed), Map.of("gateway", "sandbox", "key", "k"));
        var owner = JdbcClient.create(TestTown.owner());
        for (var table : List.of("payment.intent", "sandbox.payment")) {
            owner.sql("update " + table + " set return_url = 'https://town.example" + handed + "/returned'"
                            + " where return_url like ?")
                    .param("%/pay/returned/" + taken.order().id().value())
                    .update();
        }
        for (var migration : List.of("payment/V202611230101", "sandbox/V202611230102")) {
            owner.sql(asItStandsNow(text("/db/migration/" + migration + "__no_secret_in_return_urls.sql")))
                    .update();
        }
        for (var table : List.of("payment.intent", "sandbox.payment")) {
            assertThat(owner.sql("select return_url from " + table + " where return_url like 'https://town.example/%'")
                            .query(String.class)
                            .list())
                    .as(table)
                    .containsOnly("https://town.example/pay/returned/"
                            + taken.order().id().value());
        }
    }

    /** Since then a payment may be of several orders, and says in shares of which. */
    private static String asItStandsNow(String migration) {
        return migration.replaceAll(
                "(i\\.)?order_id",
                "(select s.order_id from payment.share s where s.intent_id = "
                        + (migration.contains("i.order_id") ? "i" : "intent") + ".id)");
    }

    @Test
    void whoMaySeeTheVoucherIsOneRule() {
        var order = taken(Pays.SHOP).order();
        var letters = new GuestOrders.Linked(order, true);
        var handed = new GuestOrders.Linked(order, false);
        var stranger = people.actor(
                        new PersonId(TestPeople.resident(salon.region()).id()))
                .orElseThrow();
        assertThat(payments.mayShowVoucher(letters, null, null)).isTrue();
        assertThat(payments.mayShowVoucher(letters, stranger, null)).isTrue();
        assertThat(payments.mayShowVoucher(letters, staff(), null)).isFalse();
        assertThat(payments.mayShowVoucher(handed, null, null)).isFalse();
        var held = new GuestOrders.Linked(taken(Pays.ESCROW).order(), true);
        assertThat(payments.mayShowVoucher(held, null, null)).as("not paid").isFalse();
    }
}
