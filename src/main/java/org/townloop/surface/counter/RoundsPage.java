package org.townloop.surface.counter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.NoShows;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.booking.Job;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Who goes where on a day, for whoever sits at the desk and for those who go, on their telephones. */
@Controller
class RoundsPage {

    private final Workplaces workplaces;
    private final Rounds rounds;
    private final HomeJobs jobs;
    private final NoShows noShows;
    private final Atomically atomically;

    RoundsPage(Workplaces workplaces, Rounds rounds, HomeJobs jobs, NoShows noShows, Atomically atomically) {
        this.workplaces = workplaces;
        this.rounds = rounds;
        this.jobs = jobs;
        this.noShows = noShows;
        this.atomically = atomically;
    }

    @GetMapping("/counter/rounds")
    View day(
            Page page,
            Actor staff,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String day) {
        var here = place == null
                ? workplaces.of(staff, Right.REDEEM).stream()
                        .findFirst()
                        .orElseThrow(() -> new Absent("a place to work at"))
                : workplaces.get(staff, Right.REDEEM, new PlaceId(place));
        return View.of(
                "counter/rounds",
                rounds.of(page, here, day == null ? null : Typed.day(day).orElse(null)));
    }

    /** They are on their way: the resident sees it on the page of the order. */
    @PostMapping("/counter/jobs/{order}/on-way")
    View setOut(Page page, Actor staff, @PathVariable UUID order) {
        var job = theirs(staff, order);
        atomically.run(() -> Outcome.done(jobs.setOut(job)));
        return back(page, job);
    }

    /** They have waited at the door, and nobody is there. */
    @PostMapping("/counter/jobs/{order}/nobody-home")
    View nobodyHome(Page page, Actor staff, @PathVariable UUID order) {
        var job = theirs(staff, order);
        return switch (noShows.nobodyHome(staff, new OrderId(order))) {
            case Outcome.Done<OrderId> _ -> back(page, job);
            case Outcome.Refused<OrderId>(var refusal) ->
                View.of(
                        "counter/rounds",
                        rounds.of(page, workplaces.get(staff, Right.REDEEM, job.place()), rounds.dayOf(page, job))
                                .refused(page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    private Job theirs(Actor staff, UUID order) {
        var job = RegionId.isIn(order) ? jobs.of(List.of(order)).get(order) : null;
        if (job == null) {
            throw new Absent("job " + order);
        }
        workplaces.get(staff, Right.REDEEM, job.place());
        return job;
    }

    private View back(Page page, Job job) {
        return View.seeOther("/counter/rounds?place=" + job.place().value() + "&day=" + rounds.dayOf(page, job) + "#o"
                + job.order());
    }
}
