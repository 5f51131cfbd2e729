package org.townloop.base.region;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** The tables of this module. */
@Component
class RegionRows {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    RegionRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All regions as they were written, a parent before its children. */
    List<NewRegion> all() {
        return jdbc.query("""
            with recursive tree as (
                select r.*, 0 as depth from region.region r where parent_id is null
                union all
                select r.*, depth + 1 from region.region r join tree on r.parent_id = tree.id)
            select * from tree order by depth, id
            """, this::region);
    }

    /** A country whose holidays are known lives by them from the beginning. */
    void insert(List<NewRegion> regions) {
        jdbc.batchUpdate("""
            insert into region.region (id, parent_id, kind, code, name, zone, currency, languages, lat, lon, seal,
                platform_basis_points, partner_basis_points, partner_id, referrer_basis_points, calendar)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?,
                (select max(calendar) from region.holiday_year where calendar = ?))
            on conflict do nothing
            """, regions.stream().map(this::columns).toList());
    }

    /** What regions say of shares; those that say nothing are left out. */
    Map<RegionId, Rates> rates() {
        var rates = new HashMap<RegionId, Rates>();
        jdbc.query("""
            select id, platform_basis_points, partner_basis_points, referrer_basis_points, partner_id, rates_locked
            from region.region
            where coalesce(platform_basis_points, partner_basis_points, referrer_basis_points) is not null
               or partner_id is not null or rates_locked
            """, row -> {
            rates.put(
                    new RegionId(row.getInt("id")),
                    new Rates(
                            row.getObject("platform_basis_points", Integer.class),
                            row.getObject("partner_basis_points", Integer.class),
                            row.getObject("referrer_basis_points", Integer.class),
                            row.getObject("partner_id", UUID.class),
                            row.getBoolean("rates_locked")));
        });
        return rates;
    }

    /** One change at a time: whether a sum is too high lies with several regions. */
    void lockRates() {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('region.rates'))");
    }

    /** Who the partner is stays as it is. */
    void write(RegionId region, Rates rates) {
        jdbc.update("""
            update region.region
            set platform_basis_points = ?, partner_basis_points = ?, referrer_basis_points = ?, rates_locked = ?
            where id = ?
            """, rates.platform(), rates.partner(), rates.referrer(), rates.locked(), region.number());
    }

    List<Feature> features(RegionId region) {
        return jdbc.query(
                "select id, kind, name, points from region.feature where region_id = ? order by id",
                (row, number) -> new Feature(
                        row.getInt("id"),
                        Feature.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        json.readValue(row.getString("name"), Words.class),
                        points(row.getArray("points"))),
                region.number());
    }

    private @Nullable Object[] columns(NewRegion region) {
        var parent = region.parent();
        var centre = region.centre();
        var shares = region.shares();
        return new @Nullable Object[] {
            region.id().number(),
            parent == null ? null : parent.number(),
            region.kind().column(),
            region.code(),
            json.writeValueAsString(region.name()),
            region.zone() == null ? null : region.zone().getId(),
            region.currency() == null ? null : region.currency().getCurrencyCode(),
            region.languages().isEmpty() ? null : "{" + String.join(",", region.languages()) + "}",
            centre == null ? null : centre.lat(),
            centre == null ? null : centre.lon(),
            region.seal(),
            shares == null ? null : shares.platformBasisPoints(),
            shares == null ? null : shares.partnerBasisPoints(),
            shares == null ? null : shares.partner(),
            shares == null || shares.referrerBasisPoints() == 0 ? null : shares.referrerBasisPoints(),
            parent == null ? region.code().toUpperCase(Locale.ROOT) : null
        };
    }

    private NewRegion region(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", Integer.class);
        var zone = row.getString("zone");
        var currency = row.getString("currency");
        var lat = row.getObject("lat", Double.class);
        return new NewRegion(
                new RegionId(row.getInt("id")),
                parent == null ? null : new RegionId(parent),
                Region.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("code"),
                json.readValue(row.getString("name"), Words.class),
                zone == null ? null : ZoneId.of(zone),
                currency == null ? null : Currency.getInstance(currency),
                strings(row.getArray("languages")),
                lat == null ? null : new Point(lat, row.getDouble("lon")),
                row.getString("seal"),
                shares(row));
    }

    private static @Nullable Shares shares(ResultSet row) throws SQLException {
        var platform = row.getObject("platform_basis_points", Integer.class);
        var partner = row.getObject("partner_basis_points", Integer.class);
        return platform == null || partner == null
                ? null
                : new Shares(platform, partner, row.getObject("partner_id", UUID.class));
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static List<Point> points(Array array) throws SQLException {
        var numbers = (Double[]) array.getArray();
        var points = new ArrayList<Point>();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            points.add(new Point(numbers[i], numbers[i + 1]));
        }
        return List.copyOf(points);
    }
}
