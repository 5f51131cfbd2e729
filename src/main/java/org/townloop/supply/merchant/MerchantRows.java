package org.townloop.supply.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** The table of merchants. */
@Component
class MerchantRows {

    /** A row of the queue before its place is known. */
    record Queued(MerchantId id, Instant since, @Nullable PersonId openedBy) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MerchantRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static Standing standing(ResultSet row) throws SQLException {
        var verified = row.getTimestamp("verified_at");
        var refused = row.getTimestamp("refused_at");
        var asked = row.getTimestamp("asked_at");
        if (verified != null) {
            return new Standing.Verified(verified.toInstant());
        }
        return refused != null
                ? new Standing.Turned(refused.toInstant(), row.getString("refusal"))
                : new Standing.Unverified(asked == null ? null : asked.toInstant());
    }

    int openedBy(PersonId person, RegionId region) {
        return jdbc.sql("select count(*) from merchant.merchant where region_id = ? and opened_by = ?")
                .params(region.number(), person.value())
                .query(Integer.class)
                .single();
    }

    void insert(MerchantId id, Words name, PersonId by, Instant now) {
        jdbc.sql("""
            insert into merchant.merchant (region_id, id, name, created_at, opened_by, asked_at)
            values (?, ?, ?::jsonb, ?, ?, ?)
            """)
                .params(
                        id.region().number(),
                        id.value(),
                        json.writeValueAsString(name),
                        Timestamp.from(now),
                        by.value(),
                        Timestamp.from(now))
                .update();
    }

    void insert(PlaceId id, MerchantId merchant, NewPlace place, Instant now) {
        var facts = place.facts();
        jdbc.sql("""
            insert into merchant.place (region_id, id, merchant_id, name, address, lat, lon, trade, phone, details,
                source, created_at, changed_at)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, '{}', 'townloop', ?, ?)
            """)
                .param(id.region().number())
                .param(id.value())
                .param(merchant.value())
                .param(json.writeValueAsString(facts.name()))
                .param(json.writeValueAsString(facts.address()))
                .param(Premises.lat(facts.point()))
                .param(Premises.lon(facts.point()))
                .param(place.trade())
                .param(facts.phone())
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .update();
    }

    /** @return whether it was waiting for that */
    boolean verify(MerchantId id, PersonId by, Instant now) {
        return jdbc.sql("""
            update merchant.merchant
            set verified_at = ?, verified_by = ?, refused_at = null, refused_by = null, refusal = null
            where region_id = ? and id = ? and verified_at is null
            """)
                        .params(Timestamp.from(now), by.value(), id.region().number(), id.value())
                        .update()
                == 1;
    }

    /** @return whether it was waiting for that */
    boolean refuse(MerchantId id, PersonId by, String why, Instant now) {
        return jdbc.sql("""
            update merchant.merchant
            set refused_at = ?, refused_by = ?, refusal = ?
            where region_id = ? and id = ? and verified_at is null and refused_at is null
            """)
                        .params(
                                Timestamp.from(now),
                                by.value(),
                                why,
                                id.region().number(),
                                id.value())
                        .update()
                == 1;
    }

    /** @return whether it had been refused */
    boolean askAgain(MerchantId id, Instant now) {
        return jdbc.sql("""
            update merchant.merchant
            set refused_at = null, refused_by = null, refusal = null, asked_at = ?
            where region_id = ? and id = ? and refused_at is not null
            """)
                        .params(Timestamp.from(now), id.region().number(), id.value())
                        .update()
                == 1;
    }

    Optional<PersonId> openedBy(MerchantId id) {
        return jdbc.sql("select opened_by from merchant.merchant where region_id = ? and id = ? and opened_by is not"
                        + " null")
                .params(id.region().number(), id.value())
                .query((row, number) -> new PersonId(row.getObject("opened_by", UUID.class)))
                .optional();
    }

    /** Those that wait, the longest first. */
    List<Queued> waiting(Collection<RegionId> regions, int limit) {
        return jdbc.sql("""
            select id, coalesce(asked_at, created_at) as since, opened_by
            from merchant.merchant
            where region_id = any (?) and verified_at is null and refused_at is null
            order by asked_at
            limit ?
            """)
                .params(regions.stream().map(RegionId::number).toArray(Integer[]::new), limit)
                .query((row, number) -> new Queued(
                        new MerchantId(row.getObject("id", UUID.class)),
                        row.getTimestamp("since").toInstant(),
                        Optional.ofNullable(row.getObject("opened_by", UUID.class))
                                .map(PersonId::new)
                                .orElse(null)))
                .list();
    }

    int countWaiting(Collection<RegionId> regions) {
        return jdbc.sql("""
            select count(*) from merchant.merchant
            where region_id = any (?) and verified_at is null and refused_at is null
            """)
                .params((Object) regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Which of the places belong to a merchant that nobody has verified. */
    Set<PlaceId> unverified(Collection<PlaceId> places) {
        return new HashSet<>(jdbc.sql("""
            select p.id
            from merchant.place p
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, id) using (region_id, id)
            join merchant.merchant m on m.region_id = p.region_id and m.id = p.merchant_id
            where m.verified_at is null
            """)
                .params(PlaceRows.regions(places), PlaceRows.values(places))
                .query((row, number) -> new PlaceId(row.getObject("id", UUID.class)))
                .list());
    }
}
