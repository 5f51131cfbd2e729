package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;

/**
 * Refunds that their gateways refused, and how they go on. Each goes on in one way: it leaves FAILED once, and the one row
 * of {@code payment.way_on} that it can have says how.
 */
@Component
public class RefusedRefunds {

    /**
     * One of them.
     *
     * @param way how it was paid otherwise; null unless somebody says so
     */
    public record Refused(
            Refund refund, String gateway, @Nullable WayOn way) {}

    private static final String SELECT = """
        select r.id, r.intent_id, r.order_id, r.amount_minor, r.currency, r.state, r.gateway_ref, r.reason, r.created_at,
            r.closed_at, r.failure, i.gateway, w.reference, w.entered_by, w.entered_at, w.confirmed_by, w.confirmed_at
        from payment.refund r
        join payment.intent i on (i.region_id, i.id) = (r.region_id, r.intent_id)
        left join payment.way_on w on (w.region_id, w.refund_id) = (r.region_id, r.id)
        """;

    private final JdbcClient jdbc;
    private final Refunds refunds;
    private final Clock clock;

    RefusedRefunds(JdbcClient jdbc, Refunds refunds, Clock clock) {
        this.jdbc = jdbc;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** Those of the regions that are in one of the states, the latest first. */
    public List<Refused> in(Collection<RegionId> regions, Set<RefundState> states, int limit) {
        return jdbc.sql(SELECT + """
            where r.region_id = any (?) and r.failure is not null and r.state = any (?)
            order by r.created_at desc, r.id desc limit ?
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .param(states.stream().map(RefundState::name).toArray(String[]::new))
                .param(limit)
                .query(RefusedRefunds::read)
                .list();
    }

    /** Those of an order, the latest first. */
    public List<Refused> of(UUID order) {
        return jdbc.sql(SELECT + """
            where r.region_id = ? and r.order_id = ? and r.failure is not null
            order by r.created_at desc, r.id desc
            """)
                .params(RegionId.of(order).number(), order)
                .query(RefusedRefunds::read)
                .list();
    }

    /**
     * Another attempt takes its place: another reference, so that the gateway does not take it for the one that it refused.
     * It is asked for after the commit.
     *
     * @return refused as REFUND_SETTLED unless it is FAILED, as PAYMENT_DISPUTED or REFUND_EXCEEDS_PAYMENT if the payment has
     *     not so much left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Refund> again(Refund refused, PersonId by) {
        if (!become(refused.id(), RefundState.FAILED, RefundState.ASKED_AGAIN)) {
            return Outcome.refused(PaymentReason.REFUND_SETTLED);
        }
        return refunds.request(refused.intent(), refused.order(), refused.amount(), refused.reason())
                .then(attempt -> {
                    write(refused.id(), by, null, attempt.id());
                    return Outcome.done(attempt);
                });
    }

    /**
     * An operator says that it was paid otherwise.
     *
     * @param reference 1 to 140 characters
     * @return refused as REFUND_SETTLED unless it is FAILED, as PAYMENT_DISPUTED if its payer has the money by a chargeback, or
     *     may yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Refund> enter(Refund refused, PersonId by, String reference) {
        if (!become(refused.id(), RefundState.FAILED, RefundState.PAYING_OTHERWISE)) {
            return Outcome.refused(PaymentReason.REFUND_SETTLED);
        }
        if (refunds.refundable(refused.intent(), refused.order()) < 0) {
            return Outcome.refused(PaymentReason.PAYMENT_DISPUTED);
        }
        write(refused.id(), by, reference, null);
        return Outcome.done(refused);
    }

    /** Another operator confirms it: false if it is not to be confirmed, or not by this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean confirm(RefundId id, PersonId by) {
        var confirmed = jdbc.sql("""
            update payment.way_on set confirmed_by = ?, confirmed_at = ?
            where region_id = ? and refund_id = ? and reference is not null and confirmed_by is null and entered_by <> ?
            """)
                        .params(by.value(), clock.instant().atOffset(ZoneOffset.UTC))
                        .params(id.region().number(), id.value(), by.value())
                        .update()
                == 1;
        return confirmed && become(id, RefundState.PAYING_OTHERWISE, RefundState.PAID_OTHERWISE);
    }

    /** It was not paid otherwise after all: false unless it was to be confirmed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(RefundId id) {
        return become(id, RefundState.PAYING_OTHERWISE, RefundState.FAILED)
                && jdbc.sql("delete from payment.way_on where region_id = ? and refund_id = ? and confirmed_by is null")
                                .params(id.region().number(), id.value())
                                .update()
                        == 1;
    }

    /**
     * Settles what its payer has by chargebacks that were lost: no more than was paid is owed back of a payment, by whatever
     * way. The intent is locked.
     *
     * @return those that are settled now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Refund> settleChargedBack(IntentId intent) {
        var over = beyondPaid(intent);
        var had = new ArrayList<Refund>();
        for (var failed : failed(intent)) {
            if (failed.amount().minor() <= over) {
                over -= failed.amount().minor();
                had.add(failed);
            }
        }
        return become(had, RefundState.CHARGED_BACK);
    }

    /** By how much what went back, what the gateway took back and what is owed exceed the payment. */
    private long beyondPaid(IntentId intent) {
        return jdbc.sql("""
            select (select coalesce(sum(amount_minor), 0) from payment.chargeback
                    where region_id = i.region_id and intent_id = i.id and state = 'LOST')
                + (select coalesce(sum(amount_minor), 0) from payment.refund
                    where region_id = i.region_id and intent_id = i.id and state not in ('ASKED_AGAIN', 'CHARGED_BACK'))
                - i.amount_minor
            from payment.intent i where i.region_id = ? and i.id = ? for update of i
            """)
                .params(intent.region().number(), intent.value())
                .query(Long.class)
                .single();
    }

    private List<Refund> failed(IntentId intent) {
        return jdbc.sql("select " + Refunds.COLUMNS + " from payment.refund where region_id = ? and intent_id = ?"
                        + " and state = 'FAILED' order by created_at, id for update")
                .params(intent.region().number(), intent.value())
                .query(Refunds::read)
                .list();
    }

    private List<Refund> become(List<Refund> some, RefundState next) {
        var settled = Set.copyOf(jdbc.sql("""
            update payment.refund set state = ?
            where (region_id, id) in (select * from unnest(?::int[], ?::uuid[])) and state = 'FAILED' returning id
            """)
                .param(next.name())
                .param(some.stream().map(each -> each.id().region().number()).toArray(Integer[]::new))
                .param(some.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        return some.stream().filter(each -> settled.contains(each.id().value())).collect(Collectors.toList());
    }

    /** Whoever comes at the same time waits here for the first, and then finds it in another state. */
    boolean become(RefundId id, RefundState before, RefundState next) {
        return jdbc.sql("update payment.refund set state = ? where region_id = ? and id = ? and state = ?")
                        .params(next.name(), id.region().number(), id.value(), before.name())
                        .update()
                == 1;
    }

    private void write(RefundId id, PersonId by, @Nullable String reference, @Nullable RefundId attempt) {
        jdbc.sql("""
            insert into payment.way_on (region_id, refund_id, attempt_id, reference, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(id.region().number(), id.value())
                .param(attempt == null ? null : attempt.value())
                .param(reference)
                .params(by.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Refused read(ResultSet row, int number) throws SQLException {
        return new Refused(Refunds.read(row, number), row.getString("gateway"), way(row));
    }

    private static @Nullable WayOn way(ResultSet row) throws SQLException {
        var reference = row.getString("reference");
        var confirmed = row.getObject("confirmed_by", UUID.class);
        return reference == null
                ? null
                : new WayOn(
                        reference,
                        new PersonId(row.getObject("entered_by", UUID.class)),
                        row.getTimestamp("entered_at").toInstant(),
                        confirmed == null ? null : new PersonId(confirmed),
                        IntentRow.instant(row, "confirmed_at"));
    }
}
