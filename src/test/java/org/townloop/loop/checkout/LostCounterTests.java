package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestDevice;
import org.townloop.TestTown;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.surface.PageClient;
import tools.jackson.databind.JsonNode;

/** Drills: a device is stolen, a signing key leaks, a guest cancels while a counter is in the cellar. */
class LostCounterTests extends OfflineEvening {

    @Autowired
    Vouchers vouchers;

    private TestDevice till;
    private PageClient desk;

    @BeforeEach
    void open() throws IOException {
        till = shop.device("Till");
        desk = PageClient.of(port, shop.merchant());
    }

    /** FAULTS 27. */
    @Test
    void aStolenDeviceIsRevokedAndItsQueueWaitsForTheMerchant() throws IOException {
        var ours = shop.paid();
        var theirs = shop.paid();
        var items = List.of(till.accept(shop.token(ours)), till.accept(shop.token(theirs)));
        revoke();

        for (int again = 0; again < 2; again++) {
            var refused = till.send(items);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:device-revoked");
        }
        assertThat(till.bundle().status()).isEqualTo(401);
        assertThat(held()).isEqualTo(2);
        assertThat(shop.state(ours)).isEqualTo("PAID");

        var page = desk.get("/desk/counters?place=" + place());
        assertThat(page.words()).contains("Till", "reported lost", "2 scans of lost devices");
        decide(page, items.get(0), true);
        decide(page, items.get(1), false);
        assertThat(shop.state(ours)).isEqualTo("SETTLED");
        assertThat(shop.state(theirs)).isEqualTo("PAID");
        assertThat(held()).isZero();
        till.send(items);
        assertThat(held()).as("once decided, for ever").isZero();
        booksAreAsTheyWere();
    }

    /** It was full but for one: what is not kept, the device must not take for kept. */
    @Test
    void aLostDeviceIsToldWhichOfItsScansAreKept() throws IOException {
        var items = List.of(till.accept(shop.token(shop.paid())), till.accept(shop.token(shop.paid())));
        revoke();
        TestTown.jdbc()
                .sql("update voucher.device set quarantined = 999 where id = ?")
                .param(till.id())
                .update();
        for (int again = 0; again < 2; again++) {
            assertThat(till.send(items).body().path("held").valueStream().map(JsonNode::asString))
                    .containsExactly((String) items.getFirst().get("nonce"));
        }
        assertThat(held()).isOne();
        assertThat(desk.get("/desk/counters?place=" + place()).words()).contains("has sent more than is kept");
    }

    /** The control: what the device did not sign is not even kept. */
    @Test
    void aStrangerCannotFillTheQuarantine() throws IOException {
        var item = till.accept(shop.token(shop.paid()));
        revoke();
        item.put("signature", shop.device("Other").accept("x").get("signature"));

        assertThat(till.send(List.of(item)).status()).isEqualTo(403);
        assertThat(held()).isZero();
    }

    /** FAULTS 26. */
    @Test
    void aLeakedKeyIsCutOffAndVouchersCarryANewOne() throws IOException {
        var order = shop.paid();
        var old = shop.token(order);
        var leaked = vouchers.keyNames().getLast();

        assertThat(vouchers.cutOff(leaked)).isTrue();
        assertThat(vouchers.cutOff(leaked)).isFalse();

        till.accept(old);
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("BAD_SIGNATURE");
        assertThat(till.update().path("keys").findValuesAsString("kid"))
                .doesNotContain(leaked)
                .hasSize(1);
        var renewed = shop.token(order);
        till.accept(renewed);
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("REDEEMED");
        booksAreAsTheyWere();
    }

    @Test
    void aRefundWaitsForTheCounterInTheCellarAndGoesOnceItKnows() throws IOException {
        var order = shop.paid();
        var token = shop.token(order);
        var waiting = shop.cancel(order);

        assertThat(waiting.text("state")).isEqualTo("PAID");
        assertThat(waiting.body().at("/refundWaits/refund/minor").asLong()).isEqualTo(12_800);
        assertThat(shop.client()
                        .redeem(shop.counter(), token, "n")
                        .path("outcome")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(PageClient.of(port, shop.guest()).get("/orders/" + order).words())
                .contains("Called off. ¥128 goes back as soon as the shop’s counters know");
        assertThat(shop.cancel(order).text("type")).endsWith("cancellation-waits");

        till.update();
        shop.client().order(shop.guest(), order, "REFUNDED");
        till.accept(token);
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("CONFLICT");
        booksAreAsTheyWere();
    }

    @Test
    void whatTheCounterInTheCellarHadRedeemedUndoesTheCancellation() throws IOException {
        var order = shop.paid();
        till.accept(shop.token(order));
        shop.cancel(order);

        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(shop.state(order)).isEqualTo("SETTLED");
        assertThat(notices(shop.guest().id(), "WITHDRAWN_USED")).isOne();
        till.update();
        assertThat(shop.refunded(order)).isZero();
        booksAreAsTheyWere();
    }

    @Test
    void aRevokedDeviceIsNotWaitedFor() throws IOException {
        var order = shop.paid();
        shop.cancel(order);
        revoke();

        shop.client().order(shop.guest(), order, "REFUNDED");
    }

    @Test
    void theMerchantSeesAConflictWithBothScansAndClosesIt() throws IOException {
        var token = shop.token(shop.paid());
        till.accept(token);
        shop.device("Bar").scan(token, "n");
        var item = till.sync().getFirst();
        assertThat(item.path("outcome").asString()).isEqualTo("CONFLICT");

        var page = desk.get("/desk/counters?place=" + place());
        assertThat(page.words())
                .contains("1 scan that is not paid", "This one counts", "Bar", "This one is not paid", "Till");
        assertThat(notices(shop.merchant().id(), "CONFLICT")).isOne();
        desk.post(
                "/desk/counters/" + till.id() + "/conflict",
                page,
                Map.of("place", place(), "nonce", item.path("nonce").asString()));
        assertThat(desk.get("/desk/counters?place=" + place()).words()).doesNotContain("not paid This one");
        assertThat(OfflineShop.ask(Integer.class, "select count(*) from voucher.scan where device_id = ?", till.id()))
                .isOne();
    }

    @Test
    void whoDoesNotRunThePlaceSeesAndRevokesNothing() throws IOException {
        var stranger = PageClient.of(port, new OfflineShop(port, offers, clock).merchant());
        var page = stranger.get("/desk");

        assertThat(stranger.get("/desk/counters?place=" + place()).status()).isEqualTo(404);
        assertThat(stranger.post("/desk/counters/" + till.id() + "/revocation", page, Map.of("place", place()))
                        .status())
                .isEqualTo(404);
        assertThat(till.bundle().status()).isEqualTo(200);
    }

    private void revoke() throws IOException {
        var page = desk.get("/desk/counters?place=" + place());
        assertThat(desk.post("/desk/counters/" + till.id() + "/revocation", page, Map.of("place", place()))
                        .status())
                .isEqualTo(303);
    }

    private void decide(PageClient.Answer page, Map<String, Object> item, boolean count) throws IOException {
        assertThat(desk.post(
                                "/desk/counters/" + till.id() + "/held",
                                page,
                                Map.of(
                                        "place", place(),
                                        "nonce", (String) item.get("nonce"),
                                        "count", Boolean.toString(count)))
                        .status())
                .isEqualTo(303);
    }

    private int held() {
        return OfflineShop.ask(
                Integer.class,
                "select count(*) from voucher.quarantined where state = 'WAITING' and device_id = ?",
                till.id());
    }

    private static int notices(UUID person, String kind) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            var count = OfflineShop.ask(
                    Integer.class, "select count(*) from notice.notice where person_id = ? and kind = ?", person, kind);
            if (count > 0) {
                return count;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        return 0;
    }

    private String place() {
        return shop.salon().place().value().toString();
    }
}
