package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.region.Calendars;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offers;

/** The office keeps the holidays of a region, and the desk says what a place does on them. */
@TownTest
class HolidayPagesTests {

    private static final String REGION = "test-shanghai";
    private static final String OWN = "TEST-SHANGHAI";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Calendars calendars;

    @Autowired
    TestClock clock;

    private PageClient operator;
    private PageClient owner;
    private String place = "";

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        var day = SalonDay.open(port, offers);
        place = day.place().toString();
        operator = PageClient.of(port, operatorOf(TestSalon.SHANGHAI.number()));
        owner = PageClient.of(port, day.owner());
        forget();
    }

    @AfterEach
    void forget() {
        TestTown.jdbc()
                .sql("update region.region set calendar = null where id in (999000, 999001)")
                .update();
        for (var table : new String[] {"region.holiday", "region.holiday_year"}) {
            TestTown.jdbc()
                    .sql("delete from " + table + " where calendar in ('TEST-SHANGHAI', 'SHARED')")
                    .update();
        }
        calendars.reload();
    }

    @Test
    void anOperatorEntersTheHolidaysOfTheRegion() throws IOException {
        choose(OWN);
        var page = operator.get("/office/holidays");
        assertThat(page.words())
                .contains("The holidays of 2026 have not been published yet", "The holidays of 2027 have not been");
        assertThat(operator.get("/office/needs").words()).contains("The holidays of 2027 are not entered yet");

        var refused = operator.post(
                "/office/holidays/file",
                page,
                Map.of(
                        "region",
                        REGION,
                        "lines",
                        "2027-02-05,HOLIDAY,,Spring Festival,春节\n2027-02-31,HOLIDAY,,Nothing,没有"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("1 line cannot be taken. Nothing was written.", "Line 2: That is no day");
        assertThat(refused.body()).contains("2027-02-05,HOLIDAY,,Spring Festival,春节");
        assertThat(calendars.get(OWN).days()).isEmpty();

        var taken = operator.follow(operator.post(
                "/office/holidays/file",
                page,
                Map.of(
                        "region",
                        REGION,
                        "lines",
                        "2027-02-05,HOLIDAY,,Spring Festival,春节\n2027-02-20,WORKDAY,,Made up,调休")));
        assertThat(taken.words())
                .contains("Friday, 5 February Spring Festival holiday", "Made up make-up workday · as Friday")
                .doesNotContain("The holidays of 2027 have not been");
        operator.post(
                "/office/holidays",
                page,
                Map.of(
                        "region",
                        REGION,
                        "day",
                        "2027-02-06",
                        "kind",
                        "HOLIDAY",
                        "standsFor",
                        "",
                        "nameEn",
                        "Second day"));
        operator.post("/office/holidays/removal", page, Map.of("region", REGION, "day", "2027-02-05"));
        assertThat(operator.get("/office/holidays?year=2027").words())
                .contains("Second day")
                .doesNotContain("Friday, 5 February");
        assertThat(notes()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void whatOthersLiveByIsNotChangedByOneOfThem() throws IOException {
        TestTown.jdbc()
                .sql("insert into region.holiday_year values ('SHARED', 2026, 'test')")
                .update();
        TestTown.jdbc()
                .sql("update region.region set calendar = 'SHARED' where id = 999000")
                .update();
        calendars.reload();
        var page = operator.get("/office/holidays");
        assertThat(page.words()).contains("SHARED, like East", "Other regions live by SHARED as well");
        var written = operator.post(
                "/office/holidays",
                page,
                Map.of("region", REGION, "day", "2026-12-24", "kind", "HOLIDAY", "nameEn", "Eve"));
        assertThat(written.status()).isEqualTo(404);
        assertThat(choose("NO-SUCH").status()).isEqualTo(422);
        assertThat(operator.follow(choose(OWN)).words())
                .as("its own begins as a copy")
                .contains("TEST-SHANGHAI in 2026", "2026 is known to have no such day");
    }

    @Test
    void theRegionOfSomebodyElseHasNoHolidaysHere() throws IOException {
        var west = PageClient.of(port, operatorOf(998_000));
        var page = west.get("/office/holidays");
        for (var path : new String[] {"", "/removal", "/file", "/calendar"}) {
            var fields = Map.of("region", REGION, "day", "2027-02-05", "calendar", "CN", "lines", "x");
            assertThat(west.post("/office/holidays" + path, page, fields).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(owner.get("/office/holidays?region=" + REGION).status()).isEqualTo(404);
    }

    @Test
    void aMerchantWritesHoursAsATextAndSeesWhatTheyMean() throws IOException {
        var page = owner.get("/desk/hours?as=text&place=" + place);
        assertThat(page.body()).contains(">09:00-18:00</textarea>");
        var wrong = Map.of("place", place, "version", "1", "act", "save", "notation", "Mo-Fr 9-18");
        var refused = owner.post("/desk/hours", page, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("at character 7, “9”", "write it so: Mo-Fr 09:00-18:00");
        assertThat(refused.body()).contains(">Mo-Fr 9-18</textarea>");

        var shown = owner.post(
                "/desk/hours",
                page,
                Map.of(
                        "place",
                        place,
                        "version",
                        "1",
                        "act",
                        "show",
                        "notation",
                        "Th 18:00-02:00; Mo 09:00-12:00 \"ring\""));
        assertThat(shown.words()).contains("not saved yet", "Thu 26 Nov 18:00–02:00", "perhaps 09:00–12:00 (“ring”)");
        assertThat(owner.get("/desk/hours?place=" + place).body()).doesNotContain("<textarea");

        var rich = Map.of("place", place, "version", "1", "act", "save", "notation", "Mo-Fr 09:00-18:00; Dec 25 off");
        var saved = owner.follow(owner.post("/desk/hours", page, rich));
        assertThat(saved.body()).contains(">Mo-Fr 09:00-18:00; Dec 25 off</textarea>");
        assertThat(saved.words()).contains("Mon 30 Nov – Fri 4 Dec 09:00–18:00");
    }

    @Test
    void oneTapSaysWhatAPlaceDoesOnAHoliday() throws IOException {
        choose(OWN);
        operator.post(
                "/office/holidays/file",
                operator.get("/office/holidays"),
                Map.of("region", REGION, "lines", "2026-12-24,HOLIDAY,,Feast,节\n2026-12-25,HOLIDAY,,Feast,节"));
        var page = owner.get("/desk/hours?place=" + place);
        assertThat(page.words()).contains("Feast Thu 24 Dec – Fri 25 Dec 09:00–18:00", "Closed on public holidays");
        assertThat(owner.follow(tapped(page, "closed", "", "")).words())
                .contains("Feast Thu 24 Dec – Fri 25 Dec closed differs");
        assertThat(differing()).isEqualTo(2);
        assertThat(owner.follow(tapped(page, "own", "10:00", "12:00")).words())
                .contains("Fri 25 Dec 10:00–12:00 differs");
        tapped(page, "again", "", "");
        assertThat(differing()).isZero();
        assertThat(tapped(page, "own", "10:00", "").status()).isEqualTo(422);

        var week = Map.of("place", place, "version", "1", "d1a", "09:00", "d1b", "18:00", "holidays", "closed");
        owner.post("/desk/hours", page, week);
        assertThat(count("select count(*) from merchant.place where hours = 'Mo 09:00-18:00; PH off' and id = '" + place
                        + "'"))
                .isEqualTo(1);
    }

    private PageClient.Answer tapped(PageClient.Answer page, String what, String from, String to) throws IOException {
        var days = Map.of("first", "2026-12-24", "last", "2026-12-25", "what", what, "from", from, "to", to);
        var fields = new HashMap<>(days);
        fields.put("place", place);
        return owner.post("/desk/hours/holidays", page, fields);
    }

    private PageClient.Answer choose(String calendar) throws IOException {
        var page = operator.get("/office/holidays");
        return operator.post("/office/holidays/calendar", page, Map.of("region", REGION, "calendar", calendar));
    }

    private int differing() {
        return count("select count(*) from merchant.day_exception where place_id = '" + place + "'");
    }

    private static int notes() {
        return count("select count(*) from identity.audit where action in"
                + " ('calendar-chosen', 'holidays-taken', 'holiday-written', 'holiday-removed')"
                + " and subject like '%TEST-SHANGHAI%'");
    }

    private static int count(String query) {
        return TestTown.jdbc().sql(query).query(Integer.class).single();
    }

    private static TestPeople operatorOf(int region) {
        var person = TestPeople.resident(TestSalon.SHANGHAI);
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id) values (?, 'OPERATOR', ?)")
                .params(person.id(), region)
                .update();
        return person;
    }
}
