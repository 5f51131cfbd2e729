package org.townloop.base.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of a demo, whom anybody may be; outside demo mode there are none. */
@Component
class DemoSignIns {

    private final JdbcClient jdbc;
    private final boolean demo;

    DemoSignIns(JdbcClient jdbc, @Value("${townloop.mode:none}") String mode) {
        this.jdbc = jdbc;
        this.demo = mode.equals("demo");
    }

    boolean demo() {
        return demo;
    }

    List<Tokens.DemoSignIn> all() {
        return jdbc.sql("""
            select p.id, p.name, t.label from identity.token t join identity.person p on p.id = t.person_id
            where t.demo and ? and t.revoked_at is null
            order by t.created_at, t.label
            """)
                .param(demo)
                .query((row, number) -> new Tokens.DemoSignIn(
                        new PersonId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("label")))
                .list();
    }
}
