package org.townloop.supply.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.SetMenu.Course;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables of this module. */
@Component
class OfferRows {

    private static final String OFFER = """
        select o.region_id, o.id, o.place_id, o.merchant_id, o.pack_id, o.active, v.version, v.pack_version,
            v.title, v.description, v.price_minor, v.currency, v.duration_minutes, v.buffer_before_minutes,
            v.buffer_after_minutes, v.resource_kind, v.attributes, v.mode, v.arrangement, v.menu, v.deposit_percent,
            v.shop_only, v.shop_most_minor, v.shop_most_open,
            array(select s.staff_id from offer.staff s
                  where s.region_id = o.region_id and s.offer_id = o.id order by s.staff_id) as staff
        from offer.offer o
        join offer.version v on v.region_id = o.region_id and v.offer_id = o.id
        """;

    /** Cards stand on a shelf of their own: whatever lists offers has none of them. */
    private static final String NO_CARD = " v.arrangement ->> 'kind' <> 'stored' ";

    private static final String MARK = """
        select o.id, o.place_id, o.changed_at from offer.offer o
        join offer.version v on (v.region_id, v.offer_id, v.version) = (o.region_id, o.id, o.version)
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OfferRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Offer> current(Collection<OfferId> ids) {
        return jdbc.sql(OFFER + """
            and v.version = o.version
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, id)
              on wanted.region_id = o.region_id and wanted.id = o.id
            """)
                .params(
                        ids.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        ids.stream().map(OfferId::value).toArray(UUID[]::new))
                .query(this::offer)
                .list();
    }

    Optional<Offer> version(OfferId id, int version) {
        return jdbc.sql(OFFER + "where o.region_id = ? and o.id = ? and v.version = ?")
                .params(id.region().number(), id.value(), version)
                .query(this::offer)
                .optional();
    }

    List<Offer> versions(Collection<OfferVersion> wanted) {
        return jdbc.sql(OFFER + """
            join unnest(?::int[], ?::uuid[], ?::int[]) as wanted (region_id, id, version)
              on wanted.region_id = o.region_id and wanted.id = o.id and wanted.version = v.version
            """)
                .params(
                        wanted.stream()
                                .map(each -> each.offer().region().number())
                                .toArray(Integer[]::new),
                        wanted.stream().map(each -> each.offer().value()).toArray(UUID[]::new),
                        wanted.stream().map(OfferVersion::version).toArray(Integer[]::new))
                .query(this::offer)
                .list();
    }

    Optional<Instant> writtenAt(OfferId id, int version) {
        return jdbc.sql("select created_at from offer.version where region_id = ? and offer_id = ? and version = ?")
                .params(id.region().number(), id.value(), version)
                .query((row, number) -> row.getTimestamp("created_at").toInstant())
                .optional();
    }

    /** When the first version was written from which on the attributes are those of this one. */
    Optional<Instant> statedSince(OfferId id, int version) {
        return jdbc.sql("""
            select min(v.created_at) as since
            from offer.version v
            join offer.version now on now.region_id = v.region_id and now.offer_id = v.offer_id and now.version = ?
            where v.region_id = ? and v.offer_id = ? and v.version <= now.version
              and not exists (
                select from offer.version other
                where other.region_id = v.region_id and other.offer_id = v.offer_id
                  and other.version between v.version and now.version and other.attributes <> now.attributes)
            """)
                .params(version, id.region().number(), id.value())
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    List<Offer> sold(Collection<PlaceId> places) {
        return jdbc.sql(OFFER + """
            and v.version = o.version
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id)
              on wanted.region_id = o.region_id and wanted.place_id = o.place_id
            where o.active and\
            """ + NO_CARD + """
            order by o.id
            """)
                .params(
                        places.stream().map(place -> place.region().number()).toArray(Integer[]::new),
                        places.stream().map(PlaceId::value).toArray(UUID[]::new))
                .query(this::offer)
                .list();
    }

    /** Those off sale too, in the order in which they were first written. */
    List<Offer> allAt(PlaceId place) {
        return jdbc.sql(OFFER + """
            and v.version = o.version
            where o.region_id = ? and o.place_id = ? and\
            """ + NO_CARD + """
            order by o.id
            """)
                .params(place.region().number(), place.value())
                .query(this::offer)
                .list();
    }

    /** The cards of a place, those off sale too. */
    List<Offer> cardsAt(PlaceId place) {
        return jdbc.sql(OFFER + """
            and v.version = o.version
            where o.region_id = ? and o.place_id = ? and v.arrangement ->> 'kind' = 'stored'
            order by o.id
            """)
                .params(place.region().number(), place.value())
                .query(this::offer)
                .list();
    }

    /** The next offers that are sold after that one, in the order of region and id; from the beginning after null. */
    List<Offer> soldAfter(@Nullable OfferId last, int limit) {
        return jdbc.sql(OFFER + """
            and v.version = o.version
            where o.active and (o.region_id, o.id) > (?, ?) and\
            """ + NO_CARD + """
            order by o.region_id, o.id
            limit ?
            """)
                .params(last == null ? 0 : last.region().number(), last == null ? new UUID(0, 0) : last.value(), limit)
                .query(this::offer)
                .list();
    }

    List<Offers.Mark> marks() {
        return jdbc.sql(MARK + "where o.active and" + NO_CARD)
                .query(OfferRows::mark)
                .list();
    }

    List<Offers.Mark> marks(Collection<OfferId> ids) {
        return jdbc.sql(MARK + """
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, id)
              on wanted.region_id = o.region_id and wanted.id = o.id
            where o.active and\
            """ + NO_CARD)
                .params(
                        ids.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        ids.stream().map(OfferId::value).toArray(UUID[]::new))
                .query(OfferRows::mark)
                .list();
    }

    private static Offers.Mark mark(ResultSet row, int number) throws SQLException {
        return new Offers.Mark(
                new OfferId(row.getObject("id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getTimestamp("changed_at").toInstant());
    }

    private Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new RegionId(row.getInt("region_id")),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PackId(row.getString("pack_id")),
                row.getInt("pack_version"),
                json.readValue(row.getString("title"), Words.class),
                json.readValue(row.getString("description"), Words.class),
                Money.of(row.getLong("price_minor"), row.getString("currency")),
                Duration.ofMinutes(row.getInt("duration_minutes")),
                Duration.ofMinutes(row.getInt("buffer_before_minutes")),
                Duration.ofMinutes(row.getInt("buffer_after_minutes")),
                row.getString("resource_kind"),
                json.readTree(row.getString("attributes")),
                staff(row),
                row.getString("mode"),
                json.readValue(row.getString("arrangement"), Arrangement.class),
                menu(row),
                deposit(row),
                atShop(row),
                row.getBoolean("active"));
    }

    private static @Nullable Deposit deposit(ResultSet row) throws SQLException {
        var percent = row.getInt("deposit_percent");
        return row.wasNull() ? null : new Deposit(percent);
    }

    private static @Nullable AtShop atShop(ResultSet row) throws SQLException {
        var open = row.getObject("shop_most_open", Integer.class);
        return open == null
                ? null
                : new AtShop(row.getBoolean("shop_only"), row.getObject("shop_most_minor", Long.class), open);
    }

    private SetMenu menu(ResultSet row) throws SQLException {
        var courses = row.getString("menu");
        return courses.equals("[]") ? SetMenu.NONE : new SetMenu(List.of(json.readValue(courses, Course[].class)));
    }

    private static Set<StaffId> staff(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("staff").getArray())
                .map(StaffId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
