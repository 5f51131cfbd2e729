package org.townloop.surface.portal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Combination;
import org.townloop.supply.booking.Combinations;
import org.townloop.supply.booking.Plan;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.StaffId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** The plans of a combined appointment, to choose one of them: a strip of days, and those of the day that is shown. */
@Component
class PlanChoices {

    private final Combinations combinations;
    private final Places places;
    private final Regions regions;

    PlanChoices(Combinations combinations, Places places, Regions regions) {
        this.combinations = combinations;
        this.places = places;
        this.regions = regions;
    }

    TogetherView.When of(Page page, TogetherAsked asked, Combination wanted) {
        var times = page.times().in(regions.get(asked.place().region()).zone());
        var day = day(times, asked, wanted);
        var first = FreeDays.firstOf(day, times);
        var plans = combinations.plans(wanted, first, FreeDays.STRIP);
        var names = places.staff(asked.place()).stream().collect(Collectors.toMap(Staff::id, Staff::name));
        var shown = plans.getOrDefault(day, List.of());
        var before = first.minusDays(FreeDays.STRIP);
        var after = first.plusDays(FreeDays.STRIP);
        return new TogetherView.When(
                days(page, times, asked, plans, day),
                first.equals(times.today())
                        ? null
                        : asked.on(before.isBefore(times.today()) ? times.today() : before)
                                .href(),
                after.isBefore(times.today().plusDays(FreeDays.CALENDAR))
                        ? asked.on(after).href()
                        : null,
                times.relative(day),
                shown.stream().map(plan -> option(page, times, plan, names)).toList(),
                shown.stream()
                        .filter(plan -> plan.start().equals(asked.at()))
                        .findFirst()
                        .map(plan -> option(page, times, plan, names))
                        .orElse(null),
                shown.isEmpty() ? next(times, asked, wanted, day) : null,
                Combination.LONGEST_WAIT.toMinutes());
    }

    /** What was asked for, or else the first day on which there is any. */
    private LocalDate day(Times times, TogetherAsked asked, Combination wanted) {
        var at = asked.at();
        var day = asked.day() == null && at != null ? times.day(at) : asked.day();
        var last = times.today().plusDays(FreeDays.CALENDAR);
        return day != null && !day.isBefore(times.today()) && day.isBefore(last)
                ? day
                : combinations.next(wanted, times.today()).orElse(times.today());
    }

    private TogetherView.@Nullable Next next(Times times, TogetherAsked asked, Combination wanted, LocalDate day) {
        return combinations
                .next(wanted, day.plusDays(1))
                .map(found -> new TogetherView.Next(
                        times.longDate(found), asked.on(found).href()))
                .orElse(null);
    }

    private static List<FreeDays.Day> days(
            Page page, Times times, TogetherAsked asked, SortedMap<LocalDate, List<Plan>> plans, LocalDate shown) {
        return plans.entrySet().stream()
                .map(day -> new FreeDays.Day(
                        day.getKey().equals(times.today()) ? times.relative(day.getKey()) : times.weekday(day.getKey()),
                        times.dayOfMonth(day.getKey()),
                        page.text("portal.offer.free", "count", day.getValue().size()),
                        asked.on(day.getKey()).href(),
                        day.getKey().equals(shown),
                        day.getValue().isEmpty()))
                .toList();
    }

    private static TogetherView.Option option(Page page, Times times, Plan plan, Map<StaffId, Words> names) {
        return new TogetherView.Option(
                times.time(plan.start()) + "–" + times.time(plan.end()),
                page.formats().duration(plan.lasting()),
                page.money(plan.total()),
                Sums.toPay(page, plan.total(), plan.dueNow(), false),
                with(
                        page,
                        plan.pieces().stream()
                                .flatMap(piece -> piece.staff().stream())
                                .toList(),
                        names),
                PickedPlan.written(plan),
                pieces(page, times, plan, names));
    }

    /** With what one waits before each of them, once all that went before it is done. */
    private static List<TogetherView.Piece> pieces(Page page, Times times, Plan plan, Map<StaffId, Words> names) {
        var pieces = new ArrayList<TogetherView.Piece>();
        var done = plan.start();
        for (var piece : plan.pieces()) {
            var pause = Duration.between(done, piece.start());
            pieces.add(new TogetherView.Piece(
                    times.time(piece.start()) + "–" + times.time(piece.end()),
                    page.say(piece.offer().title()),
                    with(page, piece.staff(), names),
                    page.money(piece.offer().price()),
                    pause.isPositive() ? page.formats().duration(pause) : null));
            done = piece.end().isAfter(done) ? piece.end() : done;
        }
        return pieces;
    }

    private static String with(Page page, List<StaffId> staff, Map<StaffId, Words> names) {
        return staff.stream()
                .distinct()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(page::say)
                .collect(Collectors.joining(page.text("portal.comma")));
    }
}
