package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;

/** The refunds. What changes them does so in the caller's transaction, and once. */
@Component
public class Refunds {

    static final String COLUMNS =
            "id, intent_id, order_id, amount_minor, currency, state, gateway_ref, reason, created_at, closed_at,"
                    + " failure";

    private final JdbcClient jdbc;
    private final Clock clock;

    Refunds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes that money is to go back; the gateway is asked after the commit, by {@link Gateways#refund} or by the
     * {@link Reconciler}.
     *
     * @param order one of those that the payment is for
     * @param amount above zero
     * @return refused if the intent is not captured, or this and earlier refunds exceed the order's share of it, less what
     *     the gateway took back because the payer objected
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Refund> request(IntentId intent, UUID order, Money amount, String reason) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is above zero, not " + amount.minor());
        }
        var left = refundable(intent, order);
        return left < amount.minor() ? exceeds(order, left) : Outcome.done(insert(intent, order, amount, reason));
    }

    /**
     * The same for an order, however often it was paid: all of it from the earliest payment that has enough left, and
     * only if none has, from several, the earliest first. A payment of which the gateway would not pay back comes last.
     *
     * @return refused if all of the order's payments together have less left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<List<Refund>> request(UUID order, Money amount, String reason) {
        var left = new LinkedHashMap<IntentId, Long>();
        captured(order, amount.currency()).forEach(intent -> left.put(intent, Math.max(0, refundable(intent, order))));
        var whole = left.entrySet().stream()
                .filter(each -> each.getValue() >= amount.minor())
                .findFirst();
        if (whole.isPresent()) {
            return request(whole.get().getKey(), order, amount, reason).map(List::of);
        }
        var all = left.values().stream().mapToLong(Long::longValue).sum();
        return all < amount.minor() ? exceeds(order, all) : Outcome.done(insert(left, order, amount, reason));
    }

    private List<Refund> insert(Map<IntentId, Long> left, UUID order, Money amount, String reason) {
        var parts = new ArrayList<Refund>();
        var open = amount.minor();
        for (var each : left.entrySet()) {
            var part = Math.min(open, each.getValue());
            if (part > 0) {
                parts.add(insert(each.getKey(), order, new Money(part, amount.currency()), reason));
                open -= part;
            }
        }
        return parts;
    }

    private <T> Outcome<T> exceeds(UUID order, long left) {
        if (takenBack(order, "OPEN") > 0) {
            return Outcome.refused(PaymentReason.PAYMENT_DISPUTED);
        }
        return Outcome.refused(
                Refusal.of(PaymentReason.REFUND_EXCEEDS_PAYMENT, "amount", Map.of("leftMinor", Math.max(0, left))));
    }

    /** Locked in one order, so that two refunds of one order wait for one another. */
    private List<IntentId> captured(UUID order, Currency currency) {
        record Captured(IntentId id, boolean refused) {}
        return jdbc
                .sql("""
                    select i.id, exists (select from payment.refund r
                            where r.region_id = s.region_id and r.order_id = s.order_id and r.intent_id = s.intent_id
                                and r.state in ('FAILED', 'ASKED_AGAIN', 'PAYING_OTHERWISE')) as refused
                    from payment.share s
                    join payment.intent i on (i.region_id, i.id) = (s.region_id, s.intent_id)
                    where s.region_id = ? and s.order_id = ? and i.state = 'CAPTURED' and i.currency = ?
                    order by i.id for update of i
                    """)
                .params(RegionId.of(order).number(), order, currency.getCurrencyCode())
                .query((row, number) ->
                        new Captured(new IntentId(row.getObject("id", UUID.class)), row.getBoolean("refused")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Captured::refused))
                .map(Captured::id)
                .toList();
    }

    /** @throws Absent if there is no such refund */
    public Refund get(RefundId id) {
        return find(id).orElseThrow(() -> new Absent("refund " + id.value()));
    }

    public Optional<Refund> find(RefundId id) {
        return RegionId.isIn(id.value())
                ? jdbc.sql("select " + COLUMNS + " from payment.refund where region_id = ? and id = ?")
                        .params(id.region().number(), id.value())
                        .query(Refunds::read)
                        .optional()
                : Optional.empty();
    }

    /** The refunds of an order, the latest first. */
    public List<Refund> of(UUID order) {
        return jdbc.sql("select " + COLUMNS + " from payment.refund where region_id = ? and order_id = ?"
                        + " order by created_at desc, id desc")
                .params(RegionId.of(order).number(), order)
                .query(Refunds::read)
                .list();
    }

    /**
     * @param failure null unless the gateway refused it
     * @return true the first time only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean close(RefundId id, RefundState state, @Nullable String gatewayRef, @Nullable RefundFailure failure) {
        return jdbc.sql("""
            update payment.refund
            set state = :state, gateway_ref = coalesce(:gatewayRef, gateway_ref), closed_at = :now, failure = :failure
            where region_id = :region and id = :id and state = 'UNKNOWN'
            """)
                        .param("state", state.name())
                        .param("gatewayRef", gatewayRef)
                        .param("failure", failure == null ? null : failure.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("region", id.region().number())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Of the order's share. Locks the intent, so that two refunds at once are counted one after the other. */
    long refundable(IntentId intent, UUID order) {
        var captured = jdbc.sql("""
            select case when i.state = 'CAPTURED' then s.amount_minor else 0 end
            from payment.intent i
            join payment.share s on (s.region_id, s.intent_id) = (i.region_id, i.id)
            where i.region_id = ? and i.id = ? and s.order_id = ?
            for update of i
            """)
                .params(intent.region().number(), intent.value(), order)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Absent("payment " + intent.value()));
        var back = jdbc.sql("""
            select (select coalesce(sum(amount_minor), 0) from payment.refund
                    where region_id = :region and intent_id = :intent and order_id = :order and state not in
                        ('FAILED', 'ASKED_AGAIN', 'CHARGED_BACK'))
                + (select coalesce(sum(s.amount_minor), 0) from payment.chargeback c
                    join payment.chargeback_share s on (s.region_id, s.chargeback_id) = (c.region_id, c.id)
                    where c.region_id = :region and c.intent_id = :intent and s.order_id = :order and c.state <> 'WON')
            """)
                .param("region", intent.region().number())
                .param("intent", intent.value())
                .param("order", order)
                .query(Long.class)
                .single();
        return captured - back;
    }

    private long takenBack(UUID order, String state) {
        return jdbc.sql("""
            select coalesce(sum(s.amount_minor), 0) from payment.chargeback_share s
            join payment.chargeback c on (c.region_id, c.id) = (s.region_id, s.chargeback_id)
            where s.region_id = ? and s.order_id = ? and c.state = ?
            """)
                .params(RegionId.of(order).number(), order, state)
                .query(Long.class)
                .single();
    }

    private Refund insert(IntentId intent, UUID order, Money amount, String reason) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
            insert into payment.refund (region_id, id, intent_id, order_id, amount_minor, currency, state, reason,
                created_at, asked_at)
            select region_id, ?, id, ?, ?, currency, 'UNKNOWN', ?, ?, ?
            from payment.intent where region_id = ? and id = ? and currency = ?
            returning
            """ + COLUMNS)
                .params(Ids.next(intent.region(), now.toInstant()), order, amount.minor(), reason, now, now)
                .params(
                        intent.region().number(),
                        intent.value(),
                        amount.currency().getCurrencyCode())
                .query(Refunds::read)
                .single();
    }

    static Refund read(ResultSet row, int number) throws SQLException {
        return new Refund(
                new RefundId(row.getObject("id", UUID.class)),
                new IntentId(row.getObject("intent_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                RefundState.valueOf(row.getString("state")),
                row.getString("gateway_ref"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                IntentRow.instant(row, "closed_at"),
                Optional.ofNullable(row.getString("failure"))
                        .map(RefundFailure::valueOf)
                        .orElse(null));
    }
}
