package org.townloop.loop.payment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        var now = clock.instant();
        var id = new IntentId(Ids.next(RegionId.of(shares.getFirst().order()), now));
        var amount = shares.stream().map(Share::amount).reduce(Money::plus).orElseThrow();
        // one statement: there is no moment at which the shares do not add up
        jdbc.sql("""
            with intent as (
                insert into payment.intent (region_id, id, person_id, gateway, amount_minor, currency, return_url, state,
                    created_at, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, 'UNKNOWN', ?, ?)
                returning region_id, id)
            insert into payment.share (region_id, intent_id, order_id, amount_minor)
            select intent.region_id, intent.id, share.order_id, share.amount_minor
            from intent, unnest(?::uuid[], ?::bigint[]) as share (order_id, amount_minor)
            """)
                .params(id.region().number(), id.value(), person.value(), gateway, amount.minor())
                .params(amount.currency().getCurrencyCode(), returnUrl)
                .params(now.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .params(
                        shares.stream().map(Share::order).toArray(UUID[]::new),
                        shares.stream().map(share -> share.amount().minor()).toArray(Long[]::new))
                .update();
        return get(id);
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

    /**
     * The gateway knows of it and waits for the payer.
     *
     * @return false if more than that is known already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean pending(IntentId id, String gatewayRef, String redirectUrl) {
        return become(IntentState.PENDING, id, gatewayRef, redirectUrl);
    }

    /** @return true the first time only */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean captured(IntentId id, String gatewayRef) {
        return become(IntentState.CAPTURED, id, gatewayRef, null);
    }

    /** @return true the first time only, and never after a capture */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean declined(IntentId id, @Nullable String gatewayRef) {
        return become(IntentState.DECLINED, id, gatewayRef, null);
    }

    private boolean become(IntentState state, IntentId id, @Nullable String gatewayRef, @Nullable String redirectUrl) {
        return jdbc.sql("""
            update payment.intent
            set state = :state, gateway_ref = coalesce(:gatewayRef, gateway_ref),
                redirect_url = coalesce(:redirectUrl, redirect_url),
                closed_at = case when :open then null else :now end
            where region_id = :region and id = :id and state = any (:before)
            """)
                        .param("state", state.name())
                        .param("gatewayRef", gatewayRef)
                        .param("redirectUrl", redirectUrl)
                        .param("open", state.isOpen())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("region", id.region().number())
                        .param("id", id.value())
                        .param("before", state.before())
                        .update()
                == 1;
    }
}
