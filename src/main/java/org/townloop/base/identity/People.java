package org.townloop.base.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;

/** The people and their roles. */
@Component
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Absent if there is no such person */
    public Person get(PersonId id) {
        return Optional.ofNullable(get(List.of(id)).get(id)).orElseThrow(() -> new Absent("person " + id.value()));
    }

    public Map<PersonId, Person> get(Collection<PersonId> ids) {
        return jdbc
                .sql("select id, region_id, name, language from identity.person where id = any (?)")
                .param(ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(People::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Everybody who holds the role for the merchant, to be told of something. */
    public List<PersonId> merchantsPeople(RegionId region, UUID merchant) {
        return jdbc.sql("""
            select person_id from identity.role
            where role = 'MERCHANT' and region_id = ? and merchant_id = ?
            """)
                .params(region.number(), merchant)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** The person as somebody who acts, with all their grants. */
    public Optional<Actor> actor(PersonId id) {
        var person = get(List.of(id)).get(id);
        return Optional.ofNullable(person)
                .map(who -> new Actor(who.id(), who.name(), who.region(), who.language(), grants(who.id())));
    }

    private List<Grant> grants(PersonId person) {
        return jdbc.sql("select role, region_id, merchant_id, place_id from identity.role where person_id = ?")
                .param(person.value())
                .query((row, number) -> new Grant(
                        Role.valueOf(row.getString("role")),
                        new RegionId(row.getInt("region_id")),
                        row.getObject("merchant_id", UUID.class),
                        row.getObject("place_id", UUID.class)))
                .list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new RegionId(row.getInt("region_id")),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")));
    }
}
