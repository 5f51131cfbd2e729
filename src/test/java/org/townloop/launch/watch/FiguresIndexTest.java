package org.townloop.launch.watch;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.IndexUse;
import org.townloop.TestTown;
import org.townloop.base.kernel.EventLag;

/** The figures are asked for every few seconds: devices that were not seen for long are found, not looked for. */
class FiguresIndexTest {

    @Test
    void devicesThatWereNotSeenForLong() {
        IndexUse.require(
                TestTown.fresh(),
                "device_unseen",
                source -> new Figures(JdbcClient.create(source), mock(EventLag.class), Clock.systemUTC()).now());
    }
}
