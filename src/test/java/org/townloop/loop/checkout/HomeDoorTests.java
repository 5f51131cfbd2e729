package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ordering.Sites;
import org.townloop.supply.offer.Offers;

/** Where somebody lives is theirs to know, and goes with them. */
@TownTest
class HomeDoorTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Sites sites;

    @Autowired
    Erasures erasures;

    @Autowired
    TestClock clock;

    private CleaningDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = CleaningDay.open(port, offers);
    }

    @Test
    void whereSomebodyLivesIsToldToThemAndGoesWithThem() throws IOException {
        var order = day.paid(NINE);
        var person = new PersonId(day.resident().id());
        assertThat(sites.of(person, 5)).extracting(Site::address).containsExactly(CleaningDay.ADDRESS);
        assertThat(exported("sites")).contains(CleaningDay.ADDRESS);
        assertThat(exported("home-visits")).contains("30.28");
        day.client().cancel(day.resident(), order, "c1");
        day.client().order(day.resident(), order, "REFUNDED");
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);
        assertThat(sites.of(person, 5)).isEmpty();
        assertThat(doorsOf(person)).isZero();
    }

    @Test
    void aDoorThatWasVisitedIsForgottenWithoutTheVisit() throws IOException {
        var order = day.paid(NINE);
        day.client()
                .redeem(
                        TestPeople.counterOf(day.firm().house()),
                        day.client().tokens(day.resident(), order).getFirst(),
                        "n1");
        day.client().order(day.resident(), order, "SETTLED");
        var person = new PersonId(day.resident().id());
        assertThat(doorsOf(person)).isEqualTo(1);
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);
        assertThat(doorsOf(person)).isZero();
        assertThat(TestTown.jdbc()
                        .sql("select count(*) from booking.job where resident_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .as("that somebody was there")
                .isEqualTo(1);
    }

    private static int doorsOf(PersonId person) {
        return TestTown.jdbc()
                .sql("select count(*)::int from booking.job where resident_id = ? and lat is not null")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private String exported(String what) {
        var kept = erasures.kept().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow();
        return TestTown.jdbc()
                .sql(kept.shown())
                .param("person", day.resident().id())
                .query()
                .listOfRows()
                .toString();
    }
}
