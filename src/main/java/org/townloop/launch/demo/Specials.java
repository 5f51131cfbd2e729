package org.townloop.launch.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.deal.Draws;

/** Two deals of the town: one that sells what there is, and one that needs enough buyers. */
final class Specials {

    private record Found(int region, UUID offer, UUID place, long price, String currency) {}

    private final JdbcTemplate jdbc;
    private final Instant now;
    private final Random random;

    Specials(JdbcTemplate jdbc, Instant now, long seed) {
        this.jdbc = jdbc;
        this.now = now;
        this.random = new Random(seed);
    }

    /** Of one of the set menus, and of the walk with lanterns. */
    void write() {
        var today = new Terms(now, now.plus(Duration.ofHours(20)), 40, 2, null);
        var soon = new Terms(now, now.plus(Duration.ofDays(2)), 12, 2, 8);
        deal("o.pack_id = 'restaurants' and v.arrangement ->> 'kind' = 'walk-in'", 60, today);
        deal("v.title ->> 'en' = 'Lanterns and ghosts'", 75, soon);
    }

    private record Terms(
            Instant opensAt,
            Instant closesAt,
            int stock,
            int each,
            @Nullable Integer least) {}

    private void deal(String which, int percent, Terms terms) {
        jdbc.query(
                        """
                            select o.region_id, o.id, o.place_id, v.price_minor, v.currency
                            from offer.offer o
                            join offer.version v
                                on v.region_id = o.region_id and v.offer_id = o.id and v.version = o.version
                            where o.active and v.price_minor > 0 and
                            """ + which + " order by o.region_id, o.place_id desc, o.id desc limit 1",
                        (row, number) -> new Found(
                                row.getInt("region_id"),
                                row.getObject("id", UUID.class),
                                row.getObject("place_id", UUID.class),
                                row.getLong("price_minor"),
                                row.getString("currency")))
                .forEach(found -> insert(found, found.price() * percent / 100, terms));
    }

    private void insert(Found found, long price, Terms terms) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var seed = HexFormat.of().formatHex(bytes);
        jdbc.update(
                """
                insert into deal.deal (region_id, id, offer_id, place_id, price_minor, currency, opens_at, closes_at, stock,
                    most_each, least, state, seed, seed_hash, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ANNOUNCED', ?, ?, ?)
                """,
                found.region(),
                Ids.of(new RegionId(found.region()), now, random.nextLong()),
                found.offer(),
                found.place(),
                price,
                found.currency(),
                Timestamp.from(terms.opensAt()),
                Timestamp.from(terms.closesAt()),
                terms.stock(),
                terms.each(),
                terms.least(),
                seed,
                Draws.hash(seed),
                Timestamp.from(now));
    }
}
