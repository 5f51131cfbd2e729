package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TownTest;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** A nonce is the name of one scan, and a number that of the next: what is named otherwise changes nothing. */
@TownTest
class ReusedNameTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private OfflineShop shop;
    private TestDevice till;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        before = audit.run();
        shop = new OfflineShop(port, offers, clock);
        till = shop.device("Till");
    }

    @Test
    void underTheNonceOfAnotherScanNothingIsTaken() throws IOException {
        var order = shop.paid();
        var token = shop.token(order);
        var other = shop.paid();
        var first = till.scan(token, "n");
        assertThat(first.path("outcome").asString()).isEqualTo("REDEEMED");

        var time = till.time().toString();
        assertThat(till.scan(shop.token(other), "n").path("outcome").asString()).isEqualTo("BAD_SIGNATURE");
        var queued = List.of(
                till.signed(shop.token(other), "n", 1, 1, time),
                till.signed(token, "n", 2, 2, time),
                till.signed("no voucher", "n", 3, 1, time));
        assertThat(outcomes(queued)).containsOnly("BAD_SIGNATURE");

        assertThat(till.scan(token, "n")).as("the first answer is untouched").isEqualTo(first);
        assertThat(till.scan(shop.token(order), "n")).as("signed anew").isEqualTo(first);
        assertThat(shop.state(other)).isEqualTo("PAID");
        assertThat(count("voucher.scan where device_id = ?")).isOne();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Who goes back in the browser and types another code is not shown the verdict on the first. */
    @Test
    void thePageSaysThatItsFormWasUsedBefore() throws IOException {
        var browser = PageClient.of(port, shop.counter());
        var place = shop.salon().place().value().toString();
        var page = browser.get("/counter?place=" + place);
        var nonce = java.util.UUID.randomUUID().toString();
        var other = shop.paid();
        assertThat(redeemed(browser, page, place, nonce, shop.token(shop.paid()))
                        .status())
                .isEqualTo(303);

        var again = redeemed(browser, page, place, nonce, shop.token(other));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words()).contains("This form has taken another code already");
        assertThat(shop.state(other)).isEqualTo("PAID");
    }

    /** As somebody does it who has read that the voucher is of a later day. */
    private static PageClient.Answer redeemed(
            PageClient browser, PageClient.Answer page, String place, String nonce, String token) throws IOException {
        var fields = Map.of("place", place, "nonce", nonce, "token", token);
        var asked = browser.post("/counter", page, fields);
        var knowing = new HashMap<>(fields);
        knowing.put("knowing", asked.field("knowing"));
        return browser.post("/counter", asked, knowing);
    }

    @Test
    void aNumberThatNoCounterCanHaveComeToIsNone() throws IOException {
        var token = shop.token(shop.paid());
        var time = till.time().toString();
        assertThat(outcomes(List.of(till.signed(token, "far", Long.MAX_VALUE, 1, time))))
                .containsExactly("BAD_SIGNATURE");
        assertThat(outcomes(List.of(till.signed(token, "too far", 10_001, 1, time))))
                .containsExactly("BAD_SIGNATURE");
        claim(Long.MAX_VALUE);
        assertThat(missing()).as("that it lost scans, or forges, is seen").isEqualTo(10_000);

        assertThat(outcomes(List.of(till.signed(token, "near", 10_000, 1, time))))
                .containsExactly("REDEEMED");
        assertThat(missing()).isEqualTo(9_999);
        claim(10_001);
        assertThat(missing()).isEqualTo(10_000);
    }

    @Test
    void theMerchantLooksIntoAGapAndItIsShownNoMore() throws IOException {
        var lost = till.accept(shop.token(shop.paid()));
        till.forget();
        till.accept(shop.token(shop.paid()));
        till.sync();
        var desk = PageClient.of(port, shop.merchant());
        var counters = "/desk/counters?place=" + shop.salon().place().value();
        var page = desk.get(counters);
        assertThat(page.words()).contains("1 scan made there did not arrive");

        dismiss(desk, page, 7);
        assertThat(desk.get(counters).words()).as("not what was seen").contains("did not arrive");
        dismiss(desk, page, 1);
        assertThat(desk.get(counters).words()).doesNotContain("did not arrive");
        assertThat(OfflineShop.ask(
                        Integer.class,
                        "select count(*) from identity.audit where action = 'gap-dismissed' and person_id = ?",
                        shop.merchant().id()))
                .isOne();

        till.accept(shop.token(shop.paid()));
        till.forget();
        till.accept(shop.token(shop.paid()));
        till.sync();
        assertThat(missing()).as("another gap is shown").isOne();
        assertThat(outcomes(List.of(lost)))
                .as("what was lost counts when it comes")
                .containsExactly("REDEEMED");
        assertThat(missing()).isOne();
    }

    @Test
    void aGapWithoutEndIsShownInWordsThatEnd() throws IOException {
        org.townloop.TestTown.jdbc()
                .sql("update voucher.device set claimed = 9223372036854775807 where id = ?")
                .param(till.id())
                .update();
        var desk = PageClient.of(port, shop.merchant());
        var counters = "/desk/counters?place=" + shop.salon().place().value();
        var page = desk.get(counters);
        assertThat(page.words()).contains("More than 999 scans");
        dismiss(desk, page, Long.MAX_VALUE);
        assertThat(desk.get(counters).words()).doesNotContain("did not arrive");
        clock.move(Duration.ofMinutes(1));
        till.accept(shop.token(shop.paid()));
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("REDEEMED");
    }

    private void dismiss(PageClient desk, PageClient.Answer page, long missing) throws IOException {
        var answer = desk.post(
                "/desk/counters/" + till.id() + "/gap",
                page,
                Map.of("place", shop.salon().place().value().toString(), "missing", Long.toString(missing)));
        assertThat(answer.status()).isEqualTo(303);
    }

    /** The device says that it keeps its bundle, and up to which number it came. */
    private void claim(long number) throws IOException {
        var path = "/api/counters/" + shop.salon().place().value();
        var bundle = shop.client()
                .get(till.asCaller(), path + "/bundle?device=" + till.id() + "&sequence=" + number)
                .text("id");
        var kept = shop.client()
                .post(
                        till.asCaller(),
                        path + "/devices/" + till.id() + "/acknowledgement",
                        "",
                        Map.of("bundle", bundle, "sequence", number));
        assertThat(kept.status()).isEqualTo(204);
    }

    private List<String> outcomes(List<Map<String, Object>> items) throws IOException {
        return OfflineShop.outcomes(
                till.send(items).body().path("results").valueStream().toList());
    }

    private long missing() {
        return OfflineShop.ask(
                Long.class,
                "select greatest(sequence, claimed) - arrived - dismissed from voucher.device where id = ?",
                till.id());
    }

    private int count(String rows) {
        return OfflineShop.ask(Integer.class, "select count(*) from " + rows, till.id());
    }
}
