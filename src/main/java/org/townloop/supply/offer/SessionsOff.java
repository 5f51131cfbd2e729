package org.townloop.supply.offer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import tools.jackson.databind.json.JsonMapper;

/** Calls sessions of classes off: a new version that says all else as the one before, under the same version of its pack. */
@Component
public class SessionsOff {

    /** Whoever was to get their money back has it by then. */
    private static final Period REMEMBERED = Period.ofDays(30);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Regions regions;
    private final Offers offers;
    private final ObjectProvider<SessionNeeds> sessionNeeds;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    SessionsOff(
            JdbcClient jdbc,
            JsonMapper json,
            Regions regions,
            Offers offers,
            ObjectProvider<SessionNeeds> sessionNeeds,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.regions = regions;
        this.offers = offers;
        this.sessionNeeds = sessionNeeds;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /** The offer as it is sold; nobody writes it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Offer lock(OfferId id) {
        jdbc.sql("select 1 from offer.offer where region_id = ? and id = ? for no key update")
                .params(id.region().number(), id.value())
                .query(Integer.class)
                .optional();
        return offers.get(id);
    }

    /**
     * In the caller's transaction; nothing happens if it is called off already. Whoever held a seat by the version before
     * has it when others read of this one: nobody is overlooked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<OfferId> callOff(Offer offer, Session session, LocalDateTime time) {
        var zone = regions.get(offer.region()).zone();
        if (session.calledOff(zone).contains(time.atZone(zone).toInstant())) {
            return Outcome.done(offer.id());
        }
        requireSession(session, time, zone);
        var forgotten = LocalDateTime.ofInstant(clock.instant(), zone).minus(REMEMBERED);
        if (!rearrange(offer, session.without(time, forgotten))) {
            return Outcome.refused(OfferReason.OFFER_CHANGED_MEANWHILE);
        }
        sessionNeeds.forEach(sold -> sold.keepStill(offer.place()));
        var changed = new OfferChanged(offer.id().value(), offer.place().value());
        events.append(changed);
        local.publishEvent(changed);
        return Outcome.done(offer.id());
    }

    /**
     * One that is still to come, or that was sold before its class changed its times: what cannot have been sold is none.
     *
     * @throws Absent if there can be none
     */
    private void requireSession(Session session, LocalDateTime time, ZoneId zone) {
        var now = clock.instant();
        var start = time.atZone(zone).toInstant();
        var mayBeSold = SessionRules.isOnStep(time.toLocalTime())
                && start.isBefore(now.plus(SessionRules.DAYS_AHEAD, ChronoUnit.DAYS));
        if (!start.isAfter(now) || (!mayBeSold && !session.isAt(zone, start))) {
            throw new Absent("session " + time);
        }
    }

    /** @return whether the offer is still in that version, and now in the next one */
    private boolean rearrange(Offer offer, Arrangement arrangement) {
        return jdbc.sql("""
            with next as (
                update offer.offer set version = version + 1, changed_at = ?
                where region_id = ? and id = ? and version = ?
                returning region_id, id, version, changed_at)
            insert into offer.version (region_id, offer_id, version, pack_version, title, description, price_minor,
                currency, duration_minutes, buffer_before_minutes, buffer_after_minutes, resource_kind, attributes,
                created_at, mode, arrangement, menu, deposit_percent, shop_only, shop_most_minor, shop_most_open)
            select v.region_id, v.offer_id, next.version, v.pack_version, v.title, v.description, v.price_minor,
                v.currency, v.duration_minutes, v.buffer_before_minutes, v.buffer_after_minutes, v.resource_kind,
                v.attributes, next.changed_at, v.mode, ?::jsonb, v.menu, v.deposit_percent,
                v.shop_only, v.shop_most_minor, v.shop_most_open
            from offer.version v
            join next on next.region_id = v.region_id and next.id = v.offer_id and next.version = v.version + 1
            """)
                        .params(
                                Timestamp.from(clock.instant()),
                                offer.region().number(),
                                offer.id().value(),
                                offer.version(),
                                json.writerFor(Arrangement.class).writeValueAsString(arrangement))
                        .update()
                == 1;
    }
}
