package org.townloop.base.identity;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of those who were erased, and the marks on their rows. */
@Component
class ErasureRows {

    private final JdbcClient jdbc;

    ErasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Erasure> all() {
        return jdbc.sql("select person_id, erased_at, keeps_words from identity.erasure order by erased_at, person_id")
                .query((row, number) -> new Erasure(
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("erased_at").toInstant(),
                        row.getBoolean("keeps_words")))
                .list();
    }

    void add(Collection<Erasure> erasures) {
        jdbc.sql("""
            insert into identity.erasure (person_id, erased_at, keeps_words)
            select person_id, erased_at, keeps_words
            from unnest(?::uuid[], ?::timestamptz[], ?::boolean[]) as e (person_id, erased_at, keeps_words)
            on conflict do nothing
            """)
                .param(erasures.stream().map(Erasure::person).toArray(UUID[]::new))
                .param(erasures.stream().map(each -> Timestamp.from(each.at())).toArray(Timestamp[]::new))
                .param(erasures.stream().map(Erasure::keepsWords).toArray(Boolean[]::new))
                .update();
    }

    /** Those of them who are there with a name, locked until the transaction ends. */
    Set<UUID> named(Collection<UUID> people) {
        return jdbc.sql("""
            select id from identity.person
            where id = any (?) and erased_at is null
            order by id for update
            """).param(people.toArray(UUID[]::new)).query(UUID.class).list().stream()
                .collect(Collectors.toSet());
    }
}
