package org.townloop.loop.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The table of coupons. */
@Component
class CouponRows {

    private static final String COUPON = """
        select id, place_id, code, amount_minor, percent, most_minor, least_minor, currency, offers, from_at, until_at, stock,
            most_each, used, budget_minor, spent_minor, stopped_at
        from coupon.coupon
        """;

    private final JdbcClient jdbc;

    CouponRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Coupon> find(CouponId id) {
        return jdbc.sql(COUPON + "where region_id = ? and id = ?")
                .params(id.region().number(), id.value())
                .query(CouponRows::read)
                .optional();
    }

    /** Those of the place and of the platform that are typed so and were not stopped: the place's first. */
    List<Coupon> typed(PlaceId place, String code) {
        return jdbc.sql(COUPON + """
            where region_id = ? and code = ? and stopped_at is null and (place_id = ? or place_id is null)
            order by place_id nulls last
            """)
                .params(place.region().number(), code, place.value())
                .query(CouponRows::read)
                .list();
    }

    /** Those of the place and of the platform that are open to all and good then, the latest first. */
    List<Coupon> open(PlaceId place, Instant now, int limit) {
        return jdbc.sql(COUPON + """
            where region_id = ? and (place_id = ? or place_id is null) and code is null and stopped_at is null
                and from_at <= ? and until_at > ? and used < stock
            order by made_at desc, id desc limit ?
            """)
                .params(place.region().number(), place.value(), Timestamp.from(now), Timestamp.from(now), limit)
                .query(CouponRows::read)
                .list();
    }

    /** All of the place, the latest first. */
    List<Coupon> at(PlaceId place, int limit) {
        return jdbc.sql(COUPON + "where region_id = ? and place_id = ? order by made_at desc, id desc limit ?")
                .params(place.region().number(), place.value(), limit)
                .query(CouponRows::read)
                .list();
    }

    /** All that the platform pays in the region, the latest first. */
    List<Coupon> ofPlatform(RegionId region, int limit) {
        return jdbc.sql(COUPON + "where region_id = ? and place_id is null order by made_at desc, id desc limit ?")
                .params(region.number(), limit)
                .query(CouponRows::read)
                .list();
    }

    void insert(Coupon coupon, Instant now) {
        var off = coupon.off();
        jdbc.sql("""
            insert into coupon.coupon (region_id, id, place_id, code, amount_minor, percent, most_minor, least_minor, currency,
                offers, from_at, until_at, stock, most_each, budget_minor, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(Arrays.<@Nullable Object>asList(
                        coupon.id().region().number(),
                        coupon.id().value(),
                        coupon.place() == null ? null : coupon.place().value(),
                        coupon.code(),
                        off instanceof Off.Amount(var amount) ? amount.minor() : null,
                        off instanceof Off.Percent percent ? percent.percent() : null,
                        off instanceof Off.Percent(var _, var most) && most != null ? most.minor() : null,
                        coupon.least().minor(),
                        coupon.currency().getCurrencyCode(),
                        coupon.offers().stream().map(OfferId::value).toArray(UUID[]::new),
                        Timestamp.from(coupon.from()),
                        Timestamp.from(coupon.until()),
                        coupon.stock(),
                        coupon.each(),
                        coupon.budget() == null ? null : coupon.budget().minor(),
                        Timestamp.from(now)))
                .update();
    }

    /** @return false if it was stopped before */
    boolean stop(CouponId id, Instant now) {
        return jdbc.sql("update coupon.coupon set stopped_at = ? where region_id = ? and id = ? and stopped_at is null")
                        .params(Timestamp.from(now), id.region().number(), id.value())
                        .update()
                == 1;
    }

    private static Coupon read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var place = row.getObject("place_id", UUID.class);
        var budget = row.getObject("budget_minor", Long.class);
        var stopped = row.getTimestamp("stopped_at");
        return new Coupon(
                new CouponId(row.getObject("id", UUID.class)),
                place == null ? null : new PlaceId(place),
                row.getString("code"),
                off(row, currency),
                Money.of(row.getLong("least_minor"), currency),
                Stream.of((UUID[]) row.getArray("offers").getArray())
                        .map(OfferId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                row.getInt("stock"),
                row.getInt("most_each"),
                row.getInt("used"),
                budget == null ? null : Money.of(budget, currency),
                Money.of(row.getLong("spent_minor"), currency),
                stopped == null ? null : stopped.toInstant());
    }

    private static Off off(ResultSet row, String currency) throws SQLException {
        var amount = row.getObject("amount_minor", Long.class);
        var most = row.getObject("most_minor", Long.class);
        return amount == null
                ? new Off.Percent(row.getInt("percent"), most == null ? null : Money.of(most, currency))
                : new Off.Amount(Money.of(amount, currency));
    }
}
