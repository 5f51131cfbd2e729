package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.townloop.base.kernel.wire.OpenWeb;
import org.townloop.base.kernel.wire.Reach;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.booking.ical.CalendarReason;

/** Calendars that are none, never end, or lead where nobody should go. */
@SupplyTest
class ForeignCalendarFaultTests extends ForeignCalendarTown {

    ForeignCalendarFaultTests(ApplicationContext town) {
        super(town);
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "ftp://example.org/a.ics", "https://", "https://name:word@example.org/a.ics", "''"})
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(refusal(calendars.add(owner, salon.place(), lin, typed))).hasValueSatisfying(no -> {
            assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_ADDRESS_UNREADABLE);
            assertThat(no.field()).isEqualTo("address");
        });
    }

    @Test
    void whatIsWrittenForCalendarProgramsIsReadByHttps() throws Exception {
        assertThat(CalendarWire.address(" WebCal://example.org/a%20b.ics?k=1#top"))
                .isEqualTo(URI.create("https://example.org/a%20b.ics?k=1"));
    }

    @Test
    void aPageIsNoCalendarAndNothingOfItIsWritten() {
        server.answers(exchange -> FeedServer.send(exchange, 200, "<!doctype html>"));
        assertThat(add()).hasValueSatisfying(no -> {
            assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_IS_NONE);
            assertThat(no.facts()).containsEntry("line", 1);
        });
        assertThat(calendars.at(salon.place())).isEmpty();
    }

    @Test
    void oneThatNeverEndsIsLeft() {
        reads(Reach.ANYWHERE, Duration.ofSeconds(2), 64 * 1024);
        server.drips(" ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(add())
                        .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_TOO_SLOW)));
        server.drips(new byte[8_000]);
        assertThat(add()).hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_TOO_LONG));
        assertThat(calendars.at(salon.place())).isEmpty();
    }

    @Test
    void oneThatBreaksOffIsNotReadInPart() {
        server.has("a", AT_THREE);
        add();
        server.answers(exchange -> {
            var half = FeedServer.calendar(AT_FIVE).replace("END:VCALENDAR\r\n", "");
            FeedServer.send(exchange, 200, half);
        });
        clock.move(Duration.ofMinutes(16));
        reader.readDue();
        assertThat(fault().reason()).isEqualTo(CalendarReason.CALENDAR_HAS_NO_END);
        assertThat(slots()).doesNotContain(THREE).contains(THREE.plus(Duration.ofHours(2)));
    }

    @Test
    void oneThatLeadsInACircleIsLeft() {
        server.leadsTo(server.address());
        assertThat(add()).hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_LEADS_ON));
    }

    /** The name is public at first; where it leads is not. */
    @Test
    void noPrivateNetworkIsReachedAlsoNotByBeingLedThere() {
        reads(new OpenWeb(InetAddress::getAllByName));
        for (var address : List.of(
                server.address(), "https://127.0.0.1/a.ics", "https://[::1]/a.ics", "https://169.254.169.254/a")) {
            assertThat(refusal(calendars.add(owner, salon.place(), lin, address)))
                    .as(address)
                    .hasValueSatisfying(
                            no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_ADDRESS_FORBIDDEN));
        }
        Reach onlyTheFirst = address -> {
            if (address.getPath().equals("/lin.ics")) {
                return InetAddress.getLoopbackAddress();
            }
            return new OpenWeb(InetAddress::getAllByName).of(address);
        };
        reads(onlyTheFirst);
        server.leadsTo("https://192.168.0.1/inside");
        assertThat(add())
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_ADDRESS_FORBIDDEN));
        assertThat(server.validators()).hasSize(1);
    }

    @Test
    void aRuleWithABillionTimesIsNamedWithItsLine() {
        server.has("a", "DTSTART:20200101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY");
        assertThat(add()).hasValueSatisfying(no -> {
            assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_REPEATS_TOO_OFTEN);
            assertThat(no.facts()).containsEntry("line", 8);
        });
    }
}
