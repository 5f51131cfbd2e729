package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.surface.SalonDay;

/** What waited for its merchant is issued one by one. */
class IssuedInTurnTests extends InvoicingDay {

    @Autowired
    private Orders orders;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whatWaitedIsIssuedOneByOne() throws Exception {
        var first = new OrderId(day.paid(SalonDay.AT_THREE));
        var second = new OrderId(day.paid(SalonDay.AT_THREE.plus(Duration.ofDays(3))));
        done(invoicing.ask(guest, first, FOR_A_FIRM, key()));
        clock.move(Duration.ofSeconds(1));
        done(invoicing.ask(guest, second, FOR_A_FIRM, key()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // somebody is at work with the second order: the first is issued and free again all the same
            var writing = new TransactionTemplate(transactions).execute(status -> {
                orders.lock(second);
                var hand = threads.submit(() -> desk.write(owner, day.salon().place(), issuer(0)));
                await().until(() ->
                        threads.submit(() -> invoicing.documents(guest, first).size())
                                        .get()
                                == 1);
                return hand;
            });
            assertThat(done(Objects.requireNonNull(writing).get())).isEqualTo(2);
        }
        assertThat(invoicing.documents(guest, second)).hasSize(1);
    }
}
