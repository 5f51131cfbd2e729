package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Absent;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;

/** Days on which somebody works otherwise than in other weeks. */
@SupplyTest
class RotaTests {

    private static final Instant FROM = Instant.parse("2026-11-26T16:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-29T16:00:00Z");

    private final Rotas rotas;
    private final OpeningHours hours;
    private final JdbcClient jdbc;
    private final TestSalon salon = TestSalon.with(2, 1);
    private final StaffId lin = salon.staff().getFirst();
    private final StaffId mei = salon.staff().getLast();
    private final Actor owner;
    private final Signup town;

    RotaTests(Rotas rotas, OpeningHours hours, JdbcClient jdbc, TestClock clock, People people) {
        this.rotas = rotas;
        this.hours = hours;
        this.jdbc = jdbc;
        this.town = new Signup(people);
        this.owner = town.runs(salon);
        clock.set(TestClock.START);
        jdbc.sql("update merchant.staff set name = '{\"en\": \"Mei\"}' where region_id = ? and id = ?")
                .params(salon.region().number(), mei.value())
                .update();
    }

    @Test
    void whoStandsInItWorksAsItSaysAndTheOthersAsEver() {
        salon.works(lin, 5, "09:00", "12:00");
        assertThat(write("Lin,2026-11-27,14:00,22:00\nLin,2026-11-29,10:00,11:00")
                        .faults())
                .isEmpty();
        assertThat(worked(lin))
                .as("not longer than the place is open, and not on the day between")
                .containsExactly(
                        span("2026-11-27T06:00:00Z", "2026-11-27T10:00:00Z"),
                        span("2026-11-29T02:00:00Z", "2026-11-29T03:00:00Z"));
        assertThat(worked(mei)).hasSize(3);

        write("Lin,2026-11-27,09:00,10:00");
        assertThat(worked(lin))
                .as("what is said anew is replaced, the rest stays")
                .containsExactly(
                        span("2026-11-27T01:00:00Z", "2026-11-27T02:00:00Z"),
                        span("2026-11-29T02:00:00Z", "2026-11-29T03:00:00Z"));
        rotas.end(owner, salon.place());
        assertThat(worked(lin)).containsExactly(span("2026-11-27T01:00:00Z", "2026-11-27T04:00:00Z"));
    }

    @Test
    void whoHasNoWeekOfTheirOwnWorksByTheRotaOnItsDaysOnly() {
        write("Mei,2026-11-28,off");
        assertThat(worked(mei))
                .containsExactly(
                        span("2026-11-27T01:00:00Z", "2026-11-27T10:00:00Z"),
                        span("2026-11-29T01:00:00Z", "2026-11-29T10:00:00Z"));
    }

    @Test
    void aNightEndsOnTheDayAfter() {
        salon.hours("Mo-Su 18:00-04:00");
        write("Lin,2026-11-27,20:00,02:00\nLin,2026-11-28,off");
        assertThat(worked(lin))
                .as("with the end of the night before, which belongs to no day of it, and the day after")
                .contains(span("2026-11-27T12:00:00Z", "2026-11-27T18:00:00Z"))
                .noneMatch(each -> each.overlaps(span("2026-11-28T10:00:00Z", "2026-11-28T16:00:00Z")));
    }

    @Test
    void ofARotaWithAFaultNothingIsWritten() {
        assertThat(write("Lin,2026-11-27,14:00,18:00\nLin,2026-02-30,14:00,18:00")
                        .faults())
                .hasSize(1);
        assertThat(rows()).isZero();
        assertThat(rotas.read(owner, salon.place(), "Lin,2026-11-27,14:00,18:00")
                        .isSound())
                .isTrue();
        assertThat(rows()).as("looking writes nothing either").isZero();
    }

    @Test
    void nobodyElseWritesIt() {
        var other = town.runs(TestSalon.with(1, 0));
        assertThatThrownBy(() -> rotas.write(other, salon.place(), "Lin,2026-11-27,off"))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> rotas.end(other, salon.place())).isInstanceOf(Absent.class);
        var mine = TestSalon.with(1, 0);
        assertThat(rotas.write(town.runs(mine), mine.place(), "Mei,2026-11-27,off")
                        .faults())
                .as("who works elsewhere")
                .hasSize(1);
    }

    private Rota write(String lines) {
        return rotas.write(owner, salon.place(), lines);
    }

    private List<TimeSpan> worked(StaffId person) {
        return hours.spans(List.of(salon.place()), FROM, TO).getOrDefault(person.value(), List.of());
    }

    private int rows() {
        return jdbc.sql("select count(*) from merchant.shift where staff_id in (?, ?)")
                .params(lin.value(), mei.value())
                .query(Integer.class)
                .single();
    }

    private static TimeSpan span(String start, String end) {
        return new TimeSpan(Instant.parse(start), Instant.parse(end));
    }
}
