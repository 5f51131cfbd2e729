package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.region.Calendars;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.PlaceId;

/** Whatever changes what a place is, the next who holds there goes by what it is now. */
@SupplyTest
class RosterVersionTests {

    private final Rosters rosters;
    private final Calendars calendars;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc = new JdbcTemplate(TestTown.app());
    private final TestSalon salon = TestSalon.with(2, 2);
    private final TestSalon neighbour = TestSalon.with(1, 1);

    RosterVersionTests(Rosters rosters, Calendars calendars, TestClock clock, PlatformTransactionManager transactions) {
        this.rosters = rosters;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A statement; its facts are the person, the chair or the place, by their names. */
    record Write(String what, String sql) {
        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    static Stream<Write> writes() {
        return Stream.of(
                new Write("hours", "update merchant.place set hours = 'Mo-Su 10:00-17:00' where id = :place"),
                new Write("moved", "update merchant.place set lat = 30.3, lon = 119.8 where id = :place"),
                new Write(
                        "somebody new",
                        "insert into merchant.staff (region_id, id, place_id, name)"
                                + " values (999001, :new, :place, '{\"en\": \"Wu\"}')"),
                new Write("somebody leaves", "update merchant.staff set left_at = now() where id = :person"),
                new Write(
                        "somebody goes next door",
                        "update merchant.staff set place_id = :neighbour where id = :person"),
                new Write(
                        "a week",
                        "insert into merchant.staff_hours (region_id, staff_id, weekday, opens, closes)"
                                + " values (999001, :person, 6, '10:00', '12:00')"),
                new Write("another week", "update merchant.staff_hours set closes = '11:00' where staff_id = :other"),
                new Write("no week any more", "delete from merchant.staff_hours where staff_id = :other"),
                new Write(
                        "a rota",
                        "insert into merchant.shift (region_id, staff_id, day, opens, closes)"
                                + " values (999001, :person, '2026-11-28', 600, 720)"),
                new Write("another rota", "update merchant.shift set closes = 840 where staff_id = :other"),
                new Write("no rota any more", "delete from merchant.shift where staff_id = :other"),
                new Write(
                        "one chair more",
                        "insert into merchant.resource (region_id, id, place_id, kind, name)"
                                + " values (999001, :new, :place, 'chair', '{\"en\": \"Chair\"}')"),
                new Write("seats", "update merchant.resource set seats = 4, zone = 'window' where id = :chair"),
                new Write("one chair less", "update merchant.resource set left_at = now() where id = :chair"),
                new Write("no such chair", "delete from merchant.resource where id = :chair"),
                new Write(
                        "a day off",
                        "insert into merchant.day_exception (region_id, place_id, day)"
                                + " values (999001, :place, '2026-11-28')"),
                new Write(
                        "another day off",
                        "update merchant.day_exception set day = '2026-12-04' where place_id = :place"),
                new Write("open after all", "delete from merchant.day_exception where place_id = :place"),
                new Write(
                        "brings",
                        "insert into merchant.delivery (region_id, place_id, settings, changed_at)"
                                + " values (999001, :place, " + settings(30) + ", now())"
                                + " on conflict (region_id, place_id) do update set settings = excluded.settings"),
                new Write("brings no more", "delete from merchant.delivery where place_id = :place"));
    }

    private static String settings(int least) {
        return "'{\"windows\": [], \"rings\": [], \"leastMinor\": %d, \"pickUp\": true}'".formatted(least);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void theNextHoldGoesByWhatThePlaceIsNow(Write write) {
        furnish();
        var before = read(salon.place());
        assertThat(read(salon.place()).open()).as("kept").isSameAs(before.open());
        var nextDoor = read(neighbour.place());

        assertThat(jdbc.update(stated(write.sql()))).isPositive();

        assertThat(seen(read(salon.place()))).isNotEqualTo(seen(before)).isEqualTo(seen(anew(salon.place())));
        assertThat(seen(read(neighbour.place()))).isEqualTo(seen(anew(neighbour.place())));
        assertThat(nextDoor.open()).isEqualTo(read(neighbour.place()).open());
    }

    @Test
    void whatIsRolledBackWasNeverSo() {
        var before = read(salon.place());
        transaction.executeWithoutResult(status -> {
            salon.closedOn("2026-11-28");
            assertThat(seen(read(salon.place()))).isNotEqualTo(seen(before));
            status.setRollbackOnly();
        });
        assertThat(seen(read(salon.place()))).isEqualTo(seen(before));
        jdbc.update(stated("update merchant.place set hours = 'Mo-Su 10:00-17:00' where id = :place"));
        assertThat(seen(read(salon.place()))).isEqualTo(seen(anew(salon.place())));
    }

    @Test
    void holidaysAndANewDayMakeAnother() {
        var before = read(salon.place());
        clock.move(Duration.ofDays(1));
        var tomorrow = read(salon.place());
        assertThat(tomorrow.timeline().today())
                .isEqualTo(before.timeline().today().plusDays(1));
        assertThat(read(salon.place()).open()).isSameAs(tomorrow.open());
        salon.hours("Mo-Su 09:00-18:00; PH off");
        var usual = read(salon.place());
        jdbc.update("update region.region set calendar = 'ROSTERS' where id = 999001");
        jdbc.update("insert into region.holiday (calendar, day, kind, name)"
                + " values ('ROSTERS', '2026-11-28', 'HOLIDAY', '{\"en\": \"Fair\"}')");
        try {
            calendars.reload();
            assertThat(seen(read(salon.place()))).isNotEqualTo(seen(usual)).isEqualTo(seen(anew(salon.place())));
        } finally {
            jdbc.update("delete from region.holiday where calendar = 'ROSTERS'");
            jdbc.update("update region.region set calendar = null where id = 999001");
            calendars.reload();
        }
    }

    @Test
    void thoseThatNobodyHasAskedForTheLongestGoWhenThereIsNoRoom() {
        var roster = read(salon.place());
        var madeOf = new KeptRosters.MadeOf(1, roster.timeline(), calendars.of(salon.region()));
        var kept = new KeptRosters(10_000);
        var ids = Stream.generate(() -> new PlaceId(Ids.next(salon.region(), clock.instant())))
                .limit(100)
                .toList();
        for (var id : ids) {
            kept.keep(of(id, roster), madeOf);
            assertThat(kept.of(Map.of(ids.getFirst(), madeOf))).hasSize(1);
        }
        assertThat(kept.size()).isBetween(2, 20);
        assertThat(kept.of(Map.of(ids.getLast(), madeOf))).hasSize(1);
        assertThat(kept.of(Map.of(ids.get(1), madeOf))).isEmpty();
    }

    private static Roster of(PlaceId id, Roster like) {
        return new Roster(
                id,
                like.point(),
                like.timeline(),
                like.open(),
                like.staff(),
                like.resources(),
                like.closed(),
                like.delivery(),
                like.away());
    }

    private void furnish() {
        salon.works(salon.staff().get(1), 6, "09:00", "15:00").closedOn("2026-12-03");
        jdbc.update(stated("insert into merchant.shift (region_id, staff_id, day, opens, closes)"
                + " values (999001, :other, '2026-11-29', 600, 720)"));
        jdbc.update(stated("insert into merchant.delivery (region_id, place_id, settings, changed_at)"
                + " values (999001, :place, " + settings(60) + ", now())"));
    }

    private String stated(String sql) {
        return sql.replace(":place", quoted(salon.place().value()))
                .replace(":neighbour", quoted(neighbour.place().value()))
                .replace(":person", quoted(salon.staff().getFirst().value()))
                .replace(":other", quoted(salon.staff().get(1).value()))
                .replace(":chair", quoted(salon.chairs().getFirst()))
                .replace(":new", quoted(Ids.next(salon.region(), clock.instant())));
    }

    private static String quoted(UUID id) {
        return "'" + id + "'";
    }

    private Roster read(PlaceId place) {
        return Objects.requireNonNull(
                rosters.read(List.of(place), clock.instant()).get(place));
    }

    private Roster anew(PlaceId place) {
        return Objects.requireNonNull(
                rosters.readAnew(Set.of(place), clock.instant()).get(place));
    }

    /** All that is to be seen of it. */
    private static List<Object> seen(Roster roster) {
        var days =
                roster.timeline().today().datesUntil(roster.timeline().today().plusDays(Roster.YEAR));
        return List.of(
                List.of(String.valueOf(roster.point()), roster.timeline(), roster.delivery(), roster.away()),
                Arrays.toString(roster.open()),
                Stream.concat(roster.staff().stream(), roster.resources().stream())
                        .map(one -> one.id() + " " + one.resourceKind() + one.seats() + one.zone() + one.units()
                                + Arrays.toString(one.open()))
                        .toList(),
                days.filter(roster.closed()::contains).map(LocalDate::toString).toList());
    }
}
