package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A long evening with no network: a thousand scans wait, and are in the books after one sync. How long it took is told, not judged. */
class SyncSpeedTests extends OfflineEvening {

    private static final int SCANS = 1_000;
    private static final int UNITS = 10;

    @Test
    void aThousandQueuedScansAreSyncedAtOnce() throws IOException {
        var device = shop.device("Till");
        for (int order = 0; order < SCANS / UNITS; order++) {
            shop.client().tokens(shop.guest(), shop.paid(UNITS)).forEach(device::accept);
        }

        var began = System.nanoTime();
        var results = device.sync();
        var took = Duration.ofNanos(System.nanoTime() - began);

        System.getLogger("sync").log(System.Logger.Level.WARNING, "{0} queued scans synced in {1}", SCANS, took);
        assertThat(OfflineShop.outcomes(results)).hasSize(SCANS).containsOnly("REDEEMED");
        booksAreAsTheyWere();
    }
}
