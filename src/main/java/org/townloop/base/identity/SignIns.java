package org.townloop.base.identity;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;

/** Who may come in as whom; each entry stands in the audit. */
@Component
public class SignIns {

    private final Tokens tokens;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SignIns(Tokens tokens, JdbcTemplate jdbc, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Absent if this is no demo, or the person is none of its people */
    public PersonId asDemoPerson(PersonId person) {
        if (tokens.demoSignIns().stream().noneMatch(known -> known.person().equals(person))) {
            throw new Absent("demo person " + person.value());
        }
        jdbc.update(
                "insert into identity.audit (at, person_id, action, subject) values (?, ?, 'sign-in', 'demo')",
                Timestamp.from(clock.instant()),
                person.value());
        return person;
    }
}
