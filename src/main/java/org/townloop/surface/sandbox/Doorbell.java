package org.townloop.surface.sandbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.surface.sandbox.Deliveries.Delivery;

/** Rung when there may be something to send; what is to be sent at once is handed over here. */
@Component
@InDemoOnly
class Doorbell {

    private final Semaphore rung = new Semaphore(0);
    private volatile Consumer<Delivery> courier = delivery -> {};

    void ring() {
        rung.release();
    }

    /** Waits until it is rung, or so long. */
    void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    /** Who takes from now on what is handed over. */
    void isAnsweredBy(Consumer<Delivery> who) {
        courier = who;
    }

    /** Hands it over once it is committed, and never if it is not. */
    void hand(Delivery delivery) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                courier.accept(delivery);
            }
        });
    }
}
