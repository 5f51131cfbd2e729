package org.townloop.base.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;

/** The browsers in which people want to see notices. */
@Component
public class Subscriptions {

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PersonId, List<UUID>> of(Collection<PersonId> people) {
        var found = new HashMap<PersonId, List<UUID>>();
        jdbc.sql("select id, person_id from notice.subscription where person_id = any (?)")
                .param(people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query((row, number) -> found.computeIfAbsent(
                                new PersonId(row.getObject("person_id", UUID.class)), person -> new ArrayList<>())
                        .add(row.getObject("id", UUID.class)))
                .list();
        return found;
    }
}
