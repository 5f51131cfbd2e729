package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestDevice;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Scanner;

/** Scans of devices that are judged in one transaction with those of others. */
class DevicesTogetherTests extends OfflineEvening {

    @Autowired
    ScanBatches batches;

    @Autowired
    ScanCombiner combiner;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Devices devices;

    @Autowired
    PlatformTransactionManager transactions;

    private TestDevice till;
    private TestDevice bar;

    @BeforeEach
    void counters() throws IOException {
        till = shop.device("Till");
        bar = shop.device("Bar");
    }

    /** One is named twice, and the nonce of the other is its own. */
    @Test
    void eachKeepsItsOwnNumbersAndClock() throws IOException {
        var first = read(till, Duration.ofMinutes(7), signed(till, shop.token(shop.paid()), "same", 1));
        var other = read(bar, Duration.ofMinutes(-3), signed(bar, shop.token(shop.paid()), "same", 5));
        var second = read(till, null, signed(till, shop.token(shop.paid()), "next", 2));

        assertThat(answers(judged(first, other, second)))
                .extracting(ScanAnswer::outcome)
                .containsOnly(ScanOutcome.REDEEMED)
                .hasSize(3);
        assertThat(now(till).arrived()).isEqualTo(2);
        assertThat(now(till).sequence()).isEqualTo(2);
        assertThat(now(till).skew()).isEqualTo(Duration.ofMinutes(7));
        assertThat(now(bar).arrived()).isEqualTo(1);
        assertThat(now(bar).sequence()).isEqualTo(5);
        assertThat(now(bar).missing()).isEqualTo(4);
        assertThat(now(bar).skew()).isEqualTo(Duration.ofMinutes(-3));

        assertThat(answers(judged(first, other, second))).as("again").hasSize(3);
        assertThat(now(till).arrived()).isEqualTo(2);
        booksAreAsTheyWere();
    }

    /** It is reported lost while its scan stands in line: nothing comes of it, and nothing is kept from the other. */
    @Test
    void oneThatIsRevokedMeanwhileRedeemsNothing() throws IOException {
        var order = shop.paid();
        var good = shop.paid();
        var asked = new Scan(shop.token(order), "asked", 1, null, null);
        var from = from(till, null);
        var lost = batches.read(from, List.of(asked));
        var other = read(bar, null, new Scan(shop.token(good), "asked", 1, null, null));
        revoke();

        assertThat(reason(judged(other, lost))).isEqualTo(CheckoutReason.DEVICE_REVOKED);
        assertThat(combiner.judge(from, List.of(asked))).as("is judged apart").isEmpty();
        assertThat(reason(redemptions.judge(from, List.of(asked)))).isEqualTo(CheckoutReason.DEVICE_REVOKED);
        assertThat(shop.state(order)).isEqualTo("PAID");
        assertThat(answers(judged(other))).extracting(ScanAnswer::outcome).containsExactly(ScanOutcome.REDEEMED);
        booksAreAsTheyWere();
    }

    private void revoke() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> assertThat(devices.revoke(
                                now(till).id(), new PersonId(shop.merchant().id()), clock.instant()))
                        .isTrue());
    }

    private static <T> Reason reason(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(var refusal) -> refusal.reason();
            case Outcome.Done<T>(var value) -> throw new AssertionError(value);
        };
    }

    private Device now(TestDevice device) {
        return devices.find(new DeviceId(device.id())).orElseThrow();
    }

    private static Scan signed(TestDevice device, String token, String nonce, long number) {
        var item = device.signed(token, nonce, number, 1, device.time().toString());
        var offline =
                new Scan.Offline(String.valueOf(item.get("scannedAt")), number, String.valueOf(item.get("signature")));
        return new Scan(token, nonce, 1, null, offline);
    }

    private ScanBatches.From from(TestDevice of, @Nullable Duration skew) {
        var device = now(of);
        return new ScanBatches.From(Scanner.of(device), device, skew);
    }

    private ScanBatches.Read read(TestDevice device, @Nullable Duration skew, Scan scan) {
        return batches.read(from(device, skew), List.of(scan));
    }

    private Outcome<List<List<ScanAnswer>>> judged(ScanBatches.Read... reads) {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(status -> batches.judgeEach(List.of(reads))));
    }

    private static List<ScanAnswer> answers(Outcome<List<List<ScanAnswer>>> judged) {
        return switch (judged) {
            case Outcome.Done<List<List<ScanAnswer>>>(var answers) ->
                answers.stream().map(List::getFirst).toList();
            case Outcome.Refused<List<List<ScanAnswer>>>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
