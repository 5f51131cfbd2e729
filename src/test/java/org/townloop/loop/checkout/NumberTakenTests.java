package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestDevice;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.StaleNumbers;
import org.townloop.loop.voucher.Vouchers;

/** Two windows of one device use the same number for different scans, and the second asks before the first has written. */
class NumberTakenTests extends OfflineEvening {

    @Autowired
    Orders orders;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Scans scans;

    @Autowired
    Devices devices;

    @Autowired
    ScanReader reader;

    @Autowired
    Fulfilments fulfilments;

    @Autowired
    BlockedToday blockedToday;

    @Autowired
    Atomically atomically;

    @Autowired
    JdbcTemplate jdbc;

    private TestDevice till;

    @BeforeEach
    void numberOneIsTaken() throws IOException {
        till = shop.device("Till");
        till.send(List.of(
                till.signed(shop.token(shop.paid()), "first", 1, 1, till.time().toString())));
    }

    /** Its verdict is to be numbered. */
    @Test
    void aScanThatWasAskedAboutIsJudgedAgain() throws IOException {
        var token = shop.token(shop.paid());
        assertThat(till.scan(token, "asked").path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(judged(token, "asked").outcome()).isEqualTo(ScanOutcome.BAD_SIGNATURE);
        assertThat(till.scan(token, "asked").path("outcome").asString()).isEqualTo("REDEEMED");
    }

    /** Its verdict is to be replaced: nobody heard that it was refused. */
    @Test
    void aScanThatWasRefusedIsJudgedAgain() throws IOException {
        var token = shop.token(shop.paid());
        till.scan(token, "somebody");
        assertThat(till.scan(token, "asked").path("outcome").asString()).isEqualTo("ALREADY_REDEEMED");
        assertThat(judged(token, "asked").outcome()).isEqualTo(ScanOutcome.BAD_SIGNATURE);
    }

    @Test
    void aNewScanIsJudgedAgain() throws IOException {
        var order = shop.paid();
        assertThat(judged(shop.token(order), "new").outcome()).isEqualTo(ScanOutcome.BAD_SIGNATURE);
        assertThat(shop.state(order)).isEqualTo("PAID");
    }

    private ScanAnswer judged(String token, String nonce) {
        Map<String, Object> item = till.signed(token, nonce, 1, 1, till.time().toString());
        var offline = new Scan.Offline(String.valueOf(item.get("scannedAt")), 1, String.valueOf(item.get("signature")));
        var device = devices.find(new DeviceId(till.id())).orElseThrow();
        var from = new ScanBatches.From(Scanner.of(device), device, null);
        return switch (window().judge(from, List.of(new Scan(token, nonce, 1, null, offline)))) {
            case Outcome.Done<List<ScanAnswer>>(var answers) -> answers.getFirst();
            case Outcome.Refused<List<ScanAnswer>>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private ScanBatches window() {
        return new ScanBatches(
                orders,
                vouchers,
                scans,
                new StaleNumbers(jdbc),
                new ScannedDevices(devices),
                reader,
                fulfilments,
                blockedToday,
                atomically,
                clock);
    }
}
