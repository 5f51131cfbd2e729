package org.townloop.supply.offer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Selling;

/** Whether things are sold, apart from what they are: that needs no new version. */
@Component
class OnSale implements Selling {

    private final JdbcClient jdbc;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    OnSale(JdbcClient jdbc, EventLog events, ApplicationEventPublisher local, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(MerchantId merchant) {
        changed(jdbc.sql("""
            update offer.offer set active = false, changed_at = ?
            where region_id = ? and active and merchant_id = ?
            returning id, place_id
            """)
                .params(Timestamp.from(clock.instant()), merchant.region().number(), merchant.value())
                .query((row, number) ->
                        new OfferChanged(row.getObject("id", UUID.class), row.getObject("place_id", UUID.class)))
                .list());
    }

    /** @return whether that changed anything */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean set(OfferId offer, boolean active) {
        var changed = jdbc.sql("""
            update offer.offer set active = ?, changed_at = ?
            where region_id = ? and id = ? and active <> ?
            returning id, place_id
            """)
                .params(active, Timestamp.from(clock.instant()), offer.region().number(), offer.value(), active)
                .query((row, number) ->
                        new OfferChanged(row.getObject("id", UUID.class), row.getObject("place_id", UUID.class)))
                .list();
        changed(changed);
        return !changed.isEmpty();
    }

    /** @param today by region: ads whose last day is before it are taken down */
    @Transactional(propagation = Propagation.MANDATORY)
    void stopAdsUntil(Map<RegionId, LocalDate> today) {
        var regions = List.copyOf(today.entrySet());
        changed(jdbc.sql("""
            update offer.offer o set active = false, changed_at = ?
            from offer.version v
            join unnest(?::int[], ?::text[]) as r (region_id, today) using (region_id)
            where v.arrangement ->> 'kind' = 'ad' and v.arrangement ->> 'until' < r.today
              and o.region_id = v.region_id and o.id = v.offer_id and o.version = v.version and o.active
            returning o.id, o.place_id
            """)
                .params(
                        Timestamp.from(clock.instant()),
                        regions.stream().map(each -> each.getKey().number()).toArray(Integer[]::new),
                        regions.stream().map(each -> each.getValue().toString()).toArray(String[]::new))
                .query((row, number) ->
                        new OfferChanged(row.getObject("id", UUID.class), row.getObject("place_id", UUID.class)))
                .list());
    }

    private void changed(List<OfferChanged> changes) {
        events.append(changes);
        changes.forEach(local::publishEvent);
    }
}
