package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.TestSalon;

/** Who cannot be spared yet is told what to do first. */
@TownTest
class ErasureObstacleTests {

    @Autowired
    Erasures erasures;

    @Autowired
    JdbcClient jdbc;

    private final TestSalon salon = TestSalon.with(1, 1);
    private final TestPeople resident = TestPeople.resident(salon.region());
    private final TestPeople counter = TestPeople.counterOf(salon);
    private final TestPeople merchant = TestPeople.merchantOf(salon);
    private final PersonId person = new PersonId(resident.id());

    @Test
    void whoAloneRunsAShopIsToldToHandItOver() {
        var boss = new PersonId(merchant.id());
        assertThat(erasures.obstacles(boss))
                .extracting(obstacle -> obstacle.refusal().reason().code())
                .containsExactly("nobody-else-runs-it");
        TestPeople.merchantOf(salon);
        assertThat(erasures.obstacles(boss)).isEmpty();
    }

    @Test
    void theLastOperatorAndAPartnerAreNeeded() {
        grant("OPERATOR");
        grant("PARTNER");
        assertThat(erasures.obstacles(person))
                .extracting(obstacle -> obstacle.refusal().reason().code())
                .containsExactlyInAnyOrder("last-operator", "partner-still");
        jdbc.sql("delete from identity.role where person_id = ? and role = 'PARTNER'")
                .param(resident.id())
                .update();
        jdbc.sql("insert into identity.role (person_id, role, region_id) values (?, 'OPERATOR', ?)")
                .params(counter.id(), salon.region().number())
                .update();
        assertThat(erasures.obstacles(person)).isEmpty();
    }

    private void grant(String role) {
        jdbc.sql("insert into identity.role (person_id, role, region_id) values (?, ?, ?)")
                .params(resident.id(), role, salon.region().number())
                .update();
    }
}
