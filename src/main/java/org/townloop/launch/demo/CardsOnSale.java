package org.townloop.launch.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Stored;
import tools.jackson.databind.json.JsonMapper;

/** The bank that keeps the money of cards, and the two that the house on Bell Street sells. */
final class CardsOnSale {

    private static final int MONTHS = 36;
    private static final List<Long> AMOUNTS = List.of(10_000L, 20_000L, 50_000L);
    private static final int USES = 10;
    private static final long OF_TEN = 78_000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Instant now;
    private final Random random;

    CardsOnSale(JdbcTemplate jdbc, JsonMapper json, Instant now, long seed) {
        this.jdbc = jdbc;
        this.json = json;
        this.now = now;
        this.random = new Random(seed);
    }

    /** @param shop which sells them; the pass is for what it sells first */
    void write(Shop shop) {
        jdbc.update(
                "insert into stored.term (region_id, months, depositary, reference) values (?, ?, ?, ?)",
                SignIns.RIVERLANDS.number(),
                MONTHS,
                "Riverlands Rural Bank 江洲农村商业银行",
                "RRB 2026-017");
        var first = shop.offers().getFirst();
        card(
                shop,
                Words.of("Gift voucher", "礼品卡"),
                Words.of("For everything at Tongxin Hair.", "同心美发全部项目可用。"),
                AMOUNTS.getFirst(),
                Stored.gift(AMOUNTS, null, null));
        card(
                shop,
                Words.of("Ten times cut and wash with Mei", "洗剪吹十次卡 · 梅师傅"),
                Words.of("¥78 each instead of ¥88.", "每次 78 元，单次为 88 元。"),
                OF_TEN,
                Stored.pass(new OfferId(first.id()), USES));
    }

    private void card(Shop shop, Words title, Words description, long price, Stored card) {
        var id = Ids.of(shop.region(), now, random.nextLong());
        var like = shop.offers().getFirst().id();
        jdbc.update("""
            insert into offer.offer (region_id, id, place_id, merchant_id, pack_id, version, active, changed_at)
            select region_id, ?, place_id, merchant_id, pack_id, 1, true, ? from offer.offer where region_id = ? and id = ?
            """, id, Timestamp.from(now), shop.region().number(), like);
        jdbc.update(
                """
                insert into offer.version (region_id, offer_id, version, pack_version, title, description, price_minor, currency,
                    duration_minutes, buffer_before_minutes, buffer_after_minutes, attributes, created_at, mode, arrangement,
                    menu)
                select v.region_id, ?, 1, v.pack_version, ?::jsonb, ?::jsonb, ?, v.currency, 0, 0, 0, '{}'::jsonb, ?, 'stored',
                    ?::jsonb, v.menu
                from offer.offer o
                join offer.version v on (v.region_id, v.offer_id, v.version) = (o.region_id, o.id, o.version)
                where o.region_id = ? and o.id = ?
                """,
                id,
                json.writeValueAsString(title),
                json.writeValueAsString(description),
                price,
                Timestamp.from(now),
                json.writerFor(Arrangement.class).writeValueAsString(card),
                shop.region().number(),
                like);
    }
}
