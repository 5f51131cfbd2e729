package org.townloop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.TestSalon;

/**
 * Somebody of a test's town, with a token for the API.
 *
 * @param token what stands after {@code Bearer}
 */
public record TestPeople(UUID id, String token) {

    private static final Instant CAME = Instant.parse("2026-01-01T00:00:00Z");

    public static TestPeople resident(RegionId region) {
        return resident(TestTown.jdbc(), region);
    }

    public static TestPeople resident(JdbcClient jdbc, RegionId region) {
        var person = new TestPeople(Ids.next(region, CAME), UUID.randomUUID().toString());
        var came = CAME.atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into identity.person (id, region_id, name, language, created_at) values (?, ?, 'Lin',"
                        + " 'en', ?)")
                .params(person.id(), region.number(), came)
                .update();
        jdbc.sql("insert into identity.token (hash, person_id, label, demo, created_at) values (?, ?, 'test',"
                        + " false, ?)")
                .params(Tokens.hash(person.token()), person.id(), came)
                .update();
        return person;
    }

    /** Somebody who redeems at the salon. */
    public static TestPeople counterOf(TestSalon salon) {
        return counterOf(TestTown.jdbc(), salon);
    }

    public static TestPeople counterOf(JdbcClient jdbc, TestSalon salon) {
        var person = resident(jdbc, salon.region());
        jdbc.sql("insert into identity.role (person_id, role, region_id, place_id) values (?, 'COUNTER', ?, ?)")
                .params(person.id(), salon.region().number(), salon.place().value())
                .update();
        return person;
    }

    /** Somebody with that role in the salon's region. */
    public static TestPeople inRole(String role, TestSalon salon) {
        var person = resident(salon.region());
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id) values (?, ?, ?)")
                .params(person.id(), role, salon.region().number())
                .update();
        return person;
    }

    /** Somebody who runs the salon. */
    public static TestPeople merchantOf(TestSalon salon) {
        var person = resident(salon.region());
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id, merchant_id) values (?, 'MERCHANT', ?, ?)")
                .params(person.id(), salon.region().number(), salon.merchant().value())
                .update();
        return person;
    }
}
