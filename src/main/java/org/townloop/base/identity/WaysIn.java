package org.townloop.base.identity;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By how many ways somebody can come in: verified contacts and passkeys. Nobody removes their last one. */
@Component
class WaysIn {

    private final JdbcClient jdbc;

    WaysIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the person in the transaction under way: of two ways that are removed at once, the second sees the first gone. */
    int locked(PersonId person) {
        jdbc.sql("select 1 from identity.person where id = ? for update")
                .param(person.value())
                .query(Integer.class)
                .single();
        return jdbc.sql("""
            select (select count(*) from identity.contact where person_id = :person and verified_at is not null)
                + (select count(*) from identity.passkey where person_id = :person)
            """)
                .params(Map.of("person", person.value()))
                .query(Integer.class)
                .single();
    }
}
