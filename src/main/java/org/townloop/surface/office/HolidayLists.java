package org.townloop.surface.office;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Holiday;
import org.townloop.base.region.HolidayBook;
import org.townloop.base.region.HolidayFile;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.surface.page.Form;

/** Makes the page of holidays. */
@Component
class HolidayLists {

    /** So many days ahead a year must be known: bookings are taken for the next sixty. */
    private static final int KNOWN_DAYS_AHEAD = 90;

    private final Calendars calendars;
    private final Regions regions;
    private final Gate gate;

    HolidayLists(Calendars calendars, Regions regions, Gate gate) {
        this.calendars = calendars;
        this.regions = regions;
        this.gate = gate;
    }

    /** @param asked the year to show, or null for this one */
    HolidaysView of(Office office, Actor actor, Form form, List<HolidayFile.Fault> faults, @Nullable String asked) {
        var calendar = calendars.of(office.region().id());
        var years = new TreeSet<>(calendar.years());
        years.add(office.times().today().getYear());
        unknown(office).forEach(years::add);
        var wanted = asked != null && asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : 0;
        var year = years.contains(wanted) ? wanted : office.times().today().getYear();
        return new HolidaysView(
                office,
                form,
                calendar.code(),
                choices(office),
                mayChange(office, actor),
                List.copyOf(years),
                year,
                calendar.days().values().stream()
                        .filter(day -> day.day().getYear() == year)
                        .map(day -> row(office, day))
                        .toList(),
                calendar.years().contains(year),
                unknown(office),
                faults.stream()
                        .map(fault -> new HolidaysView.Fault(
                                fault.line(), office.page().refusal(fault.refusal())))
                        .toList());
    }

    /** The years within the time that can be booked of which the region's calendar knows nothing. */
    List<Integer> unknown(Office office) {
        var calendar = calendars.of(office.region().id());
        var today = office.times().today();
        return calendar.code().isEmpty()
                ? List.of()
                : IntStream.rangeClosed(
                                today.getYear(),
                                today.plusDays(KNOWN_DAYS_AHEAD).getYear())
                        .filter(year -> !calendar.years().contains(year))
                        .boxed()
                        .toList();
    }

    /** Whether nobody else lives by the calendar than those whom the actor runs. */
    boolean mayChange(Office office, Actor actor) {
        var code = code(office);
        return !code.isEmpty()
                && calendars.livingBy(code).stream()
                        .allMatch(region -> gate.allows(actor, Right.SEE_OFFICE, Scope.region(region)));
    }

    /** The calendar that the region lives by; an empty text if by none. */
    String code(Office office) {
        return calendars.of(office.region().id()).code();
    }

    boolean isOffered(Office office, String calendar) {
        return choices(office).stream().anyMatch(choice -> choice.value().equals(calendar));
    }

    /** What there is, and one of the region's own. */
    private List<HolidaysView.Choice> choices(Office office) {
        var page = office.page();
        var chosen = calendars.chosenBy(office.region().id()).orElse("");
        var codes = new TreeSet<>(calendars.codes());
        var own = office.region().code().toUpperCase(Locale.ROOT);
        if (HolidayBook.isCode(own)) {
            codes.add(own);
        }
        var choices = new ArrayList<HolidaysView.Choice>();
        choices.add(new HolidaysView.Choice("", inherited(office), chosen.isEmpty()));
        choices.add(new HolidaysView.Choice(
                Calendars.NO_CALENDAR, page.text("office.holidays.none"), chosen.equals(Calendars.NO_CALENDAR)));
        codes.forEach(code -> choices.add(new HolidaysView.Choice(
                code, code.equals(own) ? page.text("office.holidays.own", "code", code) : code, chosen.equals(code))));
        return choices;
    }

    private String inherited(Office office) {
        var parent = office.region().parent();
        var page = office.page();
        var above = parent == null ? "" : calendars.of(parent).code();
        return parent == null || above.isEmpty()
                ? page.text("office.holidays.inherit-none")
                : page.text(
                        "office.holidays.inherit",
                        "code",
                        above,
                        "region",
                        regions.find(parent).map(Region::name).map(page::say).orElse(""));
    }

    private static HolidaysView.Row row(Office office, Holiday day) {
        var page = office.page();
        var workday = day.kind() == Holiday.Kind.WORKDAY;
        return new HolidaysView.Row(
                day.day().toString(),
                office.times().longDate(day.day()),
                page.say(day.name()),
                workday,
                workday
                        ? page.text(
                                "office.holidays.as",
                                "day",
                                day.weekday().getDisplayName(TextStyle.FULL, page.locale()))
                        : "");
    }
}
