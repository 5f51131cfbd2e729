package org.townloop;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.townloop.launch.postgres.Database;

/** Puts the test's database, folder and clock in the place of those that a start of the program makes. */
class TestTownInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        TestPropertyValues.of(
                        "townloop.data=" + TestTown.data(),
                        "townloop.mode=demo",
                        "townloop.region=test-shanghai",
                        "townloop.calendars.private-networks=true",
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
        context.registerBean(Database.class, TestTown::database);
        context.registerBean("testClock", TestClock.class, TestClock::new, definition -> definition.setPrimary(true));
    }
}
