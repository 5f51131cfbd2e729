package org.townloop.base.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Written;

/** The people and their roles. */
@Component
public class People {

    /** As many characters as a name may have. */
    public static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Clock clock;

    People(JdbcClient jdbc, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Makes a person, without any role.
     *
     * @param region where they are at home
     * @param name 1 to {@value #LONGEST_NAME} characters
     * @param language any Chinese is kept as zh-CN, everything else as en
     */
    public Person create(RegionId region, String name, Locale language) {
        var now = clock.instant();
        var kept = written(language);
        var person = new Person(new PersonId(Ids.next(region, now)), region, name.strip(), kept);
        jdbc.sql("insert into identity.person (id, region_id, name, language, created_at) values (?, ?, ?, ?, ?)")
                .params(person.id().value(), region.number(), person.name(), kept.toLanguageTag(), Timestamp.from(now))
                .update();
        return person;
    }

    /** Whether somebody can be called that: 1 to {@value #LONGEST_NAME} characters, none of them unseen. */
    public static boolean isName(String name) {
        return Written.isName(name, LONGEST_NAME);
    }

    /** Changes how the person is called and in which language they are written to. */
    public Outcome<Person> change(PersonId id, String name, Locale language) {
        if (!isName(name)) {
            return Outcome.refused(Refusal.of(SignInReason.NAME_NEEDED, "name"));
        }
        jdbc.sql("update identity.person set name = ?, language = ? where id = ?")
                .params(name.strip(), written(language).toLanguageTag(), id.value())
                .update();
        return Outcome.done(get(id));
    }

    /** @throws Absent if there is no such person */
    public Person get(PersonId id) {
        return Optional.ofNullable(get(List.of(id)).get(id)).orElseThrow(() -> new Absent("person " + id.value()));
    }

    public Map<PersonId, Person> get(Collection<PersonId> ids) {
        return jdbc
                .sql("select id, region_id, name, language, erased_at from identity.person where id = any (?)")
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

    /** The same of many merchants; one whom nobody acts for is left out. */
    public Map<UUID, List<PersonId>> merchantsPeople(Collection<UUID> merchants) {
        record Held(UUID merchant, PersonId person) {}
        return jdbc
                .sql("""
                    select merchant_id, person_id from identity.role
                    where role = 'MERCHANT' and region_id = any (?) and merchant_id = any (?)
                    """)
                .param(merchants.stream()
                        .map(id -> RegionId.of(id).number())
                        .distinct()
                        .toArray(Integer[]::new))
                .param(merchants.toArray(UUID[]::new))
                .query((row, number) -> new Held(
                        row.getObject("merchant_id", UUID.class), new PersonId(row.getObject("person_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::merchant, Collectors.mapping(Held::person, Collectors.toList())));
    }

    /** The person as somebody who acts, with all their grants; nobody if they were erased. */
    public Optional<Actor> actor(PersonId id) {
        return actors.of(id);
    }

    /** The language of ours that is nearest. */
    private static Locale written(Locale language) {
        return language.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        var id = new PersonId(row.getObject("id", UUID.class));
        var region = new RegionId(row.getInt("region_id"));
        var language = Locale.forLanguageTag(row.getString("language"));
        return row.getTimestamp("erased_at") == null
                ? new Person(id, region, row.getString("name"), language)
                : Person.former(id, region, language);
    }
}
