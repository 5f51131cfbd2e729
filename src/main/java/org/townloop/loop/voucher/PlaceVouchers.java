package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;

/** The vouchers of a place, as a counter needs to know them. */
@Component
public class PlaceVouchers {

    /** What began longer ago is missed, and comes after all that is still to come. */
    private static final Duration JUST_NOW = Duration.ofHours(12);

    private static final String SELECT =
            "select " + VoucherRows.COLUMNS + " from voucher.voucher where region_id = ? and place_id = ? and ";

    private final JdbcTemplate jdbc;

    PlaceVouchers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are good, the nearest first: what is to come or has no time of its own, then what was missed. */
    public List<Voucher> open(PlaceId place, Instant now, int limit) {
        var since = Timestamp.from(now.minus(JUST_NOW));
        var open = new ArrayList<>(
                query("state = 'ISSUED' and starts_at >= ? order by starts_at limit ?", place, since, limit));
        open.addAll(query(
                "state = 'ISSUED' and starts_at is null and valid_until >= ? order by valid_until limit ?",
                place,
                Timestamp.from(now),
                limit));
        open.sort(Comparator.comparing(voucher -> voucher.startsAt() == null ? now : voucher.startsAt()));
        if (open.size() < limit) {
            open.addAll(query(
                    "state = 'ISSUED' and starts_at < ? and valid_until >= ? order by starts_at desc limit ?",
                    place,
                    since,
                    Timestamp.from(now),
                    limit - open.size()));
        }
        return open.subList(0, Math.min(limit, open.size()));
    }

    /** Those of which everything was had since the moment, the last first. */
    public List<Voucher> hadSince(PlaceId place, Instant since, int limit) {
        return query("redeemed_at >= ? order by redeemed_at desc limit ?", place, Timestamp.from(since), limit);
    }

    /** Those that were called off and would be good otherwise. */
    public List<VoucherId> calledOff(PlaceId place, Instant now, int limit) {
        return jdbc.query(
                """
                select id from voucher.voucher
                where region_id = ? and place_id = ? and state in ('WITHDRAWN', 'REVOKED') and valid_until >= ?
                order by valid_until limit ?
                """,
                (row, number) -> new VoucherId(row.getObject("id", UUID.class)),
                place.region().number(),
                place.value(),
                Timestamp.from(now),
                limit);
    }

    private List<Voucher> query(String condition, PlaceId place, Object... more) {
        var parameters = new ArrayList<Object>(List.of(place.region().number(), place.value()));
        parameters.addAll(List.of(more));
        return jdbc.query(SELECT + condition, VoucherRows::voucher, parameters.toArray());
    }
}
