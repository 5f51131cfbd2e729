package org.townloop.supply.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Outcome;

/** Holds that are combined, by two processes that know nothing of each other. */
final class CombinedProcesses implements Counter.Way {

    private final Bookings bookings;
    private final Atomically atomically;
    private final Counter.Way apart;
    private final List<Combiner<HoldRequest, Optional<Outcome<List<Claimed>>>>> processes;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger together = new AtomicInteger();

    CombinedProcesses(Bookings bookings, Atomically atomically) {
        this.bookings = bookings;
        this.atomically = atomically;
        this.apart = Counter.apart(bookings, atomically);
        this.processes = List.of(process(), process());
    }

    private Combiner<HoldRequest, Optional<Outcome<List<Claimed>>>> process() {
        return new Combiner<>(64, 1000, Duration.ofSeconds(60), this::together);
    }

    @Override
    public Outcome<List<Claimed>> hold(List<HoldRequest> requests) {
        return processes
                .get(turn.getAndIncrement() % 2)
                .ask(requests.getFirst())
                .orElseThrow()
                .orElseGet(() -> apart.hold(requests));
    }

    /** How many were held among others, and not apart. */
    int heldTogether() {
        return together.get();
    }

    private List<Optional<Outcome<List<Claimed>>>> together(List<HoldRequest> requests) {
        try {
            var held = Counter.done(atomically.run(() -> Outcome.done(bookings.holdEach(requests))));
            together.addAndGet(held.held().size());
            return requests.stream().map(request -> answer(held, request)).toList();
        } catch (DataAccessException e) {
            return requests.stream()
                    .map(request -> Optional.<Outcome<List<Claimed>>>empty())
                    .toList();
        }
    }

    private static Optional<Outcome<List<Claimed>>> answer(Holding held, HoldRequest request) {
        return held.held().contains(request.order())
                ? Optional.of(Outcome.done(List.of()))
                : Optional.ofNullable(held.refused().get(request.order())).map(Outcome::refused);
    }
}
