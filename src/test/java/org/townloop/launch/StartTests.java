package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TownTest;

@TownTest
class StartTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    /** Where the clock stands is not asked: tests that share this town may have moved it. */
    @Test
    void theProgramStartsAsTheApplicationsRole() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("townloop_app");
        assertThat(clock).isInstanceOf(TestClock.class);
    }
}
