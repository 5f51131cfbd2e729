package org.townloop.loop.quote;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Quotations that nobody has accepted in time. */
@Component
class EndedOffers {

    private final JdbcClient jdbc;

    EndedOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Requests whose offer has run out, the longest first; what failed is left out until it is to be tried again. */
    List<RequestId> due(Instant now, int limit) {
        return jdbc.sql("""
            select request_id from quote.quotation
            where state = 'OPEN' and valid_until <= ? and (try_at is null or try_at <= ?)
            order by valid_until
            limit ?
            """)
                .params(Timestamp.from(now), Timestamp.from(now), limit)
                .query((row, number) -> new RequestId(row.getObject("request_id", UUID.class)))
                .list();
    }

    /** The one that has run out could not be closed now. */
    void tryAgain(RequestId id, Instant at) {
        jdbc.sql("update quote.quotation set try_at = ? where region_id = ? and request_id = ? and state = 'OPEN'")
                .params(Timestamp.from(at), id.region().number(), id.value())
                .update();
    }
}
