package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.notice.Notices;
import org.townloop.supply.booking.Withdrawals;

/** Deletes what was kept long enough, in pieces small enough that nobody waits for them. */
@Component
class Retention {

    private static final int PIECE = 2_000;
    private static final int PIECES = 50;

    private final Notices notices;
    private final Idempotency idempotency;
    private final Withdrawals withdrawals;
    private final Clock clock;
    private final Duration keepNotices;
    private final Duration keepDeliveries;
    private final Duration keepAnswers;

    Retention(
            Notices notices,
            Idempotency idempotency,
            Withdrawals withdrawals,
            Clock clock,
            @Value("${townloop.keep.notices}") Duration keepNotices,
            @Value("${townloop.keep.deliveries}") Duration keepDeliveries,
            @Value("${townloop.keep.answers}") Duration keepAnswers) {
        this.notices = notices;
        this.idempotency = idempotency;
        this.withdrawals = withdrawals;
        this.clock = clock;
        this.keepNotices = keepNotices;
        this.keepDeliveries = keepDeliveries;
        this.keepAnswers = keepAnswers;
    }

    /** @return how many rows went; what is left after many pieces goes the next time */
    int forget() {
        return inPieces(limit -> notices.forgetDeliveries(keepDeliveries, limit))
                + inPieces(limit -> notices.forget(keepNotices, limit))
                + inPieces(limit -> idempotency.forget(keepAnswers, limit))
                + inPieces(limit -> withdrawals.forget(clock.instant(), limit));
    }

    private static int inPieces(IntUnaryOperator forget) {
        int all = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            int gone = forget.applyAsInt(PIECE);
            all += gone;
            if (gone < PIECE) {
                break;
            }
        }
        return all;
    }
}
