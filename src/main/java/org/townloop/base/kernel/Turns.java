package org.townloop.base.kernel;

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
}
