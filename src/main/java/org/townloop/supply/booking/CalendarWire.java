package org.townloop.supply.booking;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.wire.Reach;
import org.townloop.base.kernel.wire.Wire;
import org.townloop.supply.booking.ical.CalendarReason;
import org.townloop.supply.booking.ical.NoCalendar;

/** Fetches foreign calendars. Each address on the way is judged anew: the last may not be one where the first may not. */
class CalendarWire {

    /**
     * What was fetched.
     *
     * @param text null if it has not changed since
     * @param etag as it came, to be sent the next time; null if none came
     * @param lastModified the same
     */
    record Fetched(
            @Nullable String text,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** A refusal of the other side, and for how long it wants to be left alone. */
    static final class NotNow extends Exception {

        private static final long serialVersionUID = 1;

        private final transient NoCalendar why;
        private final Duration pause;

        NotNow(NoCalendar why, Duration pause) {
            super(why);
            this.why = why;
            this.pause = pause;
        }

        NoCalendar why() {
            return why;
        }

        Duration pause() {
            return pause;
        }
    }

    private static final int MOST_REDIRECTS = 4;
    private static final int LONGEST_VALIDATOR = 200;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Wire wire;
    private final Duration timeout;
    private final int bytes;

    /**
     * @param timeout for each answer
     * @param bytes the most of one
     */
    CalendarWire(Reach reach, Duration timeout, int bytes) {
        this.wire = new Wire(reach, timeout);
        this.timeout = timeout;
        this.bytes = bytes;
    }

    /**
     * The address as it is asked for.
     *
     * @param typed also with {@code webcal:}, as many programs hand it out
     */
    static URI address(String typed) throws NoCalendar {
        var plain = typed.strip().replaceFirst("(?i)^webcals?:", "https:");
        try {
            var uri = new URI(plain);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (uri.getHost() != null && scheme.matches("(?i)https?") && uri.getRawUserInfo() == null) {
                return URI.create(plain.replaceFirst("#.*", "").replaceFirst("(?i)^http", "http"))
                        .parseServerAuthority();
            }
        } catch (URISyntaxException e) {
            throw new NoCalendar(CalendarReason.CALENDAR_ADDRESS_UNREADABLE, Map.of());
        }
        throw new NoCalendar(CalendarReason.CALENDAR_ADDRESS_UNREADABLE, Map.of());
    }

    /** @param before what came with it the last time; null asks for all of it */
    Fetched fetch(URI address, @Nullable Fetched before) throws NoCalendar, NotNow {
        var next = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var answer = ask(next, before);
            switch (answer.status()) {
                case 200 -> {
                    return new Fetched(answer.body(), validator(answer, "etag"), validator(answer, "last-modified"));
                }
                case 304 -> {
                    return new Fetched(null, validator(answer, "etag"), validator(answer, "last-modified"));
                }
                case 301, 302, 303, 307, 308 -> next = further(next, answer);
                case 429, 503 -> throw new NotNow(otherwise(answer), pause(answer));
                default -> throw otherwise(answer);
            }
        }
        throw new NoCalendar(CalendarReason.CALENDAR_LEADS_ON, Map.of("max", MOST_REDIRECTS));
    }

    private Wire.Answer ask(URI address, @Nullable Fetched before) throws NoCalendar {
        try {
            return wire.get(URI.create(address.toASCIIString()), headers(before), bytes);
        } catch (Reach.Forbidden e) {
            throw new NoCalendar(CalendarReason.CALENDAR_ADDRESS_FORBIDDEN, Map.of());
        } catch (Wire.TooLong e) {
            throw new NoCalendar(CalendarReason.CALENDAR_TOO_LONG, Map.of("max", bytes / MEGABYTE));
        } catch (SocketTimeoutException e) {
            throw new NoCalendar(CalendarReason.CALENDAR_TOO_SLOW, Map.of("seconds", timeout.toSeconds()));
        } catch (IOException e) {
            throw new NoCalendar(CalendarReason.CALENDAR_UNREACHABLE, Map.of());
        }
    }

    private static Map<String, String> headers(@Nullable Fetched before) {
        var headers = new HashMap<>(Map.of(
                "Accept",
                "text/calendar, */*;q=0.1",
                "Accept-Encoding",
                "identity",
                "User-Agent",
                "Townloop calendars"));
        if (before != null && before.etag() != null) {
            headers.put("If-None-Match", before.etag());
        }
        if (before != null && before.lastModified() != null) {
            headers.put("If-Modified-Since", before.lastModified());
        }
        return headers;
    }

    private static URI further(URI from, Wire.Answer answer) throws NoCalendar {
        try {
            return address(from.resolve(new URI(answer.headers().getOrDefault("location", "")))
                    .toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw otherwise(answer);
        }
    }

    private static NoCalendar otherwise(Wire.Answer answer) {
        return new NoCalendar(CalendarReason.CALENDAR_ANSWERS_OTHERWISE, Map.of("status", answer.status()));
    }

    private static Duration pause(Wire.Answer answer) {
        var seconds = answer.headers().getOrDefault("retry-after", "");
        var asked = seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    /** What is sent back as it came must be fit to stand in a head. */
    private static @Nullable String validator(Wire.Answer answer, String name) {
        var value = answer.headers().getOrDefault(name, "");
        return value.length() <= LONGEST_VALIDATOR && value.matches("[ -~]+") ? value : null;
    }
}
