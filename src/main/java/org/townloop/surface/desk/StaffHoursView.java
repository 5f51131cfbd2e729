package org.townloop.surface.desk;

import java.util.List;
import org.townloop.supply.merchant.Crew;
import org.townloop.surface.page.Form;

/** The hours of somebody who works at a place. */
record StaffHoursView(Desk desk, Form form, Crew.Member person, List<WeekForm.Day> days) {

    String name() {
        return desk.page().say(person.name());
    }
}
