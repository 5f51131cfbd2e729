package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestDevice;
import org.townloop.TestTown;

/** What goes wrong with counters that work without network, and what comes of it. */
class OfflineFaultTests extends OfflineEvening {

    private TestDevice till;

    @BeforeEach
    void open() throws IOException {
        till = shop.device("Till");
    }

    /** FAULTS 22. */
    @Test
    void twoCountersOfflineKeepBothScansAndOneIsPaid() throws IOException {
        var order = shop.paid();
        var second = shop.device("Second");
        till.accept(shop.token(order));
        second.accept(shop.token(order));

        var first = second.sync().getFirst();
        var later = till.sync().getFirst();

        assertThat(first.path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(later.path("outcome").asString()).isEqualTo("CONFLICT");
        assertThat(later.at("/first/name").asString()).isEqualTo("Second");
        assertThat(later.at("/first/at")).isEqualTo(first.path("redeemedAt"));
        assertThat(scans(order)).isEqualTo(2);
        assertThat(shop.released(order)).isEqualTo(12_800);
        booksAreAsTheyWere();
    }

    /** FAULTS 23. */
    @Test
    void aBatchThatIsSentAgainOrCutLeavesNoDuplicates() throws IOException {
        var items = queued(6);
        var answers = results(till.send(items.subList(0, 4)));
        assertThat(OfflineShop.outcomes(answers)).containsOnly("REDEEMED");

        assertThat(results(till.send(items.subList(0, 4)))).isEqualTo(answers);
        assertThat(OfflineShop.outcomes(results(till.send(items.subList(2, 6)))))
                .containsOnly("REDEEMED");
        assertThat(scansOf(till)).isEqualTo(6);
        booksAreAsTheyWere();
    }

    /** What holds the test above: the nonce. Under new ones the same scans come to conflicts. */
    @Test
    void withoutTheNonceTheSameScansWouldBeOthers() throws IOException {
        var token = shop.token(shop.paid());
        till.accept(token);
        till.accept(token);

        assertThat(OfflineShop.outcomes(till.sync())).containsExactly("REDEEMED", "CONFLICT");
    }

    /** FAULTS 25: each single bit of head, claims and signature. */
    @Test
    void aTokenOfWhichOneBitIsAlteredIsNone() throws IOException {
        var order = shop.paid();
        var altered = alterations(shop.token(order));
        assertThat(altered).hasSizeGreaterThan(1_000);
        altered.forEach(till::accept);

        assertThat(OfflineShop.outcomes(till.sync())).containsOnly("BAD_SIGNATURE");
        assertThat(shop.state(order)).isEqualTo("PAID");
    }

    @Test
    void aTokenOfAnotherShopIsRefusedOfflineToo() throws IOException {
        var elsewhere = new OfflineShop(port, offers, clock);
        till.accept(elsewhere.token(elsewhere.paid()));

        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("WRONG_PLACE");
    }

    /** Whatever a device signs cannot be altered on the way, and a number is used once. */
    @Test
    void aScanThatItsDeviceDidNotSignLikeThatChangesNothing() throws IOException {
        var order = shop.paid();
        var token = shop.token(order);
        var item = till.signed(token, "nonce", 7, 1, till.time().toString());
        var forged = new ArrayList<Map<String, Object>>();
        forged.add(with(item, "units", 2));
        forged.add(with(item, "sequence", 8));
        forged.add(with(item, "nonce", "another"));
        forged.add(with(item, "scannedAt", till.time().plusSeconds(1).toString()));
        forged.add(with(item, "staffId", UUID.randomUUID().toString()));
        forged.add(with(item, "token", shop.token(shop.paid())));
        forged.add(with(item, "signature", ""));
        forged.add(with(item, "signature", "AAAA"));

        assertThat(OfflineShop.outcomes(results(till.send(forged)))).containsOnly("BAD_SIGNATURE");
        assertThat(scansOf(till)).isZero();
        assertThat(OfflineShop.outcomes(results(till.send(List.of(item))))).containsExactly("REDEEMED");
        var reused =
                till.signed(shop.token(shop.paid()), "new", 7, 1, till.time().toString());
        assertThat(OfflineShop.outcomes(results(till.send(List.of(reused))))).containsExactly("BAD_SIGNATURE");
        booksAreAsTheyWere();
    }

    /** A number that never came is missed. */
    @Test
    void aGapInTheNumbersIsSeen() throws IOException {
        till.accept(shop.token(shop.paid()));
        till.forget();
        till.accept(shop.token(shop.paid()));
        till.sync();

        assertThat(OfflineShop.ask(
                        Long.class,
                        "select greatest(sequence, claimed) - arrived from voucher.device where id = ?",
                        till.id()))
                .isOne();
    }

    @Test
    void anOfflineScanWithoutADeviceIsRefusedByName() throws IOException {
        var item = till.signed(shop.token(shop.paid()), "n", 1, 1, till.time().toString());
        var refused = shop.client().post(shop.counter(), "/api/redemptions", "", Map.of("items", List.of(item)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:offline-not-enrolled");
    }

    @Test
    void nobodyWithoutATokenIsHeard() throws IOException {
        var item = till.signed(shop.token(shop.paid()), "n", 1, 1, till.time().toString());
        var body = Map.<String, Object>of("device", till.id(), "items", List.of(item));

        assertThat(shop.client().sync("nobody", body).status()).isEqualTo(401);
        assertThat(shop.client().sync("nobody", Map.of("items", List.of(item))).status())
                .isEqualTo(401);
        assertThat(scansOf(till)).isZero();
    }

    private List<Map<String, Object>> queued(int count) throws IOException {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            items.add(till.accept(shop.token(shop.paid())));
        }
        return items;
    }

    private static List<tools.jackson.databind.JsonNode> results(org.townloop.LoopClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("results").valueStream().toList();
    }

    private static Map<String, Object> with(Map<String, Object> item, String field, Object value) {
        var altered = new HashMap<>(item);
        altered.put(field, value);
        return altered;
    }

    private static List<String> alterations(String token) {
        var parts = token.split("\\.");
        return IntStream.range(0, parts.length)
                .boxed()
                .flatMap(part -> {
                    var bytes = Base64.getUrlDecoder().decode(parts[part]);
                    return IntStream.range(0, bytes.length * 8).mapToObj(bit -> {
                        var flipped = bytes.clone();
                        flipped[bit / 8] ^= (byte) (1 << bit % 8);
                        var altered = parts.clone();
                        altered[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
                        return String.join(".", altered);
                    });
                })
                .toList();
    }

    private static int scans(UUID order) {
        return OfflineShop.ask(
                Integer.class,
                "select count(*) from voucher.scan where voucher_id in (select id from voucher.voucher where order_id"
                        + " = ?)",
                order);
    }

    private static int scansOf(TestDevice device) {
        return TestTown.jdbc()
                .sql("select count(*) from voucher.scan where device_id = ?")
                .param(device.id())
                .query(Integer.class)
                .single();
    }
}
