package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.supply.merchant.Signup.done;
import static org.townloop.supply.merchant.Signup.refused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;

/** What a merchant does at the desk to their place: facts, hours, people, chairs. */
@SupplyTest
class RunningAPlaceTests {

    private final Premises premises;
    private final Timetables timetables;
    private final Crew crew;
    private final Equipment equipment;
    private final Places places;
    private final OpeningHours hours;
    private final TestClock clock;
    private final Signup town;
    private final TestSalon salon = TestSalon.with(1, 1);
    private final Actor owner;

    RunningAPlaceTests(
            Premises premises,
            Timetables timetables,
            Crew crew,
            Equipment equipment,
            Places places,
            OpeningHours hours,
            TestClock clock,
            People people) {
        this.premises = premises;
        this.timetables = timetables;
        this.crew = crew;
        this.equipment = equipment;
        this.places = places;
        this.hours = hours;
        this.clock = clock;
        this.town = new Signup(people);
        this.owner = town.runs(salon);
    }

    @Test
    void theSecondOfTwoTabsIsToldThatTheFirstHasSaved() {
        var seen = places.versions(salon.place());
        done(premises.change(owner, salon.place(), seen.facts(), Signup.FACTS));
        refused(
                MerchantReason.CHANGED_MEANWHILE,
                premises.change(owner, salon.place(), seen.facts(), facts("Another name")));
        assertThat(PlaceFacts.of(places.get(salon.place()))).isEqualTo(Signup.FACTS);
        done(premises.change(owner, salon.place(), seen.facts() + 1, facts("Another name")));
        done(timetables.setWeek(owner, salon.place(), seen.hours(), List.of(open(1, "09:00", "12:00"))));
        refused(
                MerchantReason.CHANGED_MEANWHILE,
                timetables.setWeek(owner, salon.place(), seen.hours(), List.of(open(2, "09:00", "12:00"))));
        assertThat(changesOf(salon.place())).isEqualTo(3);
    }

    @Test
    void nobodyElseMayChangeAPlace() {
        var other = town.runs(TestSalon.with(0, 0));
        assertThatThrownBy(() -> premises.change(other, salon.place(), 1, Signup.FACTS))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> timetables.setWeek(other, salon.place(), 1, List.of()))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> crew.add(other, salon.place(), List.of(Words.of("Mo", "小莫"))))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> equipment.add(other, salon.place(), "chair", 1))
                .isInstanceOf(Absent.class);
        var mine = TestSalon.with(1, 0);
        assertThatThrownBy(() ->
                        crew.remove(town.runs(mine), mine.place(), salon.staff().getFirst()))
                .isInstanceOf(Absent.class);
        assertThat(changesOf(salon.place())).isZero();
    }

    @Test
    void aWeekMayHaveSeveralSpansADayAndRunToMidnight() {
        done(timetables.setWeek(
                owner,
                salon.place(),
                1,
                List.of(open(1, "09:00", "12:00"), open(1, "13:30", "00:00"), open(2, "00:00", "02:00"))));
        assertThat(hours.weekOf(salon.place()))
                .containsExactly(open(1, "09:00", "12:00"), open(1, "13:30", "00:00"), open(2, "00:00", "02:00"));
    }

    @Test
    void hoursThatCannotBeAreRefusedByTheirDay() {
        var refusal = timetables.setWeek(
                owner, salon.place(), 1, List.of(open(3, "09:00", "12:00"), open(3, "11:59", "18:00")));
        refused(MerchantReason.HOURS_OVERLAP, refusal);
        assertThat(((Outcome.Refused<?>) refusal).refusal().field()).isEqualTo("hours.3");
        refused(
                MerchantReason.CLOSES_BEFORE_OPENS,
                timetables.setWeek(owner, salon.place(), 1, List.of(open(3, "18:00", "09:00"))));
        refused(
                MerchantReason.CLOSES_BEFORE_OPENS,
                timetables.setWeek(owner, salon.place(), 1, List.of(open(3, "18:00", "18:00"))));
        done(timetables.setWeek(
                owner, salon.place(), 1, List.of(open(3, "09:00", "12:00"), open(3, "12:00", "18:00"))));
    }

    @Test
    void aDayThatDiffersIsClosedOrHasItsOwnHours() {
        var day = today().plusDays(2);
        done(timetables.setException(owner, salon.place(), new DayException(day, null, null)));
        assertThat(openOn(day)).isEmpty();
        done(timetables.setException(
                owner, salon.place(), new DayException(day, LocalTime.parse("20:00"), LocalTime.MIDNIGHT)));
        assertThat(openOn(day)).singleElement().extracting(TimeSpan::length).isEqualTo(Duration.ofHours(4));
        assertThat(timetables.exceptions(salon.place())).hasSize(1);
        done(timetables.removeException(owner, salon.place(), day));
        assertThat(openOn(day)).singleElement().extracting(TimeSpan::length).isEqualTo(Duration.ofHours(9));
        refused(
                MerchantReason.DAY_IS_PAST,
                timetables.setException(owner, salon.place(), new DayException(today().minusDays(1), null, null)));
    }

    @Test
    void whoWorksAndWhatThereIsCanBeAddedAndLeaves() {
        var added = done(crew.add(owner, salon.place(), List.of(Words.of("Mo", "小莫"), Words.of("Fei", ""))));
        assertThat(places.staff(salon.place())).hasSize(3);
        assertThat(done(equipment.add(owner, salon.place(), "chair", 2))).isEqualTo(3);
        refused(MerchantReason.NO_SUCH_KIND, equipment.add(owner, salon.place(), "sofa", 1));
        done(crew.remove(owner, salon.place(), added.getFirst()));
        assertThat(places.staff(salon.place())).extracting(Staff::id).doesNotContain(added.getFirst());
        assertThat(places.staffEver(salon.place())).extracting(Staff::id).contains(added.getFirst());
        assertThatThrownBy(() -> crew.remove(owner, salon.place(), added.getFirst()))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aPinIsKeptAsAHashAndGuessableOnesAreRefused() {
        var person = salon.staff().getFirst();
        for (var wrong : List.of("123", "123456789", "12a4", "１２３４")) {
            refused(MerchantReason.PIN_INVALID, crew.setPin(owner, salon.place(), person, 1, wrong));
        }
        for (var easy : List.of("0000", "2345", "8765")) {
            refused(MerchantReason.PIN_TOO_EASY, crew.setPin(owner, salon.place(), person, 1, easy));
        }
        done(crew.setPin(owner, salon.place(), person, 1, "2580"));
        var pin = crew.pins(salon.place()).get(person);
        assertThat(pin).isNotNull().satisfies(kept -> {
            assertThat(kept.matches("2580")).isTrue();
            assertThat(kept.matches("2581")).isFalse();
            assertThat(kept.iterations()).isGreaterThanOrEqualTo(600_000);
        });
        refused(MerchantReason.CHANGED_MEANWHILE, crew.setPin(owner, salon.place(), person, 1, null));
        done(crew.setPin(owner, salon.place(), person, 2, null));
        assertThat(crew.pins(salon.place())).isEmpty();
    }

    private List<TimeSpan> openOn(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        return hours.spans(
                        List.of(salon.place()),
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .getOrDefault(salon.place().value(), List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private static PlaceFacts facts(String name) {
        return new PlaceFacts(Words.of(name, name), Signup.FACTS.address(), null, null);
    }

    private static DayHours open(int weekday, String opens, String closes) {
        return new DayHours(DayOfWeek.of(weekday), LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static int changesOf(PlaceId place) {
        return TestTown.jdbc()
                .sql("select count(*) from kernel.event where type = 'PlaceChanged' and subject = ?")
                .param(place.value())
                .query(Integer.class)
                .single();
    }
}
