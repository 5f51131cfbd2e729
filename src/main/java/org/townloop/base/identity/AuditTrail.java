package org.townloop.base.identity;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who did what that concerns who may do what. Rows are added, never changed: the database sees to it. */
@Component
public class AuditTrail {

    private static final int LONGEST = 400;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AuditTrail(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param who acted, or null if nobody was signed in
     * @param action what was done, in words joined by hyphens: {@code role-granted}
     * @param subject to what; no secret and nothing by which a person could be reached
     */
    public void note(@Nullable PersonId who, String action, String subject) {
        jdbc.update(
                "insert into identity.audit (at, person_id, action, subject) values (?, ?, ?, ?)",
                Timestamp.from(clock.instant()),
                who == null ? null : who.value(),
                action,
                subject.substring(0, Math.min(LONGEST, subject.length())));
    }
}
