package org.townloop.loop.payment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The payments and refunds of which we do not know how they ended. Taking one puts its {@code asked_at} to now, so that
 * no other process asks as well; the time between two questions grows with the age of what is asked about.
 */
@Component
class Unresolved {

    // A pause of a quarter of the age asks a payment that was left alone for a day some twenty times.
    private static final String TAKE_INTENTS = """
        update payment.intent set asked_at = :now
        where (region_id, id) in (
            select region_id, id from payment.intent
            where (state = 'UNKNOWN'
                    and asked_at < :now - greatest(interval '2 seconds', (asked_at - created_at) / 4)
                or state = 'PENDING'
                    and asked_at < :now - greatest(interval '30 seconds', (asked_at - created_at) / 4))
            order by asked_at
            limit :limit
            for update skip locked)
        returning
        """ + IntentRow.COLUMNS;

    private static final String TAKE_REFUNDS = """
        update payment.refund set asked_at = :now
        where (region_id, id) in (
            select region_id, id from payment.refund
            where state = 'UNKNOWN'
              and asked_at < :now - greatest(interval '2 seconds', (asked_at - created_at) / 4)
            order by asked_at
            limit :limit
            for update skip locked)
        returning
        """ + Refunds.COLUMNS;

    private final JdbcClient jdbc;
    private final Clock clock;

    Unresolved(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Intent> takeIntents(int limit) {
        return jdbc.sql(TAKE_INTENTS)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(IntentRow::read)
                .list();
    }

    List<Refund> takeRefunds(int limit) {
        return jdbc.sql(TAKE_REFUNDS)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Refunds::read)
                .list();
    }
}
