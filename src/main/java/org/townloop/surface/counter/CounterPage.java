package org.townloop.surface.counter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Redemptions;
import org.townloop.loop.checkout.Scan;
import org.townloop.loop.stored.CardCodes;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/**
 * One field for the token, and the verdict on it. A voucher for a later day is redeemed by whoever has read that it is. A
 * verdict has an address of its own, so that looking at it again, or in the other language, redeems nothing.
 */
@Controller
class CounterPage {

    private final Workplaces workplaces;
    private final HomeJobs jobs;
    private final DeliveryBook deliveries;
    private final Redemptions redemptions;
    private final Scans scans;
    private final Verdicts verdicts;
    private final LaterDays laterDays;
    private final Today today;

    CounterPage(
            Workplaces workplaces,
            HomeJobs jobs,
            DeliveryBook deliveries,
            Redemptions redemptions,
            Scans scans,
            Verdicts verdicts,
            LaterDays laterDays,
            Today today) {
        this.workplaces = workplaces;
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.redemptions = redemptions;
        this.scans = scans;
        this.verdicts = verdicts;
        this.laterDays = laterDays;
        this.today = today;
    }

    @GetMapping("/counter")
    View open(Page page, Actor counter, @RequestParam(required = false) @Nullable UUID place) {
        if (place != null) {
            return View.of("counter/counter", view(page, counter, at(counter, place), Asked.NOTHING, null));
        }
        return workplaces.of(counter, Right.REDEEM).stream()
                .findFirst()
                .map(first -> View.of("counter/counter", view(page, counter, first, Asked.NOTHING, null)))
                .orElseGet(() -> View.of("counter/none", new NoCounterView(page), HttpStatus.NOT_FOUND));
    }

    @PostMapping("/counter")
    View redeem(
            Page page,
            Actor counter,
            @RequestParam UUID place,
            @RequestParam UUID nonce,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "1") int units,
            @RequestParam(defaultValue = "") String knowing) {
        var read = token.replaceAll("\\s", "");
        if (CardCodes.isOne(read)) {
            return View.seeOther("/counter/cards?place=" + place + "&code=" + read);
        }
        var scan = new Scan(read, nonce.toString(), units, null, null);
        var later = knowing.equals(scan.token())
                ? Optional.<String>empty()
                : laterDays.said(page, at(counter, place), scan.token());
        if (later.isPresent()) {
            var asked = new Asked(scan.token(), units, null, later.get());
            return View.of("counter/counter", view(page, counter, at(counter, place), asked, null));
        }
        return switch (redemptions.redeem(counter, new PlaceId(place), scan)) {
            case Outcome.Done<ScanAnswer> _ -> View.seeOther("/counter/scans/" + nonce + "?place=" + place);
            case Outcome.Refused<ScanAnswer>(var refusal) ->
                View.of(
                        "counter/counter",
                        view(page, counter, at(counter, place), new Asked(token, units, refusal, null), null),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/counter/scans/{nonce}")
    View answered(Page page, Actor counter, @PathVariable String nonce, @RequestParam UUID place) {
        var here = at(counter, place);
        var answer = scans.earlier(Scanner.of(here.id(), counter.person()), nonce)
                .orElseThrow(() -> new Absent("scan " + nonce));
        return View.of("counter/counter", view(page, counter, here, Asked.NOTHING, answer));
    }

    private Place at(Actor counter, UUID place) {
        return workplaces.get(counter, Right.REDEEM, new PlaceId(place));
    }

    /** What was typed, and what is to be said to it. */
    private record Asked(
            String typed,
            int units,
            @Nullable Refusal refusal,
            @Nullable String later) {

        private static final Asked NOTHING = new Asked("", 1, null, null);
    }

    private CounterView view(Page page, Actor counter, Place place, Asked asked, @Nullable ScanAnswer answer) {
        var refusal = asked.refusal();
        return new CounterView(
                page,
                place.id().value(),
                page.say(place.name()),
                places(page, counter, place),
                !workplaces.of(counter, Right.SEE_DESK).isEmpty(),
                jobs.isSentFrom(place.id()),
                deliveries.isFor(place.trade()),
                UUID.randomUUID(),
                asked.typed(),
                asked.units(),
                refusal == null ? null : page.refusal(refusal),
                asked.later(),
                answer == null ? null : verdicts.of(page, place, Scanner.of(place.id(), counter.person()), answer),
                today.at(page, place));
    }

    /** The places to choose from, if there is a choice. */
    private List<CounterView.Choice> places(Page page, Actor counter, Place here) {
        var all = workplaces.of(counter, Right.REDEEM);
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(place -> new CounterView.Choice(
                                page.say(place.name()),
                                "/counter?place=" + place.id().value(),
                                place.id().equals(here.id())))
                        .toList();
    }
}
