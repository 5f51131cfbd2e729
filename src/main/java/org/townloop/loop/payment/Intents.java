package org.townloop.loop.payment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** The intents. What changes them does so in the caller's transaction, and once. */
@Component
public class Intents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Intents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same for one order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Intent record(UUID order, PersonId person, String gateway, Money amount, String returnUrl) {
        return record(List.of(new Share(order, amount)), person, gateway, returnUrl);
    }

    /**
     * Writes that the person wants to pay, before any gateway is asked.
     *
     * @param shares what each order gets of it, at least one; all of one region and currency
     * @param gateway a name that {@link Gateways#find} knows
     * @param returnUrl where the gateway sends the payer back to; absolute
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Intent record(List<Share> shares, PersonId person, String gateway, String returnUrl) {
        var draft = draft(shares, person, gateway, returnUrl);
        record(List.of(draft));
        return get(draft.id());
    }

    /** A payment as it is to be; nothing is written. For the parameters see {@link #record(List, PersonId, String, String)}. */
    public Intent draft(List<Share> shares, PersonId person, String gateway, String returnUrl) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new IntentId(Ids.next(RegionId.of(shares.getFirst().order()), now));
        var amount = shares.stream().map(Share::amount).reduce(Money::plus).orElseThrow();
        return new Intent(
                id, shares, person, gateway, amount, IntentState.UNKNOWN, null, null, returnUrl, now, now, null);
    }

    /** Writes {@link #draft drafts}, before any gateway is asked; there is no moment at which the shares do not add up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Intent> drafts) {
        if (!drafts.isEmpty()) {
            jdbc.sql("""
                with intent as (
                    insert into payment.intent (region_id, id, person_id, gateway, amount_minor, currency, return_url,
                        state, created_at, asked_at)
                    select region_id, id, person_id, gateway, amount_minor, currency, return_url, 'UNKNOWN', at, at
                    from unnest(?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                        ?::timestamptz[])
                        as d (region_id, id, person_id, gateway, amount_minor, currency, return_url, at)
                    returning region_id, id)
                insert into payment.share (region_id, intent_id, order_id, amount_minor)
                select intent.region_id, intent.id, share.order_id, share.amount_minor
                from intent
                join unnest(?::uuid[], ?::uuid[], ?::bigint[]) as share (intent_id, order_id, amount_minor)
                    on share.intent_id = intent.id
                """).params(IntentRow.columns(drafts)).update();
        }
    }

    /** @throws Absent if there is no such intent */
    public Intent get(IntentId id) {
        return find(id).orElseThrow(() -> new Absent("payment " + id.value()));
    }

    public Optional<Intent> find(IntentId id) {
        return RegionId.isIn(id.value())
                ? jdbc.sql(IntentRow.SELECT + " where region_id = ? and id = ?")
                        .params(id.region().number(), id.value())
                        .query(IntentRow::read)
                        .optional()
                : Optional.empty();
    }

    /** Those of them that there are, by one statement. */
    public Map<IntentId, Intent> get(Collection<IntentId> ids) {
        var known = ids.stream().filter(id -> RegionId.isIn(id.value())).toList();
        return jdbc
                .sql(IntentRow.SELECT + """
                     where (region_id, id) in (select * from unnest(?::int[], ?::uuid[]))
                    """)
                .params(
                        known.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        known.stream().map(IntentId::value).toArray(UUID[]::new))
                .query(IntentRow::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Intent::id, intent -> intent));
    }

    /** The intents that are for an order too, the latest first. */
    public List<Intent> of(UUID order) {
        return jdbc.sql(IntentRow.SELECT + """
             where (region_id, id) in (
                select region_id, intent_id from payment.share where region_id = ? and order_id = ?)
            order by created_at desc, id desc
            """)
                .params(RegionId.of(order).number(), order)
                .query(IntentRow::read)
                .list();
    }

    /** The same of many orders, by one statement; an order that nobody began to pay is left out. */
    public Map<UUID, List<Intent>> of(Collection<UUID> orders) {
        var byOrder = new HashMap<UUID, List<Intent>>();
        jdbc.sql(IntentRow.SELECT + """
             where (region_id, id) in (
                select s.region_id, s.intent_id from payment.share s
                join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id))
            order by created_at desc, id desc
            """)
                .params(
                        orders.stream()
                                .map(order -> RegionId.of(order).number())
                                .toArray(Integer[]::new),
                        orders.toArray(UUID[]::new))
                .query(IntentRow::read)
                .list()
                .forEach(intent -> intent.shares()
                        .forEach(share -> byOrder.computeIfAbsent(share.order(), order -> new ArrayList<>())
                                .add(intent)));
        return byOrder;
    }

    /**
     * Their gateways know of them and wait for the payers; locked in one order, so that nobody deadlocks.
     *
     * @return those of which no more is known already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<IntentId> pending(List<Opened> opened) {
        return Set.copyOf(jdbc.sql("""
            with theirs as (
                select i.region_id, i.id, o.gateway_ref, o.redirect_url
                from payment.intent i
                join unnest(?::int[], ?::uuid[], ?::text[], ?::text[]) as o (region_id, id, gateway_ref, redirect_url)
                    using (region_id, id)
                where i.state = any (?)
                order by i.region_id, i.id
                for update of i)
            update payment.intent i
            set state = 'PENDING', gateway_ref = theirs.gateway_ref, redirect_url = theirs.redirect_url
            from theirs
            where i.region_id = theirs.region_id and i.id = theirs.id returning i.id
            """)
                .params(
                        opened.stream()
                                .map(each -> each.intent().region().number())
                                .toArray(Integer[]::new),
                        opened.stream().map(each -> each.intent().value()).toArray(UUID[]::new),
                        opened.stream().map(Opened::gatewayRef).toArray(String[]::new),
                        opened.stream().map(Opened::redirectUrl).toArray(String[]::new),
                        IntentState.PENDING.before())
                .query((row, number) -> new IntentId(row.getObject("id", UUID.class)))
                .list());
    }

    /** @return true the first time only */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean captured(IntentId id, String gatewayRef) {
        return !captured(Map.of(id, gatewayRef)).isEmpty();
    }

    /**
     * The same of many, by one statement; locked in one order, so that nobody deadlocks.
     *
     * @param gatewayRefs by intent
     * @return those of which it was not known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Intent> captured(Map<IntentId, String> gatewayRefs) {
        if (gatewayRefs.isEmpty()) {
            return List.of();
        }
        var ids = List.copyOf(gatewayRefs.keySet());
        return jdbc.sql("""
            with theirs as (
                select i.region_id as region, i.id as which, r.gateway_ref as ref
                from payment.intent i
                join unnest(?::int[], ?::uuid[], ?::text[]) as r (region_id, id, gateway_ref)
                    on r.region_id = i.region_id and r.id = i.id
                where i.state = any (?)
                order by i.region_id, i.id
                for update of i)
            update payment.intent
            set state = 'CAPTURED', gateway_ref = theirs.ref, closed_at = ?
            from theirs
            where region_id = theirs.region and id = theirs.which
            returning
            """ + IntentRow.COLUMNS)
                .params(
                        ids.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        ids.stream().map(IntentId::value).toArray(UUID[]::new),
                        ids.stream().map(gatewayRefs::get).toArray(String[]::new),
                        IntentState.CAPTURED.before(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(IntentRow::read)
                .list();
    }

    /** @return true the first time only, and never after a capture */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean declined(IntentId id, @Nullable String gatewayRef) {
        return become(IntentState.DECLINED, id, gatewayRef);
    }

    private boolean become(IntentState state, IntentId id, @Nullable String gatewayRef) {
        return jdbc.sql("""
            update payment.intent
            set state = :state, gateway_ref = coalesce(:gatewayRef, gateway_ref), closed_at = :now
            where region_id = :region and id = :id and state = any (:before)
            """)
                        .param("state", state.name())
                        .param("gatewayRef", gatewayRef)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("region", id.region().number())
                        .param("id", id.value())
                        .param("before", state.before())
                        .update()
                == 1;
    }
}
