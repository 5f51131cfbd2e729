package org.townloop.surface.sandbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The objections of payers at this gateway, in the caller's transaction. */
@Component
@InDemoOnly
class SandboxDisputes {

    private final JdbcClient jdbc;
    private final PeerSettings settings;
    private final Clock clock;

    SandboxDisputes(JdbcClient jdbc, PeerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes all that is left of a payment from the merchant.
     *
     * @return nothing if nothing is left, or it was not captured
     */
    Optional<Dispute> open(Payment payment, String reason) {
        var left = payment.left();
        var taken = left.isPositive()
                && jdbc.sql("""
                    update sandbox.payment set disputed_minor = disputed_minor + ?
                    where id = ? and state = 'CAPTURED' and refunded_minor = ? and disputed_minor = ?
                    """)
                                .params(left.minor(), payment.id(), payment.refundedMinor(), payment.disputedMinor())
                                .update()
                        == 1;
        if (!taken) {
            return Optional.empty();
        }
        var now = clock.instant();
        var id = "dsp_" + UUID.randomUUID();
        jdbc.sql("""
            insert into sandbox.dispute (id, payment_id, amount_minor, reason, state, answer_until, created_at)
            values (?, ?, ?, ?, 'OPEN', ?, ?)
            """)
                .params(id, payment.id(), left.minor(), reason)
                .params(now.plus(settings.answerWithin()).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .update();
        return find(id);
    }

    Optional<Dispute> find(String id) {
        return jdbc.sql(Dispute.SELECT + " where d.id = ?")
                .param(id)
                .query(Dispute::read)
                .optional();
    }

    /** The latest first. */
    List<Dispute> of(Payment payment) {
        return jdbc.sql(Dispute.SELECT + " where d.payment_id = ? order by d.created_at desc, d.id")
                .param(payment.id())
                .query(Dispute::read)
                .list();
    }

    /** @return false if it is decided, or the time to answer is over */
    boolean answer(String id, String text) {
        return jdbc.sql("""
            update sandbox.dispute set answer = coalesce(answer, ?)
            where id = ? and state = 'OPEN' and answer_until > ?
            """)
                        .params(text, id, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return false if it was decided before */
    boolean decide(Dispute dispute, DisputeState state) {
        var decided = jdbc.sql("update sandbox.dispute set state = ? where id = ? and state = 'OPEN'")
                        .params(state.name(), dispute.id())
                        .update()
                == 1;
        if (decided && state == DisputeState.WON) {
            jdbc.sql("update sandbox.payment set disputed_minor = disputed_minor - ? where id = ?")
                    .params(dispute.amount().minor(), dispute.paymentId())
                    .update();
        }
        return decided;
    }

    /** Those to which nothing was said in time. */
    List<Dispute> unanswered(int limit) {
        return jdbc.sql(Dispute.SELECT + """
             where d.state = 'OPEN' and d.answer is null and d.answer_until <= ?
            order by d.answer_until limit ? for update of d skip locked
            """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), limit)
                .query(Dispute::read)
                .list();
    }
}
