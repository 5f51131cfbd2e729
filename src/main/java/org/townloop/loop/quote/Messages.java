package org.townloop.loop.quote;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.StaffId;

/** What the two wrote to each other, and the times at which somebody could come and look. */
@Component
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were written. */
    List<QuoteMessage> of(RequestId id) {
        return jdbc.sql("""
            select number, by_staff, words, written_at from quote.message
            where region_id = ? and request_id = ? order by number
            """)
                .params(id.region().number(), id.value())
                .query((row, number) -> new QuoteMessage(
                        row.getInt("number"),
                        row.getBoolean("by_staff"),
                        row.getString("words"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /** The caller has locked the request. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(RequestId id, QuoteMessage message, PersonId author) {
        jdbc.sql("""
            insert into quote.message (region_id, request_id, number, author_id, by_staff, words, written_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        id.region().number(),
                        id.value(),
                        message.number(),
                        author.value(),
                        message.byStaff(),
                        message.words(),
                        Timestamp.from(message.at()))
                .update();
    }

    /** Those that were proposed last. */
    List<SurveyTime> surveys(RequestId id) {
        return jdbc.sql("""
            select number, staff_id, starts_at, minutes from quote.survey_time
            where region_id = ? and request_id = ? order by number
            """)
                .params(id.region().number(), id.value())
                .query((row, number) -> new SurveyTime(
                        row.getInt("number"),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes")))
                .list();
    }

    /** In the place of those that were proposed before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void propose(RequestId id, List<SurveyTime> times) {
        jdbc.sql("delete from quote.survey_time where region_id = ? and request_id = ?")
                .params(id.region().number(), id.value())
                .update();
        jdbc.sql("""
            insert into quote.survey_time (region_id, request_id, number, staff_id, starts_at, minutes)
            select ?, ?, number, staff_id, starts_at, minutes
            from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::int[]) as t (number, staff_id, starts_at, minutes)
            """)
                .params(
                        id.region().number(),
                        id.value(),
                        times.stream().map(SurveyTime::number).toArray(Integer[]::new),
                        times.stream().map(time -> time.staff().value()).toArray(UUID[]::new),
                        times.stream().map(time -> time.at().toString()).toArray(String[]::new),
                        times.stream().map(SurveyTime::minutes).toArray(Integer[]::new))
                .update();
    }
}
