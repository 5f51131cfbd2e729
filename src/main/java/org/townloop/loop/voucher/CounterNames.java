package org.townloop.loop.voucher;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;

/** What those are called who scan: devices by the name that the merchant gave them, people by their own. */
@Component
public class CounterNames {

    private final JdbcTemplate jdbc;
    private final People people;

    CounterNames(JdbcTemplate jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Those that have one. */
    public Map<UUID, String> of(Collection<UUID> counters) {
        var asked = Set.copyOf(counters);
        if (asked.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<UUID, String>();
        jdbc.query(
                "select id, name from voucher.device where region_id = any (?) and id = any (?)",
                row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                },
                asked.stream()
                        .filter(RegionId::isIn)
                        .map(id -> RegionId.of(id).number())
                        .distinct()
                        .toArray(Integer[]::new),
                asked.toArray(UUID[]::new));
        people.get(asked.stream().map(PersonId::new).toList())
                .forEach((person, known) -> names.put(person.value(), known.name()));
        return names;
    }
}
