package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.surface.CalendarProgram.busy;
import static org.townloop.surface.CalendarProgram.events;
import static org.townloop.surface.CalendarProgram.only;
import static org.townloop.surface.CalendarProgram.sequence;
import static org.townloop.surface.CalendarProgram.value;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.supply.merchant.TimeSpan;

/** Calendars that telephones subscribe to; a library that is not ours reads each of them. */
class CalendarTests extends SalonPages {

    private static final Pattern LINK = Pattern.compile("http://[^\"]+(/calendars/[\\w-]{43}\\.ics)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private PageClient guest;
    private PageClient owner;

    @BeforeEach
    void people() throws IOException {
        guest = PageClient.of(port, day.guest());
        owner = PageClient.of(port, day.owner());
    }

    @Test
    void aBookingIsAFileAndOnceItIsCalledOffTheSameOneCancelled() throws Exception {
        var order = day.paid(SalonDay.AT_THREE);
        assertThat(guest.get("/orders/" + order).body()).contains("/orders/" + order + "/calendar.ics");
        var booked = only(guest.get("/orders/" + order + "/calendar.ics").body());
        assertThat(booked.getSummary().getValue()).isEqualTo("Haircut · Tongxin Hair");
        assertThat(value(booked, "DTSTART")).isEqualTo("20261126T070000Z");
        assertThat(value(booked, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(booked, "URL")).endsWith("/orders/" + order);

        clock.move(Duration.ofMinutes(5));
        cancel(order);
        var cancelled = only(guest.get("/orders/" + order + "/calendar.ics").body());
        assertThat(value(cancelled, "UID")).isEqualTo(value(booked, "UID"));
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(sequence(cancelled)).isGreaterThan(sequence(booked));
    }

    @Test
    void whatIsHeldIsNoBookingYet() throws IOException {
        var order = day.held(SalonDay.AT_THREE);
        assertThat(guest.get("/orders/" + order).body()).doesNotContain("calendar.ics");
        assertThat(guest.get("/orders/" + order + "/calendar.ics").status()).isEqualTo(404);
    }

    @Test
    void aResidentsAddressShowsTheirBookingsAndEndsWithTheNextOne() throws Exception {
        day.paid(SalonDay.AT_THREE);
        var page = guest.get("/account");
        assertThat(page.words()).contains("There is no address yet");
        var first = link(guest.post("/account/calendar", page, Map.of()).body());
        assertThat(events(get(first).body())).hasSize(1);
        assertThat(guest.get("/account").body()).doesNotContain(first.substring(0, 20));

        var second = link(
                guest.post("/account/calendar", guest.get("/account"), Map.of()).body());
        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(get(second).statusCode()).isEqualTo(200);

        guest.post("/account/calendar/end", guest.get("/account"), Map.of());
        assertThat(get(second).statusCode()).isEqualTo(404);
    }

    /** The table holds hashes: what is in it opens nothing. */
    @Test
    void onlyAHashOfTheSecretIsKept() throws Exception {
        var link = link(
                guest.post("/account/calendar", guest.get("/account"), Map.of()).body());
        var secret = link.substring("/calendars/".length(), link.length() - 4);
        var rows = TestTown.jdbc()
                .sql("select row_to_json(l)::text from ordering.calendar_link l where owner_id = ?")
                .param(day.guest().id())
                .query(String.class)
                .list();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).doesNotContain(secret);
    }

    @Test
    void whatHasNotChangedIsNotSentAgainAndNothingOnTheWayKeepsIt() throws Exception {
        day.paid(SalonDay.AT_THREE);
        var link = link(
                guest.post("/account/calendar", guest.get("/account"), Map.of()).body());
        var first = get(link);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(first.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("private", "no-cache"));
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var second = ask(link, tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1)));
        assertThat(ask(link, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aPlacesCalendarNamesNoGuest() throws Exception {
        var order = day.paid(SalonDay.AT_THREE);
        TestTown.jdbc()
                .sql("update ordering.line set site = ?::jsonb, answers = ?::jsonb where order_id = ?")
                .params(
                        "{\"address\": \"Secret Lane 7\", \"point\": {\"lat\": 30.1, \"lon\": 119.1}}",
                        "{\"note\": \"my bad knee\", \"phone\": \"13800000000\"}",
                        order)
                .update();
        TestTown.jdbc()
                .sql("update identity.person set name = 'Wu Mingxia' where id = ?")
                .param(day.guest().id())
                .update();
        for (var whose : List.of(day.place(), day.salon().staff().getFirst().value())) {
            var text = get(deskLink(whose)).body();
            assertThat(events(text)).hasSize(1);
            assertThat(text).doesNotContain("Wu Mingxia", "Secret Lane", "bad knee", "13800000000");
            assertThat(text.replace("\r\n ", "")).contains("/desk?place=" + day.place() + "&day=2026-11-26#o" + order);
        }
    }

    @Test
    void whoWasBookedIsToldThatItIsCancelled() throws Exception {
        var order = day.paid(SalonDay.AT_THREE);
        var lin = deskLink(day.salon().staff().getFirst().value());
        var chair = deskLink(day.salon().chairs().getFirst());
        var whole = deskLink(day.place());
        var before = only(get(lin).body());
        clock.move(Duration.ofMinutes(5));
        cancel(order);
        for (var link : List.of(lin, chair, whole)) {
            var after = only(get(link).body());
            assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
            assertThat(value(after, "STATUS")).isEqualTo("CANCELLED");
            assertThat(value(after, "DTSTART")).isEqualTo(value(before, "DTSTART"));
            assertThat(sequence(after)).isGreaterThan(sequence(before));
        }
        clock.move(Duration.ofDays(61));
        assertThat(events(get(whole).body())).isEmpty();
    }

    @Test
    void whatWasMovedIsTheSameAtAnotherTime() throws Exception {
        var saturday = SalonDay.AT_THREE.plus(Duration.ofDays(2));
        var order = day.paid(saturday);
        var lin = deskLink(day.salon().staff().getFirst().value());
        var before = only(get(lin).body());
        clock.move(Duration.ofMinutes(5));
        var moved = day.client()
                .post(
                        day.guest(),
                        "/api/orders/" + order + "/move",
                        UUID.randomUUID().toString(),
                        Map.of("slotStart", saturday.plus(Duration.ofHours(2)).toString()));
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        var after = only(get(lin).body());
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(after, "DTSTART")).isEqualTo("20261128T090000Z");
        assertThat(value(after, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(sequence(after)).isGreaterThan(sequence(before));
        assertThat(sequence(only(guest.get("/orders/" + order + "/calendar.ics").body())))
                .isEqualTo(sequence(after));
    }

    @Test
    void whoHasLeftHasNoCalendar() throws Exception {
        var lin = day.salon().staff().getFirst().value();
        var link = deskLink(lin);
        assertThat(get(link).statusCode()).isEqualTo(200);
        TestTown.jdbc()
                .sql("update merchant.staff set left_at = now() where id = ?")
                .param(lin)
                .update();
        assertThat(get(link).statusCode()).isEqualTo(404);
    }

    /** What we write we read: a person who works at two places of two towns is kept out of sale at both. */
    @Test
    void ourOwnCalendarIsReadAsBusyTimes() throws Exception {
        day.paid(SalonDay.AT_THREE);
        var text = get(deskLink(day.salon().staff().getFirst().value())).body();
        assertThat(busy(text))
                .containsExactly(new TimeSpan(SalonDay.AT_THREE, SalonDay.AT_THREE.plus(Duration.ofHours(1))));
    }

    @Test
    void namesOfAllLettersAreFoldedAndEscaped() throws Exception {
        var name = "剪发；洗，吹\\ and; more, of it " + "长".repeat(60);
        TestTown.jdbc()
                .sql("update merchant.place set name = jsonb_build_object('en', ?::text) where id = ?")
                .params(name, day.place())
                .update();
        var order = day.paid(SalonDay.AT_THREE);
        var text = guest.get("/orders/" + order + "/calendar.ics").body();
        assertThat(text.lines()).allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
        assertThat(only(text).getSummary().getValue()).isEqualTo("Haircut · " + name);
    }

    private void cancel(UUID order) throws IOException {
        day.client().cancel(day.guest(), order, UUID.randomUUID().toString());
    }

    private String deskLink(UUID whose) throws IOException {
        var page = owner.get("/desk/calendars");
        return link(owner.post(
                        "/desk/calendars/" + whose + "/link",
                        page,
                        Map.of("place", day.place().toString()))
                .body());
    }

    private static String link(String page) {
        var found = LINK.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String path, String tag) throws Exception {
        return http.send(request(path).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
