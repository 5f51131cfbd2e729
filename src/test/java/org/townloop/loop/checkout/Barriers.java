package org.townloop.loop.checkout;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where those meet who would be in one another's way. */
final class Barriers {

    private Barriers() {}

    /** Goes on after half a second: who is locked out by the other cannot come. */
    static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            return; // the other waits for a lock
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
