package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.merchant.DayHours;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.PlainWeek;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.StartingPoint;
import org.townloop.supply.pack.StartingPoints;
import org.townloop.surface.page.Form;

/** Makes the page of a place's hours. */
@Component
class HoursViews {

    private final Timetables timetables;
    private final OpeningHours hours;
    private final Places places;
    private final Outlook outlook;
    private final Feasts feasts;
    private final StartingPoints startingPoints;
    private final BookedOutside bookedOutside;

    HoursViews(
            Timetables timetables,
            OpeningHours hours,
            Places places,
            Outlook outlook,
            Feasts feasts,
            StartingPoints startingPoints,
            BookedOutside bookedOutside) {
        this.timetables = timetables;
        this.hours = hours;
        this.places = places;
        this.outlook = outlook;
        this.feasts = feasts;
        this.startingPoints = startingPoints;
        this.bookedOutside = bookedOutside;
    }

    /** @param asText whether hours that a week could show are to be shown as their text */
    HoursView of(Desk desk, Form form, boolean start, boolean asText) {
        return of(desk, form, Form.EMPTY, start, asText);
    }

    /** What is wrong with days that differ changes nothing of the week. */
    HoursView ofDay(Desk desk, Form day) {
        return of(desk, Form.EMPTY, day, false, false);
    }

    private HoursView of(Desk desk, Form form, Form day, boolean start, boolean asText) {
        var place = desk.place().id();
        var saved = hours.notation(place);
        var notation = saved.isEmpty() ? timetables.suggested(desk.place()).orElse(saved) : saved;
        var plain = PlainWeek.of(notation);
        var week = plain.map(OpeningHours::hours).orElse(List.of());
        var text = asText || plain.isEmpty();
        return new HoursView(
                desk,
                form,
                day,
                places.versions(place).hours(),
                text,
                plain.isPresent(),
                notation.text(),
                WeekForm.days(form, week.isEmpty() && start ? usual(desk) : week),
                plain.isPresent() && plain.get().closedOnHolidays(),
                outlook.hasHolidays(desk),
                text ? outlook.weeks(desk, asTyped(form, notation)) : List.of(),
                start ? List.of() : feasts.of(desk, saved),
                saved.isEmpty() ? desk.place().listedHours().orElse("") : "",
                timetables.exceptions(place),
                bookedOutside.of(desk),
                start);
    }

    /** What stands in the field, if it can be read. */
    private Notation asTyped(Form form, Notation shown) {
        return timetables.read(form.value(HoursPage.NOTATION, shown.text()))
                        instanceof Outcome.Done<Notation>(var typed)
                ? typed
                : shown;
    }

    /** What places of the trade usually have, to begin with. */
    private List<DayHours> usual(Desk desk) {
        return startingPoints.of(new PackId(desk.place().trade())).hours().stream()
                .map(HoursViews::dayHours)
                .toList();
    }

    private static DayHours dayHours(StartingPoint.Hours span) {
        return new DayHours(DayOfWeek.of(span.weekday()), span.opens(), span.closes());
    }
}
