package org.townloop.surface.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.VisitBalances;
import org.townloop.loop.ordering.Waits;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** A day of a place: who is expected when, with whom and where. Today, unless another day is asked for. */
@Controller
class DayPage {

    private final Desks desks;
    private final DayBook dayBook;
    private final Timelines timelines;
    private final DayFigures figures;
    private final Waits waits;
    private final VisitParts visitParts;
    private final Balances balances;
    private final VisitBalances visitBalances;

    DayPage(
            Desks desks,
            DayBook dayBook,
            Timelines timelines,
            DayFigures figures,
            Waits waits,
            VisitParts visitParts,
            Balances balances,
            VisitBalances visitBalances) {
        this.desks = desks;
        this.dayBook = dayBook;
        this.timelines = timelines;
        this.figures = figures;
        this.waits = waits;
        this.visitParts = visitParts;
        this.balances = balances;
        this.visitBalances = visitBalances;
    }

    @GetMapping("/desk")
    View day(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String day) {
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                place,
                Desk.Tab.DAY,
                desk -> day == null || day.isBlank() || Typed.day(day).isPresent()
                        ? View.of("desk/day", view(desk, day(day, desk.times().today())))
                        : refused(desk, day, Refusal.of(DeskReason.DAY_UNREADABLE, "day")));
    }

    /** The same day, with the sentence that says why something was not done. */
    View refused(Page page, Actor actor, UUID place, String day, Refusal refusal) {
        return desks.open(page, actor, Right.SEE_DESK, place, Desk.Tab.DAY, desk -> refused(desk, day, refusal));
    }

    private View refused(Desk desk, String day, Refusal refusal) {
        return View.of(
                "desk/day",
                view(desk, day(day, desk.times().today())).refused(desk.page().refusal(refusal)),
                Problems.status(refusal.reason()));
    }

    private int waiting(Desk desk, LocalDate day) {
        var zone = desk.times().zone();
        return waits.waiting(
                desk.place().id(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private DayView view(Desk desk, LocalDate day) {
        var appointments = dayBook.of(desk.place().id(), day);
        return new DayView(
                desk,
                day,
                figures.of(desk, day, appointments),
                timelines.of(desk, day, appointments),
                rows(desk, appointments),
                appointments.stream().anyMatch(each -> each.line().site() != null),
                waiting(desk, day),
                null);
    }

    /** What somebody booked for one visit says so. */
    private List<DayRow> rows(Desk desk, List<Appointment> appointments) {
        var together = visitParts.of(appointments);
        var orders = appointments.stream().map(Appointment::order).toList();
        var left = balances.of(orders);
        var visits = visitBalances.of(orders, left);
        return appointments.stream()
                .map(each -> DayRow.of(
                        desk,
                        each,
                        Optional.ofNullable(together.get(each.order().id()))
                                .map(part ->
                                        desk.page().text("desk.one-visit", "part", part.number(), "parts", part.of()))
                                .orElse(null),
                        left.get(each.order().id()),
                        visits.get(each.order().id())))
                .toList();
    }

    /** A day that is none is said to be none, above today. */
    private static LocalDate day(@Nullable String asked, LocalDate today) {
        return asked == null ? today : Typed.day(asked).orElse(today);
    }
}
