package org.townloop.loop.ordering;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.kernel.RegionId;

/** The negative control of races for a wish. */
public final class UnlockedWaits {

    private UnlockedWaits() {}

    /**
     * @param locked whether they lock the wish; if not, all who have read it wait for each other before they go on
     * @param guarded whether a wish is offered something only as long as it waits
     */
    public static Waits of(JdbcClient jdbc, CountDownLatch read, boolean locked, boolean guarded) {
        return new Waits(jdbc) {
            @Override
            public Optional<Wait> lock(RegionId region, UUID id) {
                if (locked) {
                    return super.lock(region, id);
                }
                var wait = find(region, id, "");
                read.countDown();
                await(read);
                return wait;
            }

            @Override
            public boolean offered(Wait wait, OrderId order) {
                if (guarded) {
                    return super.offered(wait, order);
                }
                return jdbc.sql("update ordering.wait set state = 'OFFERED', order_id = ?, look_at = null where id = ?")
                                .params(order.value(), wait.id())
                                .update()
                        == 1;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
