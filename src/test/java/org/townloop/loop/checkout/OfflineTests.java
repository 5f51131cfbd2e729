package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vouchers that a counter accepts with no network and brings in later. */
class OfflineTests extends OfflineEvening {

    @Test
    void whatWasAcceptedOfflineIsReleasedWhenItIsSynced() throws IOException {
        var device = shop.device("Till");
        var order = shop.paid();
        device.accept(shop.token(order));
        assertThat(shop.state(order)).isEqualTo("PAID");

        var result = device.sync().getFirst();

        assertThat(result.path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(result.path("unitsLeft").asInt()).isZero();
        assertThat(shop.state(order)).isEqualTo("SETTLED");
        assertThat(shop.released(order)).isEqualTo(12_800);
        booksAreAsTheyWere();
    }

    @Test
    void manyAreJudgedTogetherAndEachHasItsAnswer() throws IOException {
        var device = shop.device("Till");
        var first = shop.paid();
        var second = shop.paid();
        var token = shop.token(first);
        device.accept(token);
        device.accept("no voucher");
        device.accept(shop.token(second));
        device.accept(token);

        assertThat(OfflineShop.outcomes(device.sync()))
                .containsExactly("REDEEMED", "BAD_SIGNATURE", "REDEEMED", "CONFLICT");
        assertThat(shop.released(first) + shop.released(second)).isEqualTo(25_600);
        booksAreAsTheyWere();
    }

    @Test
    void aScanWhoseAnswerWasLostGetsTheSameAnswerFromTheQueue() throws IOException {
        var device = shop.device("Till");
        var order = shop.paid();
        var token = shop.token(order);
        var answered = device.scan(token, "asked online");

        var queued = device.signed(token, "asked online", 1, 1, device.time().toString());
        var again = device.send(List.of(queued)).body().path("results").get(0);

        assertThat(again).isEqualTo(answered);
        assertThat(OfflineShop.ask(Long.class, "select arrived from voucher.device where id = ?", device.id()))
                .isOne();
        booksAreAsTheyWere();
    }

    /** The device never heard that it was refused, and served the guest. */
    @Test
    void aRefusalWhoseAnswerWasLostIsJudgedAgainAsWhatItBecame() throws IOException {
        var device = shop.device("Till");
        var order = shop.paid();
        var token = shop.token(order);
        shop.cancel(order);
        assertThat(device.scan(token, "n").path("outcome").asString()).isEqualTo("REVOKED");

        var queued = device.signed(token, "n", 1, 1, device.time().toString());
        var first = device.send(List.of(queued)).body().path("results").get(0);
        var again = device.send(List.of(queued)).body().path("results").get(0);

        assertThat(first.path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(again).isEqualTo(first);
        assertThat(device.scan(token, "n")).isEqualTo(first);
        assertThat(shop.state(order)).isEqualTo("SETTLED");
        booksAreAsTheyWere();
    }

    @Test
    void aSecondScanWhoseAnswerWasLostBecomesTheConflictThatItIs() throws IOException {
        var device = shop.device("Till");
        var order = shop.paid();
        var token = shop.token(order);
        shop.device("Bar").scan(token, "first");
        assertThat(device.scan(token, "n").path("outcome").asString()).isEqualTo("ALREADY_REDEEMED");

        var queued = device.signed(token, "n", 1, 1, device.time().toString());
        var answer = device.send(List.of(queued)).body().path("results").get(0);

        assertThat(answer.path("outcome").asString()).isEqualTo("CONFLICT");
        assertThat(answer.at("/first/name").asString()).isEqualTo("Bar");
        assertThat(OfflineShop.ask(
                        Integer.class,
                        "select count(*) from voucher.scan where device_id = ? and outcome = 'CONFLICT' and offline",
                        device.id()))
                .isOne();
        booksAreAsTheyWere();
    }

    /** In one request too: the first of the two is not stored yet when the second is judged. */
    @Test
    void whatIsAskedAndQueuedInOneRequestIsOneScan() throws IOException {
        var device = shop.device("Till");
        var order = shop.paid();
        var token = shop.token(order);
        shop.cancel(order);
        var queued = device.signed(token, "n", 1, 1, device.time().toString());

        var answers = device.send(List.of(java.util.Map.of("token", token, "nonce", "n"), queued, queued))
                .body()
                .path("results");

        assertThat(OfflineShop.outcomes(answers.valueStream().toList()))
                .containsExactly("REVOKED", "REDEEMED", "REDEEMED");
        assertThat(OfflineShop.ask(Integer.class, "select count(*) from voucher.scan where device_id = ?", device.id()))
                .isOne();
        booksAreAsTheyWere();
    }
}
