package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestDevice;

/** A counter's clock that is a day off, and vouchers that run out before they are synced. */
class OfflineClockTests extends OfflineEvening {

    private TestDevice till;

    @BeforeEach
    void open() throws IOException {
        till = shop.device("Till");
    }

    /** FAULTS 24. */
    @ParameterizedTest
    @ValueSource(ints = {-24, 24})
    void aClockThatIsADayOffIsFlaggedAndDecidesNothing(int hoursBehind) throws IOException {
        var order = shop.paid();
        var token = shop.token(order);
        till.slowBy(Duration.ofHours(hoursBehind)).accept(token);
        clock.move(Duration.ofMinutes(10));
        shop.client().redeem(shop.counter(), token, UUID.randomUUID().toString());

        assertThat(till.sync().getFirst().path("outcome").asString())
                .as("the first scan stored wins")
                .isEqualTo("CONFLICT");
        assertThat(OfflineShop.ask(Long.class, "select skew_millis from voucher.device where id = ?", till.id()))
                .isEqualTo(Duration.ofHours(hoursBehind).toMillis());
    }

    /** Expiry goes by the corrected time: two hours before the end by our clock, whatever the device thinks. */
    @ParameterizedTest
    @ValueSource(ints = {-24, 0, 24})
    void aScanBeforeTheEndCountsAlsoIfItIsSyncedLater(int hoursBehind) throws IOException {
        var order = shop.paid();
        var token = shop.token(order);
        var end = OfflineShop.ask(
                        OffsetDateTime.class, "select valid_until from voucher.voucher where order_id = ?", order)
                .toInstant();
        till.slowBy(Duration.ofHours(hoursBehind));
        clock.set(end.minus(Duration.ofHours(2)));
        till.accept(token);
        clock.set(end.plus(Duration.ofHours(20)));
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("REDEEMED");
    }

    @ParameterizedTest
    @ValueSource(ints = {-24, 0, 24})
    void aScanAfterTheEndIsExpiredWhateverTheDeviceThinks(int hoursBehind) throws IOException {
        var order = shop.paid();
        var token = shop.token(order);
        var end = OfflineShop.ask(
                        OffsetDateTime.class, "select valid_until from voucher.voucher where order_id = ?", order)
                .toInstant();
        till.slowBy(Duration.ofHours(hoursBehind));
        clock.set(end.plus(Duration.ofHours(2)));
        till.accept(token);

        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("EXPIRED");
        assertThat(shop.released(order)).isZero();
    }
}
