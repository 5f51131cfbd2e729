package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.supply.merchant.Signup.done;
import static org.townloop.supply.merchant.Signup.refused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Holiday;
import org.townloop.base.region.HolidayBook;
import org.townloop.base.region.HolidayFile;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;

/** Places by the calendar of their region, from the tables to the spans. */
@SupplyTest
class HolidayHoursTests {

    private static final RegionId COUNTY = new RegionId(997_001);
    private static final RegionId COUNTRY = new RegionId(997_000);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FESTIVAL = LocalDate.of(2027, 2, 5);
    private static final LocalDate MADE_UP = LocalDate.of(2027, 2, 20);

    private final OpeningHours hours;
    private final Timetables timetables;
    private final Calendars calendars;
    private final HolidayBook book;
    private final TakeOvers takeOvers;
    private final Places places;
    private final Signup town;
    private final List<String> noted = new ArrayList<>();
    private TestSalon salon = TestSalon.with(0, 0);
    private Actor owner;

    HolidayHoursTests(
            OpeningHours hours,
            Timetables timetables,
            Calendars calendars,
            HolidayBook book,
            TakeOvers takeOvers,
            Places places,
            People people) {
        this.hours = hours;
        this.timetables = timetables;
        this.calendars = calendars;
        this.book = book;
        this.takeOvers = takeOvers;
        this.places = places;
        this.town = new Signup(people);
        this.owner = town.runs(salon);
    }

    /** The Friday is a holiday, and the Saturday two weeks later is worked for it. */
    @BeforeEach
    void aCountryWithAHolidayAndADayThatMakesUpForIt() {
        TestTown.jdbc().sql("""
            insert into region.region (id, parent_id, kind, code, name, zone, currency, languages,
                platform_basis_points, partner_basis_points)
            values (997000, null, 'country', 'test-feast', '{"en": "Feast"}', 'Asia/Shanghai', 'CNY', '{zh-CN,en}', 500, 100),
                   (997001, 997000, 'county', 'test-feast-town', '{"en": "Feast town"}', null, null, null, null, null)
            on conflict do nothing
            """).update();
        done(book.choose(COUNTRY, "FEAST", noted::add));
        done(book.choose(COUNTY, null, noted::add));
        done(book.write(
                COUNTRY,
                "FEAST",
                HolidayFile.read("2027-02-05,HOLIDAY,,Spring Festival,春节\n2027-02-20,WORKDAY,,Working day,调休上班"),
                "test",
                noted::add));
        salon = TestSalon.in(COUNTY, 2, 0);
        owner = town.runs(salon);
    }

    @Test
    void aRegionLivesByTheCalendarAboveItUnlessItHasItsOwn() {
        assertThat(calendars.of(COUNTY).code()).isEqualTo("FEAST");
        assertThat(calendars.livingBy("FEAST")).contains(COUNTY, COUNTRY);
        done(book.choose(COUNTY, Calendars.NO_CALENDAR, noted::add));
        assertThat(calendars.of(COUNTY).code()).isEmpty();
        salon.hours("Mo-Fr 09:00-18:00; PH off");
        assertThat(openOn(FESTIVAL)).isEqualTo("09:00-18:00");
        assertThat(calendars.of(TestSalon.SHANGHAI).code()).isEmpty();
    }

    @Test
    void aHolidayIsClosedAndItsMakeUpDayIsWorked() {
        salon.hours("Mo-Th 09:00-18:00; Fr 09:00-17:00; PH off");
        assertThat(openOn(FESTIVAL)).isEmpty();
        assertThat(openOn(MADE_UP)).isEqualTo("09:00-17:00");
        assertThat(openOn(MADE_UP.plusDays(1))).isEmpty();
        assertThat(hours.closedDays(salon.place(), FESTIVAL, MADE_UP.plusDays(1)))
                .containsExactly(FESTIVAL);
        done(book.write(COUNTRY, "FEAST", workday(DayOfWeek.MONDAY), "test", noted::add));
        assertThat(openOn(MADE_UP)).isEqualTo("09:00-18:00");
    }

    @Test
    void whoeverWorksOnFridaysWorksOnTheDayThatStandsForOne() {
        salon.hours("Mo-Fr 09:00-18:00; PH off");
        var person = salon.staff().getFirst();
        salon.works(person, 5, "10:00", "15:00");
        assertThat(openOn(MADE_UP, person.value())).isEqualTo("10:00-15:00");
        assertThat(openOn(MADE_UP, salon.staff().getLast().value())).isEqualTo("09:00-18:00");
        assertThat(openOn(FESTIVAL, person.value())).isEmpty();
    }

    @Test
    void whatAPlaceSaysOfADayWinsOverItsNotationAndTheCalendar() {
        salon.hours("Mo-Fr 09:00-12:00,13:00-18:00; PH off");
        done(timetables.setExceptions(owner, salon.place(), List.of(DayException.asUsual(FESTIVAL))));
        assertThat(openOn(FESTIVAL)).as("like any Friday").isEqualTo("09:00-12:00,13:00-18:00");
        done(timetables.setExceptions(owner, salon.place(), List.of(DayException.asUsual(MADE_UP))));
        assertThat(openOn(MADE_UP)).as("like any Saturday").isEmpty();
        done(timetables.setException(
                owner, salon.place(), new DayException(FESTIVAL, LocalTime.of(10, 0), LocalTime.of(11, 0))));
        assertThat(openOn(FESTIVAL)).isEqualTo("10:00-11:00");
        assertThat(timetables.exceptions(salon.place()))
                .extracting(DayException::asUsual)
                .containsExactly(false, true);
        done(timetables.removeExceptions(owner, salon.place(), List.of(FESTIVAL, MADE_UP)));
        assertThat(openOn(FESTIVAL)).isEmpty();
        assertThat(openOn(MADE_UP)).isEqualTo("09:00-12:00,13:00-18:00");
    }

    @Test
    void theNextNightIsOfTheDayItBeganOn() {
        salon.hours("Mo-Su 18:00-02:00; PH off");
        var night = spans(FESTIVAL.minusDays(1), salon.place().value());
        assertThat(night.getLast().length()).isEqualTo(Duration.ofHours(6));
        assertThat(openOn(FESTIVAL)).isEqualTo("00:00-02:00");
    }

    @Test
    void aNotationIsWrittenAtTheDeskAndItsFaultsAreNamed() {
        var version = places.versions(salon.place()).hours();
        var refusal = timetables.setHours(owner, salon.place(), version, "Mo-Fr 9-18");
        refused(MerchantReason.HOURS_MISSPELT, refusal);
        refused(MerchantReason.HOURS_SCHOOL, timetables.setHours(owner, salon.place(), version, "SH off"));
        assertThat(hours.notation(salon.place()).text()).isEqualTo("09:00-18:00");
        done(timetables.setHours(owner, salon.place(), version, " Mo-Fr 09:00-18:00; PH off "));
        assertThat(hours.notation(salon.place()).text()).isEqualTo("Mo-Fr 09:00-18:00; PH off");
        refused(
                MerchantReason.CHANGED_MEANWHILE,
                timetables.setHours(owner, salon.place(), version, "Mo-Su 09:00-18:00"));
    }

    @Test
    void aFileWithAWrongLineIsNotTakenAtAll() {
        var file = HolidayFile.read("2027-02-06,HOLIDAY,,Spring Festival,春节\n2027-02-30,HOLIDAY,,No day,没有");
        assertThat(book.write(COUNTRY, "FEAST", file, "test", noted::add)).isInstanceOf(Outcome.Refused.class);
        assertThat(file.faults()).extracting(HolidayFile.Fault::line).containsExactly(2);
        assertThat(calendars.of(COUNTRY).days()).containsOnlyKeys(FESTIVAL, MADE_UP);
    }

    @Test
    void theHoursOfAListingBecomeThoseOfThePlaceThatIsTakenOver() {
        assertThat(taken("Mo-Sa 11:00-22:00; PH off")).isEqualTo("Mo-Sa 11:00-22:00; PH off");
        assertThat(taken("Mo-Fr sunrise-sunset")).isEmpty();
        assertThat(taken(null)).isEmpty();
    }

    private String taken(@Nullable String listed) {
        var listing = Signup.listing(places, "hair-and-beauty");
        if (listed != null) {
            TestTown.jdbc()
                    .sql("update merchant.place set details = jsonb_build_object('opening_hours', ?::text) where id"
                            + " = ?")
                    .params(listed, listing.value())
                    .update();
        }
        var claim = done(takeOvers.ask(
                town.somebody(), new NewTakeOver(listing, TakeOver.Evidence.LICENCE, "licence 4711", null)));
        done(takeOvers.grant(town.operator(), claim));
        return hours.notation(listing).text();
    }

    private String openOn(LocalDate day) {
        return openOn(day, salon.place().value());
    }

    private String openOn(LocalDate day, UUID subject) {
        return spans(day, subject).stream()
                .map(span ->
                        LocalTime.ofInstant(span.start(), SHANGHAI) + "-" + LocalTime.ofInstant(span.end(), SHANGHAI))
                .collect(Collectors.joining(","));
    }

    private List<TimeSpan> spans(LocalDate day, UUID subject) {
        return hours.spans(
                        Set.of(salon.place()),
                        day.atStartOfDay(SHANGHAI).toInstant(),
                        day.plusDays(1).atStartOfDay(SHANGHAI).toInstant())
                .getOrDefault(subject, List.of());
    }

    private static Holiday workday(DayOfWeek standsFor) {
        return new Holiday(MADE_UP, Holiday.Kind.WORKDAY, standsFor, Words.of("Working day", "调休上班"));
    }
}
