package org.townloop.supply.booking.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that a calendar names. A name of the IANA database is believed, whatever rules the calendar brings for
 * it: governments change theirs more often than programs send new calendars. The names of Windows are translated. A
 * zone by another name counts if the calendar says that it has one offset all year.
 */
final class ForeignZones {

    private final ZoneId usual;
    private final Map<String, Set<ZoneOffset>> offsets = new HashMap<>();
    private final Map<String, String> otherNames = new HashMap<>();
    private String defining = "";

    /** @param usual of times that name none */
    ForeignZones(ZoneId usual) {
        this.usual = usual;
    }

    ZoneId usual() {
        return usual;
    }

    /** A line within a {@code VTIMEZONE}. */
    void define(ContentLine line) {
        switch (line.name()) {
            case "BEGIN" -> defining = line.word().equals("VTIMEZONE") ? "" : defining;
            case "TZID" -> defining = line.value().strip();
            case "X-LIC-LOCATION" -> otherNames.put(defining, line.value().strip());
            case "TZOFFSETTO" -> {
                var offset = offset(line.value().strip());
                if (offset != null) {
                    offsets.computeIfAbsent(defining, zone -> new HashSet<>()).add(offset);
                }
            }
            default -> {}
        }
    }

    /** The zone of a time. */
    ZoneId of(ContentLine line) throws NoCalendar {
        var name = line.parameter("TZID").strip();
        if (name.isEmpty()) {
            return usual;
        }
        var zone = known(name);
        if (zone == null && otherNames.containsKey(name)) {
            zone = known(otherNames.get(name));
        }
        var fixed = offsets.getOrDefault(name, Set.of());
        if (zone == null && fixed.size() == 1) {
            zone = fixed.iterator().next();
        }
        if (zone == null) {
            throw NoCalendar.at(CalendarReason.CALENDAR_ZONE_UNKNOWN, line.number(), name);
        }
        return zone;
    }

    /** By its own name, by the end of it ({@code /mozilla.org/20070129_1/Europe/Berlin}), or by the name of Windows. */
    private static @Nullable ZoneId known(String name) {
        for (var rest = name; ; rest = rest.substring(rest.indexOf('/') + 1)) {
            try {
                return ZoneId.of(rest);
            } catch (DateTimeException e) {
                if (rest.indexOf('/') < 0) {
                    var windows = Windows.NAMES.getProperty(name);
                    return windows == null ? null : ZoneId.of(windows);
                }
            }
        }
    }

    private static @Nullable ZoneOffset offset(String text) {
        try {
            return text.matches("[+-]\\d{4}(\\d{2})?") ? ZoneOffset.of(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What Windows calls zones, as the library knows it; read when somebody asks. */
    private static final class Windows {

        static final Properties NAMES = read();

        private static Properties read() {
            var names = new Properties();
            try (var file = net.fortuna.ical4j.model.Recur.class.getResourceAsStream(
                    "/net/fortuna/ical4j/transform/compliance/msTimezoneNames")) {
                names.load(file);
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
