package org.townloop.loop.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Chore;

/**
 * Forgets whose an account was and its number, when it has ended and nothing was paid there for more than a year, in which
 * the bank and the payee may still ask. That somebody was paid, and how much, stays in the books.
 */
@Component
class ForgettingAccounts implements Chore {

    /** A year, and a month for whoever asks at its end. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgettingAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-accounts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        jdbc.sql("""
            update payout.bank_account set holder = '–', number = '–'
            where (region_id, id) in (
                select a.region_id, a.id from payout.bank_account a
                where a.ended_at < :before and a.number <> '–'
                  and not exists (select from payout.payout p
                      where (p.region_id, p.bank_account_id) = (a.region_id, a.id)
                        and (p.made_at >= :before or p.state = 'ON_ITS_WAY'))
                order by a.ended_at limit :limit
                for update skip locked)
            """)
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .param("limit", BATCH)
                .update();
    }
}
