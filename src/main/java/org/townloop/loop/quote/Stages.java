package org.townloop.loop.quote;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;

/** What becomes of stages: when they are due, and which order each is. */
@Component
class Stages {

    /** A stage of which the resident is to be told that it is due. */
    record Untold(QuotationId quotation, int number) {}

    /**
     * An order that is to be called off.
     *
     * @param shown what its resident was told that comes back of it; nothing if nobody was told
     */
    record CallingOff(QuotationId quotation, int number, OrderId order, boolean everythingBack, Money shown) {}

    private final JdbcClient jdbc;

    Stages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of orders that are stages, the requests. */
    List<RequestId> requestsOf(Collection<UUID> orders) {
        return jdbc.sql("""
            select distinct q.request_id
            from quote.stage s
            join quote.quotation q on (q.region_id, q.id) = (s.region_id, s.quotation_id)
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) on (o.region_id, o.order_id) = (s.region_id, s.order_id)
            order by q.request_id
            """)
                .params(
                        orders.stream().map(id -> RegionId.of(id).number()).toArray(Integer[]::new),
                        orders.toArray(UUID[]::new))
                .query((row, number) -> new RequestId(row.getObject("request_id", UUID.class)))
                .list();
    }

    /** The quotation of which an order is a stage. */
    Optional<QuotationId> quotationOf(OrderId order) {
        return jdbc.sql("select quotation_id from quote.stage where region_id = ? and order_id = ?")
                .params(order.region().number(), order.value())
                .query((row, number) -> new QuotationId(row.getObject("quotation_id", UUID.class)))
                .optional();
    }

    /** The order that it is from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void order(QuotationId quotation, int stage, @Nullable OrderId order) {
        jdbc.sql("update quote.stage set order_id = ? where region_id = ? and quotation_id = ? and stage = ?")
                .param(order == null ? null : order.value())
                .param(quotation.region().number())
                .param(quotation.value())
                .param(stage)
                .update();
    }

    /** From when on it is to be paid; what was known before stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void due(QuotationId quotation, int stage, Instant at) {
        jdbc.sql("""
            update quote.stage set due_at = ?
            where region_id = ? and quotation_id = ? and stage = ? and due_at is null
            """)
                .params(Timestamp.from(at), quotation.region().number(), quotation.value(), stage)
                .update();
    }

    /** Those that are due and of which nobody was told, marked as told by whoever gets them. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Untold> tell(Instant now, int limit) {
        return jdbc.sql("""
            update quote.stage set told_at = ?
            where (region_id, quotation_id, stage) in (
                select region_id, quotation_id, stage from quote.stage
                where due_at <= ? and told_at is null order by due_at limit ? for update skip locked)
            returning quotation_id, stage
            """)
                .params(Timestamp.from(now), Timestamp.from(now), limit)
                .query((row, number) ->
                        new Untold(new QuotationId(row.getObject("quotation_id", UUID.class)), row.getInt("stage")))
                .list();
    }

    /** All orders of it are to be called off. */
    @Transactional(propagation = Propagation.MANDATORY)
    void callOff(QuotationId quotation, boolean everythingBack) {
        jdbc.sql("""
            update quote.stage set calling_off = true, everything_back = ?
            where region_id = ? and quotation_id = ? and order_id is not null
            """)
                .params(everythingBack, quotation.region().number(), quotation.value())
                .update();
    }

    /** The same, where the resident was told what comes back of each of these stages. */
    @Transactional(propagation = Propagation.MANDATORY)
    void callOff(QuotationId quotation, Map<Integer, Money> shown) {
        callOff(quotation, false);
        jdbc.sql("""
            update quote.stage s set shown_minor = t.shown
            from unnest(?::int[], ?::bigint[]) as t (stage, shown)
            where s.region_id = ? and s.quotation_id = ? and s.stage = t.stage
            """)
                .params(
                        shown.keySet().toArray(Integer[]::new),
                        shown.values().stream().map(Money::minor).toArray(Long[]::new),
                        quotation.region().number(),
                        quotation.value())
                .update();
    }

    /** What failed is left out until it is to be tried again. */
    List<CallingOff> callingOff(Instant now, int limit) {
        return jdbc.sql("""
            select s.quotation_id, s.stage, s.order_id, s.everything_back, coalesce(s.shown_minor, 0) as shown,
                q.currency
            from quote.stage s
            join quote.quotation q on (q.region_id, q.id) = (s.region_id, s.quotation_id)
            where s.calling_off and s.order_id is not null and (s.try_at is null or s.try_at <= ?)
            order by s.region_id, s.quotation_id, s.stage
            limit ?
            """)
                .params(Timestamp.from(now), limit)
                .query((row, number) -> new CallingOff(
                        new QuotationId(row.getObject("quotation_id", UUID.class)),
                        row.getInt("stage"),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getBoolean("everything_back"),
                        Money.of(row.getLong("shown"), row.getString("currency"))))
                .list();
    }

    /** It could not be called off now. */
    void tryAgain(CallingOff stage, Instant at) {
        jdbc.sql("update quote.stage set try_at = ? where region_id = ? and quotation_id = ? and stage = ?")
                .params(
                        Timestamp.from(at),
                        stage.quotation().region().number(),
                        stage.quotation().value(),
                        stage.number())
                .update();
    }

    /** It is called off, or cannot be any more. */
    void calledOff(CallingOff stage) {
        jdbc.sql("update quote.stage set calling_off = false where region_id = ? and quotation_id = ? and stage = ?")
                .params(stage.quotation().region().number(), stage.quotation().value(), stage.number())
                .update();
    }
}
