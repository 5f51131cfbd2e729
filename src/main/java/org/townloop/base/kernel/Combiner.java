package org.townloop.base.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests that arrive while others are being answered are answered together next, by one of those who ask: one at a time
 * would pay for a transaction each, all at a time would stand in each other's way. Nobody waits for company: who finds
 * nothing under way goes at once, alone. The line is served in the order in which they came, and is bounded.
 *
 * <p>As the writers of LevelDB do it (S. Ghemawat, J. Dean: {@code DBImpl::Write}), from D. Hendler, I. Incze, N. Shavit,
 * M. Tzafrir: Flat Combining and the Synchronization-Parallelism Tradeoff, SPAA 2010.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Combiner<Q, A> {

    private final class Ticket {
        final Q asked;
        final Condition turn = lock.newCondition();
        boolean isTaken;

        @Nullable
        Supplier<A> answer;

        Ticket(Q asked) {
            this.asked = asked;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Ticket> line = new ArrayDeque<>();
    private final int most;
    private final int mostWaiting;
    private final Duration patience;
    private final Function<List<Q>, List<A>> together;
    private boolean isUnderWay;

    /**
     * @param most that are answered together, at least 1
     * @param mostWaiting that may stand in the line; more are turned away
     * @param patience how long somebody stands there; whose answer is under way waits for it
     * @param together an answer for each, in their order. What it throws is thrown to each of them
     */
    public Combiner(int most, int mostWaiting, Duration patience, Function<List<Q>, List<A>> together) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one is answered at a time, not " + most);
        }
        this.most = most;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        this.together = together;
    }

    /** @return the answer; empty if too many wait, or for too long: then nothing was done */
    public Optional<A> ask(Q asked) {
        return ask(asked, patience);
    }

    /** The same of somebody who has so much patience left. */
    public Optional<A> ask(Q asked, Duration atMost) {
        var mine = new Ticket(asked);
        var batch = waitForTurn(mine, atMost);
        if (!batch.isEmpty()) {
            answer(batch);
        }
        return Optional.ofNullable(mine.answer).map(Supplier::get);
    }

    /** How many stand in the line; whose answers are under way do not. */
    public int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** @return those whom the caller is to answer, with its own; none if it was answered, or was turned away */
    private List<Ticket> waitForTurn(Ticket mine, Duration atMost) {
        lock.lock();
        try {
            if (line.size() >= mostWaiting) {
                return List.of();
            }
            line.add(mine);
            var left = atMost.toNanos();
            while (mine.answer == null && (isUnderWay || line.peekFirst() != mine)) {
                if (mine.isTaken) {
                    mine.turn.awaitUninterruptibly();
                } else if (left > 0) {
                    left = mine.turn.awaitNanos(left);
                } else {
                    line.remove(mine);
                    return List.of();
                }
            }
            return mine.answer == null ? take() : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leave(mine);
        } finally {
            lock.unlock();
        }
    }

    /** Interrupted: gone, unless the answer is under way already. */
    private List<Ticket> leave(Ticket mine) {
        while (mine.isTaken && mine.answer == null) {
            mine.turn.awaitUninterruptibly();
        }
        line.remove(mine);
        wakeNext();
        return List.of();
    }

    private List<Ticket> take() {
        isUnderWay = true;
        var batch = new ArrayList<Ticket>();
        while (batch.size() < most && !line.isEmpty()) {
            var next = line.removeFirst();
            next.isTaken = true;
            batch.add(next);
        }
        return batch;
    }

    private void answer(List<Ticket> batch) {
        List<Supplier<A>> answers;
        try {
            answers = together.apply(batch.stream().map(ticket -> ticket.asked).toList()).stream()
                    .map(answer -> (Supplier<A>) () -> answer)
                    .toList();
            if (answers.size() != batch.size()) {
                throw new IllegalStateException(answers.size() + " answers to " + batch.size() + " who asked");
            }
        } catch (RuntimeException | Error e) {
            answers = batch.stream().map(ticket -> Combiner.<A>thrown(e)).toList();
        }
        give(batch, answers);
    }

    private static <A> Supplier<A> thrown(Throwable thrown) {
        return () -> {
            switch (thrown) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(thrown);
            }
        };
    }

    private void give(List<Ticket> batch, List<Supplier<A>> answers) {
        lock.lock();
        try {
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer = answers.get(i);
                batch.get(i).turn.signal();
            }
            isUnderWay = false;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        var next = line.peekFirst();
        if (next != null) {
            next.turn.signal();
        }
    }
}
