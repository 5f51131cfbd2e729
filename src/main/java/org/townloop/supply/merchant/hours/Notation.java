package org.townloop.supply.merchant.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.townloop.base.region.HolidayCalendar;

/**
 * Opening hours as a text in the notation of OpenStreetMap's key {@code opening_hours} (wiki.openstreetmap.org,
 * Key:opening_hours/specification, version 0.7.4), read and ready to be asked. Where its readers differ, a stretch
 * belongs to the day on which it begins, its night included.
 */
public final class Notation {

    /** Characters; the values of OpenStreetMap have at most 255. */
    public static final int LONGEST = 500;

    /** Never open: what an empty text says. */
    public static final Notation NEVER = new Notation("", List.of());

    /** A night reaches into the next day, and what closes hours of a day into the night before. */
    private static final int MARGIN = 2;

    private final String text;
    private final List<Rule> rules;

    Notation(String text, List<Rule> rules) {
        this.text = text;
        this.rules = List.copyOf(rules);
    }

    /** Never throws, whatever the text. */
    public static Reading read(String text) {
        return NotationReader.read(text);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What is open on each day from the first to the last, in order. */
    public List<OpenDay> days(LocalDate first, LocalDate last, HolidayCalendar calendar) {
        var dates =
                first.minusDays(MARGIN).datesUntil(last.plusDays(MARGIN + 1L)).toArray(LocalDate[]::new);
        var sheet = new Sheet(dates.length);
        for (var rule : rules) {
            for (int day = 0; day < dates.length; day++) {
                if (rule.holds(dates[day], calendar)) {
                    sheet.lay(day, rule);
                }
            }
        }
        var days = new ArrayList<OpenDay>(dates.length);
        for (int day = MARGIN; day < dates.length - MARGIN; day++) {
            days.add(new OpenDay(dates[day], sheet.open(day), sheet.perhaps(day)));
        }
        return days;
    }

    /** Whether the day is one that is closed by name: a holiday, a date, a season; not just a weekday. */
    public boolean isClosedSpecially(OpenDay day, HolidayCalendar calendar) {
        return day.open().isEmpty()
                && rules.stream().anyMatch(rule -> rule.closesSpecialDays() && rule.holds(day.day(), calendar));
    }

    List<Rule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return text;
    }
}
