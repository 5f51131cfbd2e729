package org.townloop.supply.offer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.StaffId;
import tools.jackson.databind.json.JsonMapper;

/** Writes the tables of this module. */
@Component
class OfferWrites {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OfferWrites(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The number of the version; writers of the same offer wait for one another. */
    int nextVersion(OfferId id, NewOffer offer, MerchantId merchant) {
        return jdbc.sql("""
            insert into offer.offer as o
                (region_id, id, place_id, merchant_id, pack_id, version, active, changed_at)
            values (?, ?, ?, ?, ?, 1, ?, ?)
            on conflict (region_id, id) do update
            set version = o.version + 1, active = excluded.active, changed_at = excluded.changed_at
            returning version
            """)
                .params(
                        id.region().number(),
                        id.value(),
                        offer.place().value(),
                        merchant.value(),
                        offer.pack().value(),
                        offer.active(),
                        Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    void addVersion(OfferId id, int version, int packVersion, NewOffer offer) {
        jdbc.sql("""
            insert into offer.version (region_id, offer_id, version, pack_version, title, description,
                price_minor, currency, duration_minutes, buffer_before_minutes, buffer_after_minutes,
                resource_kind, attributes, created_at, mode, arrangement, menu, deposit_percent,
                shop_only, shop_most_minor, shop_most_open)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
            """)
                .params(Arrays.<@Nullable Object>asList(
                        id.region().number(),
                        id.value(),
                        version,
                        packVersion,
                        json.writeValueAsString(offer.title()),
                        json.writeValueAsString(offer.description()),
                        offer.price().minor(),
                        offer.price().currency().getCurrencyCode(),
                        offer.duration().toMinutes(),
                        offer.bufferBefore().toMinutes(),
                        offer.bufferAfter().toMinutes(),
                        offer.resourceKind(),
                        json.writeValueAsString(offer.attributes()),
                        Timestamp.from(clock.instant()),
                        offer.mode(),
                        json.writerFor(Arrangement.class).writeValueAsString(offer.arrangement()),
                        json.writeValueAsString(offer.menu().courses()),
                        offer.deposit() == null ? null : offer.deposit().percent(),
                        offer.atShop() == null ? null : offer.atShop().only(),
                        offer.atShop() == null ? null : offer.atShop().mostMinor(),
                        offer.atShop() == null ? null : offer.atShop().mostOpen()))
                .update();
    }

    void setStaff(OfferId id, Collection<StaffId> staff) {
        var ids = staff.stream().map(StaffId::value).toArray(UUID[]::new);
        jdbc.sql("delete from offer.staff where region_id = ? and offer_id = ? and not staff_id = any (?)")
                .params(id.region().number(), id.value(), ids)
                .update();
        jdbc.sql("""
            insert into offer.staff (region_id, offer_id, staff_id)
            select ?, ?, staff_id from unnest(?::uuid[]) as s (staff_id)
            on conflict do nothing
            """).params(id.region().number(), id.value(), ids).update();
    }
}
