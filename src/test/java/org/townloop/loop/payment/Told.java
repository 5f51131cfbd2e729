package org.townloop.loop.payment;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers what it was told, like a checkout that has nothing else to do. */
class Told implements CaptureListener {

    /** Thrown while it is there. */
    volatile @Nullable RuntimeException failure;

    /** Those of which it cannot be told; whoever is told of together with them is not told either. */
    volatile @Nullable Predicate<Intent> bad;

    /** Those that somebody else has to do with. */
    volatile @Nullable Predicate<Intent> busy;

    final List<Intent> captured = new CopyOnWriteArrayList<>();
    final List<Intent> declined = new CopyOnWriteArrayList<>();
    final List<Refund> refunded = new CopyOnWriteArrayList<>();
    final List<Refund> refundsFailed = new CopyOnWriteArrayList<>();

    @Override
    public Set<IntentId> lockFree(List<Intent> intents) {
        var theirs = busy;
        return intents.stream()
                .filter(intent -> theirs == null || !theirs.test(intent))
                .map(Intent::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void captured(List<Intent> intents) {
        requireTransaction();
        if (bad != null && intents.stream().anyMatch(bad)) {
            throw new IllegalStateException("a bad one");
        }
        captured.addAll(intents);
    }

    @Override
    public void declined(Intent intent) {
        requireTransaction();
        declined.add(intent);
    }

    @Override
    public void refunded(Refund refund) {
        requireTransaction();
        refunded.add(refund);
    }

    @Override
    public void refundFailed(Refund refund) {
        requireTransaction();
        refundsFailed.add(refund);
    }

    void clear() {
        List.of(captured, declined, refunded, refundsFailed).forEach(List::clear);
    }

    private void requireTransaction() {
        if (failure != null) {
            throw failure;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("told outside of the transaction that records it");
        }
    }
}
