package org.townloop.base.kernel;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns of those who count before they add, or look before they leap: whoever has the turn counts alone. A turn is taken
 * before any row is locked and before what is counted is read, and is over with the transaction.
 */
@Component
public class Turns {

    private final JdbcClient jdbc;

    public Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits until nobody else has this turn. Two turns that fall on the same lock by chance only wait for each other.
     *
     * @param kind what is counted, such as {@code open-holds}
     * @param whose the person, place or merchant of whom it is counted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String kind, UUID whose) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as turn")
                .param(kind + " " + whose)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes those turns that nobody else has now, and waits for none.
     *
     * @return whose turns they are
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> takeFree(String kind, Collection<UUID> whose) {
        return Set.copyOf(jdbc.sql("""
            select w from unnest(?::uuid[]) as w where pg_try_advisory_xact_lock(hashtextextended(? || ' ' || w, 0))
            """)
                .params(whose.stream().distinct().toArray(UUID[]::new), kind)
                .query(UUID.class)
                .list());
    }

    /** Whatever this transaction waits for from now on, a row or a turn: longer is an exception. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitAtMost(Duration patience) {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(patience.toMillis() + "ms")
                .query(String.class)
                .single();
    }
}
