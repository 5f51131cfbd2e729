package org.townloop.loop.payment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** The chargebacks. What changes them does so in the caller's transaction, and once. */
@Component
public class Chargebacks {

    private final JdbcClient jdbc;
    private final Refunds refunds;
    private final Clock clock;

    Chargebacks(JdbcClient jdbc, Refunds refunds, Clock clock) {
        this.jdbc = jdbc;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** @throws Absent if there is no such chargeback */
    public Chargeback get(ChargebackId id) {
        return RegionId.isIn(id.value())
                ? jdbc.sql(ChargebackRow.SELECT + " where region_id = ? and id = ?")
                        .params(id.region().number(), id.value())
                        .query(ChargebackRow::read)
                        .optional()
                        .orElseThrow(() -> new Absent("chargeback " + id.value()))
                : absent(id);
    }

    private static Chargeback absent(ChargebackId id) {
        throw new Absent("chargeback " + id.value());
    }

    /** Those that are about an order too, the latest first. */
    public List<Chargeback> of(UUID order) {
        return of(List.of(order), Integer.MAX_VALUE);
    }

    /** Those that are about any of the orders, the latest first. */
    public List<Chargeback> of(Collection<UUID> orders, int limit) {
        return jdbc.sql(ChargebackRow.SELECT + """
             where (region_id, id) in (
                select region_id, chargeback_id from payment.chargeback_share
                where region_id = any (?) and order_id = any (?))
            order by opened_at desc, id desc limit ?
            """)
                .params(
                        orders.stream()
                                .map(order -> RegionId.of(order).number())
                                .distinct()
                                .toArray(Integer[]::new),
                        orders.toArray(UUID[]::new),
                        limit)
                .query(ChargebackRow::read)
                .list();
    }

    /** Those that concern the desk of a place, the latest first. */
    public List<Chargeback> at(RegionId region, UUID place, int limit) {
        return jdbc.sql(ChargebackRow.SELECT + """
             where (region_id, id) in (
                select region_id, chargeback_id from payment.chargeback_share where region_id = ? and place_id = ?)
            order by opened_at desc, id desc limit ?
            """)
                .params(region.number(), place, limit)
                .query(ChargebackRow::read)
                .list();
    }

    /**
     * Notes about an order of it at whose desk it is answered, and whether the order stands still because of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void concerns(ChargebackId id, UUID order, UUID place, boolean stopped) {
        jdbc.sql("""
            update payment.chargeback_share set place_id = ?, stopped = ?
            where region_id = ? and chargeback_id = ? and order_id = ?
            """)
                .params(place, stopped, id.region().number(), id.value(), order)
                .update();
    }

    /** The orders that stand still because of it. */
    public List<UUID> stopped(ChargebackId id) {
        return jdbc.sql("select order_id from payment.chargeback_share"
                        + " where region_id = ? and chargeback_id = ? and stopped")
                .params(id.region().number(), id.value())
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** In the regions, those that are not decided first, and of each the latest. */
    public List<Chargeback> in(Collection<RegionId> regions, int limit) {
        return jdbc.sql(ChargebackRow.SELECT
                        + " where region_id = any (?) order by state = 'OPEN' desc, opened_at desc, id desc limit ?")
                .params(regions.stream().map(RegionId::number).toArray(Integer[]::new), limit)
                .query(ChargebackRow::read)
                .list();
    }

    /**
     * Writes what the merchant says to it. The gateway is told after the commit, by the {@link Reconciler}.
     *
     * @return false if something was said before, or it is decided or too late
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean answer(ChargebackId id, PersonId by, String answer) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
            update payment.chargeback set answer = ?, answered_by = ?, answered_at = ?, sent_at = ?
            where region_id = ? and id = ? and state = 'OPEN' and answer is null and answer_until > ?
            """)
                        .params(answer, by.value(), now, now, id.region().number(), id.value(), now)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sent(ChargebackId id, Chargeback.Sent sent) {
        jdbc.sql("update payment.chargeback set sent = ? where region_id = ? and id = ? and sent is null")
                .params(sent.name(), id.region().number(), id.value())
                .update();
    }

    /**
     * Takes answers that the gateway may not have, as {@link Unresolved} takes payments: nobody else sends them as well, and
     * the time between two attempts grows.
     */
    List<Chargeback> takeUnsent(int limit) {
        return jdbc.sql("""
            update payment.chargeback set sent_at = :now
            where (region_id, id) in (
                select region_id, id from payment.chargeback
                where answer is not null and sent is null
                  and (sent_at = answered_at
                    or sent_at < :now - greatest(interval '2 seconds', (sent_at - answered_at) / 4))
                order by sent_at
                limit :limit
                for update skip locked)
            returning
            """ + ChargebackRow.COLUMNS)
                .param("now", clock.instant().plusMillis(1).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(ChargebackRow::read)
                .list();
    }

    Chargeback byRef(String gateway, String ref) {
        return jdbc.sql(ChargebackRow.SELECT + " where gateway = ? and gateway_ref = ?")
                .params(gateway, ref)
                .query(ChargebackRow::read)
                .single();
    }

    /** @return true the first time only; who comes at the same time waits for the first */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean open(Intent intent, String gateway, GatewayDispute dispute) {
        var now = clock.instant();
        var id = new ChargebackId(Ids.next(intent.id().region(), now));
        var isFirst = jdbc.sql("""
            insert into payment.chargeback (region_id, id, intent_id, gateway, gateway_ref, amount_minor, currency, why,
                state, opened_at, answer_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
            on conflict (gateway, gateway_ref) do nothing
            """)
                        .params(id.region().number(), id.value(), intent.id().value(), gateway, dispute.ref())
                        .params(
                                dispute.amount().minor(),
                                dispute.amount().currency().getCurrencyCode())
                        .params(dispute.why().name(), now.atOffset(ZoneOffset.UTC))
                        .param(dispute.answerBy().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (isFirst) {
            allot(id, intent, dispute.amount());
        }
        return isFirst;
    }

    /** What went back, or is on its way back, cannot be taken back from the order as well. */
    private void allot(ChargebackId id, Intent intent, Money amount) {
        var orders = intent.shares().stream().map(Share::order).sorted().toList();
        var left = orders.stream()
                .map(order -> Math.max(0, refunds.refundable(intent.id(), order)))
                .toList();
        jdbc.sql("""
            insert into payment.chargeback_share (region_id, chargeback_id, order_id, amount_minor)
            select ?, ?, share.order_id, share.amount_minor
            from unnest(?::uuid[], ?::bigint[]) as share (order_id, amount_minor)
            where share.amount_minor > 0
            """)
                .params(id.region().number(), id.value(), orders.toArray(UUID[]::new))
                .param(Allotment.of(amount.minor(), left).toArray(Long[]::new))
                .update();
    }

    /** @return true the first time only */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean decide(ChargebackId id, ChargebackState state) {
        return jdbc.sql("""
            update payment.chargeback set state = ?, decided_at = ?
            where region_id = ? and id = ? and state = 'OPEN'
            """)
                        .params(state.name(), clock.instant().atOffset(ZoneOffset.UTC))
                        .params(id.region().number(), id.value())
                        .update()
                == 1;
    }
}
