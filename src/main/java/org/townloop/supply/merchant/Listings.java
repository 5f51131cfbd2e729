package org.townloop.supply.merchant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Point;
import tools.jackson.databind.json.JsonMapper;

/** Writes places that no merchant has taken over. */
@Component
class Listings {

    private record Stored(UUID id, boolean added) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final EventLog events;

    Listings(JdbcClient jdbc, JsonMapper json, Clock clock, EventLog events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public ImportCount upsert(List<Listing> listings) {
        if (listings.isEmpty()) {
            return ImportCount.NONE;
        }
        requireDistinct(listings);
        var written = write(listings);
        events.append(written.stream().map(row -> new PlaceChanged(row.id())).toList());
        var added = (int) written.stream().filter(Stored::added).count();
        return new ImportCount(added, written.size() - added, listings.size() - written.size());
    }

    // A row that the statement inserted has no xmax; one that it updated has.
    private List<Stored> write(List<Listing> listings) {
        var now = clock.instant();
        return jdbc.sql("""
            insert into merchant.place as p (region_id, id, name, address, lat, lon, trade, phone, details,
                source, source_key, created_at, changed_at)
            select region_id, id, name::jsonb, address::jsonb, lat, lon, trade, phone, details::jsonb,
                source, source_key, ?, ?
            from unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::float8[], ?::float8[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[])
                as l (region_id, id, name, address, lat, lon, trade, phone, details, source, source_key)
            order by source, source_key
            on conflict (source, source_key) do update
            set name = excluded.name, address = excluded.address, lat = excluded.lat, lon = excluded.lon,
                trade = excluded.trade, phone = excluded.phone, details = excluded.details,
                changed_at = excluded.changed_at
            where p.merchant_id is null
              and (p.name, p.address, p.lat, p.lon, p.trade, p.phone, p.details)
                  is distinct from (excluded.name, excluded.address, excluded.lat, excluded.lon,
                      excluded.trade, excluded.phone, excluded.details)
            returning p.id, p.xmax = 0 as added
            """)
                .params(
                        Timestamp.from(now),
                        Timestamp.from(now),
                        column(listings, listing -> listing.region().number(), new Integer[0]),
                        column(listings, listing -> Ids.next(listing.region(), now), new UUID[0]),
                        column(listings, listing -> json.writeValueAsString(listing.name()), new String[0]),
                        column(listings, listing -> json.writeValueAsString(listing.address()), new String[0]),
                        column(listings, listing -> lat(listing.point()), new Double[0]),
                        column(listings, listing -> lon(listing.point()), new Double[0]),
                        column(listings, Listing::trade, new String[0]),
                        column(listings, Listing::phone, new String[0]),
                        column(listings, listing -> json.writeValueAsString(listing.details()), new String[0]),
                        column(listings, Listing::source, new String[0]),
                        column(listings, Listing::sourceKey, new String[0]))
                .query((row, number) -> new Stored(row.getObject("id", UUID.class), row.getBoolean("added")))
                .list();
    }

    private static void requireDistinct(List<Listing> listings) {
        var keys = listings.stream().map(listing -> List.of(listing.source(), listing.sourceKey()));
        if (keys.distinct().count() != listings.size()) {
            throw new IllegalArgumentException("two listings have the same source and key");
        }
    }

    private static <T extends @Nullable Object> T[] column(
            List<Listing> listings, Function<Listing, T> value, T[] type) {
        return listings.stream().map(value).toList().toArray(type);
    }

    private static @Nullable Double lat(@Nullable Point point) {
        return point == null ? null : point.lat();
    }

    private static @Nullable Double lon(@Nullable Point point) {
        return point == null ? null : point.lon();
    }
}
