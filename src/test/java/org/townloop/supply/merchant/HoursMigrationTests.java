package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.Reading;
import org.townloop.supply.merchant.hours.WallSpan;

/** Nothing of a town's hours changes because they are kept as a text now. */
class HoursMigrationTests {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/merchant/V202611221502__hours_as_a_text.sql");
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = FIRST.plusYears(1);
    private static final Instant FROM = Instant.parse("2026-06-03T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-05-29T00:00:00Z");

    private final Database town = TestTown.fresh();

    @Test
    void everyPlaceIsOpenOverAYearAsItWasBefore() throws IOException {
        var owner = new JdbcTemplate(TestTown.plain(town, town.owner()));
        var weeks = weeks();
        asItWasBefore(owner);
        weeks.forEach((place, week) -> write(owner, place, week));
        owner.execute(Files.readString(MIGRATION));
        var texts = new HashMap<UUID, String>();
        owner.query("select id, hours from merchant.place", row -> {
            texts.put(row.getObject("id", UUID.class), row.getString("hours"));
        });
        assertThat(texts).hasSize(weeks.size());
        for (var zone : List.of("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe")) {
            var days = new Days(
                    FIRST, LAST, ZoneId.of(zone), HolidayCalendar.NONE, FROM, TO, Map.<LocalDate, Differing>of());
            weeks.forEach((place, week) -> assertThat(open(days, texts.getOrDefault(place.value(), "none")))
                    .as("%s in %s", texts.get(place.value()), zone)
                    .isEqualTo(days.worked(week, Map.of())));
        }
    }

    private static List<TimeSpan> open(Days days, String text) {
        var notation = ((Reading.Read) Notation.read(text)).notation();
        return days.open(notation.days(FIRST, LAST, HolidayCalendar.NONE), day -> List.of());
    }

    private static void asItWasBefore(JdbcTemplate owner) {
        owner.execute("""
            alter table merchant.place drop column hours;
            alter table merchant.day_exception drop column as_usual;
            create table merchant.place_hours (
                region_id int not null,
                place_id  uuid not null,
                weekday   int not null check (weekday between 1 and 7),
                opens     time not null,
                closes    time not null check (closes > opens),
                primary key (region_id, place_id, weekday, opens))
            """);
    }

    /** Weeks as merchants may have written them: gaps, nights in two spans, spans that touch, days off. */
    private Map<PlaceId, Map<Integer, List<WallSpan>>> weeks() {
        var random = new Random(3);
        var jdbc = JdbcClient.create(TestTown.plain(town, town.owner()));
        var weeks = new HashMap<PlaceId, Map<Integer, List<WallSpan>>>();
        for (int i = 0; i < 120; i++) {
            var week = new TreeMap<Integer, List<WallSpan>>();
            var usual = day(random);
            for (int weekday = 1; weekday <= 7; weekday++) {
                week.put(weekday, random.nextInt(3) > 0 ? usual : day(random));
            }
            weeks.put(TestSalon.in(jdbc, TestSalon.SHANGHAI, 0, 0).place(), week);
        }
        return weeks;
    }

    private static void write(JdbcTemplate owner, PlaceId place, Map<Integer, List<WallSpan>> week) {
        week.forEach((weekday, spans) -> spans.forEach(span -> owner.update(
                "insert into merchant.place_hours values (?, ?, ?, ?::time, ?::time)",
                place.region().number(),
                place.value(),
                weekday,
                time(span.opens()),
                time(span.closes()))));
    }

    private static List<WallSpan> day(Random random) {
        var spans = new ArrayList<WallSpan>();
        for (int from = random.nextInt(3) == 0 ? 0 : 5 * random.nextInt(200); from < 1_440 && random.nextInt(4) > 0; ) {
            var to = random.nextInt(4) == 0 ? 1_440 : Math.min(1_440, from + 5 + 5 * random.nextInt(120));
            spans.add(new WallSpan(from, to));
            from = to + 5 * random.nextInt(20);
        }
        return spans;
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
