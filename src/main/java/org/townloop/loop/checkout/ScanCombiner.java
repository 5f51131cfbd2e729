package org.townloop.loop.checkout;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Together;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.voucher.ScanAnswer;

/**
 * Scans of all the town's counters, combined: those that come while others are in the database are judged together next, in
 * one transaction, one after the other. What a device has queued is a batch already, and stays by itself.
 */
@Component
class ScanCombiner {

    private static final int FEW = 4;

    private final Together<ScanBatches.Read, List<ScanAnswer>> together;
    private final ScanBatches batches;
    private final FreeScans free;
    private final Turns turns;

    ScanCombiner(ScanBatches batches, FreeScans free, Turns turns, Together.Lines lines) {
        this.together = lines.of("requests with scans", this::answers);
        this.batches = batches;
        this.free = free;
        this.turns = turns;
    }

    /**
     * Judges the scans of one request among those of others.
     *
     * @return the answers, or refused with {@link CheckoutReason#RUSH} if too many wait, or for too long; empty if they are to
     *     be judged apart
     */
    Optional<Outcome<List<ScanAnswer>>> judge(ScanBatches.From from, List<Scan> items) {
        if (!together.isMeant() || items.size() > FEW || items.stream().anyMatch(Scan::isOffline)) {
            return Optional.empty();
        }
        return switch (together.ask(batches.read(from, items), Together.PATIENCE)) {
            case Together.Answer.Given<List<ScanAnswer>>(var answers) -> Optional.of(Outcome.done(answers));
            case Together.Answer.TurnedAway<List<ScanAnswer>> _ -> Optional.of(Outcome.refused(CheckoutReason.RUSH));
            case Together.Answer.LeftOut<List<ScanAnswer>> _, Together.Answer.Failed<List<ScanAnswer>> _ ->
                Optional.empty();
        };
    }

    /** Requests of which somebody else has an order are left out, and judged apart. */
    private List<Optional<List<ScanAnswer>>> answers(List<ScanBatches.Read> requests) {
        turns.waitAtMost(Together.LOCKED);
        var judged = free.of(requests);
        var answers = new IdentityHashMap<ScanBatches.Read, List<ScanAnswer>>();
        if (!judged.isEmpty()) {
            var given = given(judged);
            for (int i = 0; i < given.size(); i++) {
                answers.put(judged.get(i), given.get(i));
            }
        }
        return requests.stream()
                .map(read -> Optional.ofNullable(answers.get(read)))
                .toList();
    }

    private List<List<ScanAnswer>> given(List<ScanBatches.Read> requests) {
        return switch (batches.judgeEach(requests)) {
            case Outcome.Done<List<List<ScanAnswer>>>(var answers) -> answers;
            case Outcome.Refused<List<List<ScanAnswer>>> _ ->
                throw new OptimisticLockingFailureException("a nonce was taken meanwhile, or a device was revoked");
        };
    }
}
