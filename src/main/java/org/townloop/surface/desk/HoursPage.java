package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.DayHours;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** When a place is open: the usual week as a form or anything as a text, and the days that differ. */
@Controller
class HoursPage {

    static final String NOTATION = "notation";

    private final Desks desks;
    private final Timetables timetables;
    private final HoursViews views;

    HoursPage(Desks desks, Timetables timetables, HoursViews views) {
        this.desks = desks;
        this.timetables = timetables;
        this.views = views;
    }

    @GetMapping("/desk/hours")
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable String as) {
        return open(
                page,
                actor,
                place,
                desk -> View.of("desk/hours", views.of(desk, Form.EMPTY, start != null, "text".equals(as))));
    }

    @PostMapping("/desk/hours")
    View save(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        var start = typed.containsKey("start");
        return open(
                page,
                actor,
                place,
                desk -> "show".equals(WeekForm.text(typed, "act"))
                        ? shown(desk, typed)
                        : answered(desk, typed, start, saved(actor, desk.place().id(), typed)));
    }

    /** What the text would say; nothing is saved. */
    private View shown(Desk desk, Map<String, List<String>> typed) {
        return switch (timetables.read(WeekForm.text(typed, NOTATION))) {
            case Outcome.Done<Notation> _ -> View.of("desk/hours", views.of(desk, new Form(typed, null), false, true));
            case Outcome.Refused<Notation>(var refusal) ->
                View.of(
                        "desk/hours",
                        views.of(desk, new Form(typed, refusal), false, true),
                        Problems.status(refusal.reason()));
        };
    }

    @PostMapping("/desk/hours/exceptions")
    View except(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> switch (excepted(
                actor, desk.place().id(), typed)) {
            case Outcome.Done<PlaceId> _ -> View.seeOther(desk.to("/desk/hours") + "&saved=yes#days");
            case Outcome.Refused<PlaceId>(var refusal) ->
                View.of("desk/hours", views.ofDay(desk, new Form(typed, refusal)), Problems.status(refusal.reason()));
        });
    }

    @PostMapping("/desk/hours/exceptions/removal")
    View asUsual(Page page, Actor actor, @RequestParam UUID place, @RequestParam String day) {
        return open(page, actor, place, desk -> {
            Typed.day(day)
                    .ifPresent(known ->
                            timetables.removeException(actor, desk.place().id(), known));
            return View.seeOther(desk.to("/desk/hours") + "#days");
        });
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, shown);
    }

    private View answered(Desk desk, Map<String, List<String>> typed, boolean start, Outcome<PlaceId> outcome) {
        return switch (outcome) {
            case Outcome.Done<PlaceId> _ -> Saved.next(desk, "/desk/hours", start);
            case Outcome.Refused<PlaceId>(var refusal) ->
                View.of(
                        "desk/hours",
                        views.of(desk, new Form(typed, refusal), start, typed.containsKey(NOTATION)),
                        Problems.status(refusal.reason()));
        };
    }

    private Outcome<PlaceId> saved(Actor actor, PlaceId place, Map<String, List<String>> typed) {
        if (typed.containsKey(NOTATION)) {
            return timetables.setHours(actor, place, Saved.version(typed), WeekForm.text(typed, NOTATION));
        }
        return switch (WeekForm.read(typed)) {
            case Outcome.Refused<List<DayHours>>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<List<DayHours>>(var week) ->
                timetables.setWeek(actor, place, Saved.version(typed), week, typed.containsKey("holidays"));
        };
    }

    private Outcome<PlaceId> excepted(Actor actor, PlaceId place, Map<String, List<String>> typed) {
        var day = Typed.day(WeekForm.text(typed, "day"));
        if (day.isEmpty()) {
            return Outcome.refused(Refusal.of(DeskReason.DAY_UNREADABLE, "day"));
        }
        var opens = WeekForm.time(typed, "opens");
        var closes = WeekForm.closing(typed, "closes");
        var closed = (WeekForm.text(typed, "opens") + WeekForm.text(typed, "closes")).isEmpty();
        if (!closed && (opens.isEmpty() || closes.isEmpty())) {
            return Outcome.refused(Refusal.of(
                    MerchantReason.TIME_INVALID,
                    opens.isEmpty() ? "opens" : "closes",
                    Map.of("day", day.get().getDayOfWeek())));
        }
        return timetables.setException(
                actor, place, new DayException(day.get(), opens.orElse(null), closes.orElse(null)));
    }
}
