package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.CalendarWire.Fetched;
import org.townloop.supply.booking.ical.CalendarReason;
import org.townloop.supply.booking.ical.NoCalendar;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** Foreign calendars as they are stored. */
@Component
class ForeignCalendarRows {

    /**
     * One that is to be read.
     *
     * @param edition of its address
     */
    record Reading(
            PlaceId place,
            UUID subject,
            String sealed,
            UUID edition,
            Fetched before,
            @Nullable Instant failingSince,
            int failures) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ForeignCalendarRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ForeignCalendar> at(PlaceId place, Instant now) {
        return jdbc.sql("""
            select c.subject_id, c.host, c.read_at, c.next_read_at, c.failing_since, c.fault, c.fault_facts,
                (select count(*) from booking.foreign_time t
                 where t.region_id = c.region_id and t.subject_id = c.subject_id and t.ends_at > ?) as times
            from booking.foreign_calendar c
            where c.region_id = ? and c.place_id = ?
            """)
                .params(Timestamp.from(now), place.region().number(), place.value())
                .query(this::calendar)
                .list();
    }

    /** Those whose time has come are taken by the caller until the lease is over. */
    List<Reading> take(Instant now, Instant leasedUntil, int limit) {
        return jdbc.sql("""
            update booking.foreign_calendar c
            set next_read_at = ?, tried_at = ?
            from (select region_id, subject_id from booking.foreign_calendar
                  where next_read_at <= ? order by next_read_at limit ? for update skip locked) due
            where c.region_id = due.region_id and c.subject_id = due.subject_id
            returning c.*
            """)
                .params(Timestamp.from(leasedUntil), Timestamp.from(now), Timestamp.from(now), limit)
                .query(ForeignCalendarRows::reading)
                .list();
    }

    Optional<Reading> find(PlaceId place, UUID subject) {
        return jdbc.sql("select * from booking.foreign_calendar where region_id = ? and subject_id = ? and place_id ="
                        + " ?")
                .params(place.region().number(), subject, place.value())
                .query(ForeignCalendarRows::reading)
                .optional();
    }

    /** Takes it until the lease is over, unless somebody took or read it within that time before now. */
    Optional<Reading> takeOne(PlaceId place, UUID subject, Instant now, Instant leasedUntil) {
        var before = now.minus(Duration.between(now, leasedUntil));
        return jdbc.sql("""
            update booking.foreign_calendar set next_read_at = ?, tried_at = ?
            where region_id = ? and subject_id = ? and place_id = ? and tried_at <= ?
            returning *
            """)
                .params(
                        Timestamp.from(leasedUntil),
                        Timestamp.from(now),
                        place.region().number(),
                        subject,
                        place.value(),
                        Timestamp.from(before))
                .query(ForeignCalendarRows::reading)
                .optional();
    }

    /** A new address in place of an earlier one; it was read just now. */
    void put(Reading reading, String host, PersonId by, Instant now, Instant next) {
        jdbc.sql("""
            insert into booking.foreign_calendar (region_id, subject_id, place_id, sealed, host, added_by, added_at,
                edition, etag, last_modified, next_read_at, read_at, tried_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (region_id, subject_id) do update
            set sealed = excluded.sealed, host = excluded.host, added_by = excluded.added_by,
                added_at = excluded.added_at, edition = excluded.edition, etag = excluded.etag,
                last_modified = excluded.last_modified, next_read_at = excluded.next_read_at,
                read_at = excluded.read_at, tried_at = excluded.tried_at, failing_since = null, failures = 0, fault = null, fault_facts = null
            """)
                .params(Arrays.<@Nullable Object>asList(
                        reading.place().region().number(),
                        reading.subject(),
                        reading.place().value(),
                        reading.sealed(),
                        host,
                        by.value(),
                        Timestamp.from(now),
                        reading.edition(),
                        reading.before().etag(),
                        reading.before().lastModified(),
                        Timestamp.from(next),
                        Timestamp.from(now),
                        Timestamp.from(now)))
                .update();
    }

    /** Notes that it was read; false if it is another one by now. */
    boolean wasRead(Reading reading, Fetched fetched, Instant now, Instant next) {
        return jdbc.sql("""
            update booking.foreign_calendar
            set etag = coalesce(?, case when ? then etag end),
                last_modified = coalesce(?, case when ? then last_modified end),
                read_at = ?, next_read_at = ?, failing_since = null, failures = 0, fault = null,
                fault_facts = null
            where region_id = ? and subject_id = ? and edition = ?
            """)
                        .params(Arrays.<@Nullable Object>asList(
                                fetched.etag(),
                                fetched.text() == null,
                                fetched.lastModified(),
                                fetched.text() == null,
                                Timestamp.from(now),
                                Timestamp.from(next),
                                reading.place().region().number(),
                                reading.subject(),
                                reading.edition()))
                        .update()
                > 0;
    }

    /** @param next null gives it up */
    void failed(Reading reading, NoCalendar why, Instant since, @Nullable Instant next) {
        jdbc.sql("""
            update booking.foreign_calendar
            set next_read_at = ?, failing_since = ?, failures = failures + 1, fault = ?, fault_facts = ?::jsonb
            where region_id = ? and subject_id = ? and edition = ?
            """)
                .params(Arrays.<@Nullable Object>asList(
                        next == null ? null : Timestamp.from(next),
                        Timestamp.from(since),
                        why.reason().name(),
                        json.writeValueAsString(why.facts()),
                        reading.place().region().number(),
                        reading.subject(),
                        reading.edition()))
                .update();
    }

    /** Its busy times go with it; whether there was one. */
    boolean remove(PlaceId place, UUID subject) {
        return jdbc.sql("delete from booking.foreign_calendar where region_id = ? and subject_id = ? and place_id = ?")
                        .params(place.region().number(), subject, place.value())
                        .update()
                > 0;
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                row.getString("sealed"),
                row.getObject("edition", UUID.class),
                new Fetched(null, row.getString("etag"), row.getString("last_modified")),
                instant(row, "failing_since"),
                row.getInt("failures"));
    }

    private ForeignCalendar calendar(ResultSet row, int number) throws SQLException {
        var fault = row.getString("fault");
        return new ForeignCalendar(
                row.getObject("subject_id", UUID.class),
                row.getString("host"),
                row.getTimestamp("read_at").toInstant(),
                instant(row, "next_read_at"),
                instant(row, "failing_since"),
                fault == null ? null : new Refusal(CalendarReason.valueOf(fault), null, facts(row)),
                row.getInt("times"));
    }

    @SuppressWarnings("unchecked") // a map of what a refusal's sentence mentions
    private Map<String, Object> facts(ResultSet row) throws SQLException {
        return json.readValue(row.getString("fault_facts"), Map.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
