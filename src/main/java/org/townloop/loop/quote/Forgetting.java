package org.townloop.loop.quote;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;

/** Forgets who wanted what done where, some time after nothing more comes of it. What was agreed and paid stays. */
@Component
class Forgetting {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Atomically atomically;
    private final Clock clock;
    private final Duration kept;

    Forgetting(JdbcClient jdbc, Atomically atomically, Clock clock, @Value("${townloop.keep.quotes}") Duration kept) {
        this.jdbc = jdbc;
        this.atomically = atomically;
        this.clock = clock;
        this.kept = kept;
    }

    void forget() {
        atomically.run(() -> {
            var ids = jdbc.sql("""
                update quote.request
                set words = null, wished = null, phone = null, address = null, destination = null, answers = '{}'
                where (region_id, id) in (
                    select region_id, id from quote.request
                    where closed_at < ? and words is not null order by closed_at limit ?)
                returning id
                """)
                    .params(Timestamp.from(clock.instant().minus(kept)), BATCH)
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .list();
            ids.forEach(this::forget);
            return Outcome.done(ids.size());
        });
    }

    private void forget(UUID request) {
        for (var table : List.of("quote.photo", "quote.message")) {
            jdbc.sql("delete from " + table + " where region_id = ? and request_id = ?")
                    .params(RegionId.of(request).number(), request)
                    .update();
        }
    }
}
