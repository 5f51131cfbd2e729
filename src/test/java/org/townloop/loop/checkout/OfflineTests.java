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
}
