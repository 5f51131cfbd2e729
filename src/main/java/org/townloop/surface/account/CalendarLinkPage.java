package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.TownAddress;
import org.townloop.loop.ordering.agenda.CalendarLinks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** The secret address at which one's own bookings are read as a calendar. */
@Controller
class CalendarLinkPage {

    private final AccountViews views;
    private final CalendarLinks calendars;
    private final TownAddress town;

    CalendarLinkPage(AccountViews views, CalendarLinks calendars, TownAddress town) {
        this.views = views;
        this.calendars = calendars;
        this.town = town;
    }

    /** It is shown in the answer and never again. */
    @PostMapping("/account/calendar")
    View make(Page page, Actor actor, HttpServletRequest request) {
        var path = calendars.makeOwn(actor, page.locale());
        return views.withCalendar(page, actor, request, town.of(path).toString());
    }

    @PostMapping("/account/calendar/end")
    View end(Actor actor) {
        calendars.endOwn(actor);
        return AccountViews.done("calendar");
    }
}
