package org.townloop.supply.booking;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.supply.merchant.PlaceId;

/** The bookings without the first of their two defences, for tests that must see what it is there for. */
public final class Unlocked {

    private Unlocked() {}

    /** They lock no calendar; the first so many wait for each other between choosing and writing. */
    public static Bookings bookings(ApplicationContext town, int rivals) {
        var chosen = new CountDownLatch(rivals);
        var claims = new Claims(town.getBean(JdbcClient.class)) {
            @Override
            void lockCalendars(Collection<PlaceId> places) {}

            @Override
            int insert(Collection<Claimed> wanted) {
                chosen.countDown();
                await(chosen);
                return super.insert(wanted);
            }
        };
        return OtherBookings.of(town).with(claims).bookings();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
