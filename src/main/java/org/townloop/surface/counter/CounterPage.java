package org.townloop.surface.counter;

import java.util.List;
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
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/**
 * One field for the token, and the verdict on it. A verdict has an address of its own, so that looking at it again, or
 * in the other language, redeems nothing.
 */
@Controller
class CounterPage {

    private final Workplaces workplaces;
    private final Redemptions redemptions;
    private final Scans scans;
    private final Verdicts verdicts;
    private final Today today;

    CounterPage(Workplaces workplaces, Redemptions redemptions, Scans scans, Verdicts verdicts, Today today) {
        this.workplaces = workplaces;
        this.redemptions = redemptions;
        this.scans = scans;
        this.verdicts = verdicts;
        this.today = today;
    }

    @GetMapping("/counter")
    View open(Page page, Actor counter, @RequestParam(required = false) @Nullable UUID place) {
        if (place != null) {
            return View.of("counter/counter", view(page, counter, at(counter, place), "", null, null));
        }
        return workplaces.of(counter, Right.REDEEM).stream()
                .findFirst()
                .map(first -> View.of("counter/counter", view(page, counter, first, "", null, null)))
                .orElseGet(() -> View.of("counter/none", new NoCounterView(page), HttpStatus.NOT_FOUND));
    }

    @PostMapping("/counter")
    View redeem(
            Page page,
            Actor counter,
            @RequestParam UUID place,
            @RequestParam UUID nonce,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "1") int units) {
        var scan = new Scan(token.replaceAll("\\s", ""), nonce.toString(), units, null, null);
        return switch (redemptions.redeem(counter, new PlaceId(place), List.of(scan))) {
            case Outcome.Done<List<ScanAnswer>> _ -> View.seeOther("/counter/scans/" + nonce + "?place=" + place);
            case Outcome.Refused<List<ScanAnswer>>(var refusal) ->
                View.of(
                        "counter/counter",
                        view(page, counter, at(counter, place), token, refusal, null),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/counter/scans/{nonce}")
    View answered(Page page, Actor counter, @PathVariable UUID nonce, @RequestParam UUID place) {
        var here = at(counter, place);
        var answer = scans.earlier(Scanner.of(here.id(), counter.person()), nonce.toString())
                .orElseThrow(() -> new Absent("scan " + nonce));
        return View.of("counter/counter", view(page, counter, here, "", null, answer));
    }

    private Place at(Actor counter, UUID place) {
        return workplaces.get(counter, Right.REDEEM, new PlaceId(place));
    }

    private CounterView view(
            Page page,
            Actor counter,
            Place place,
            String typed,
            @Nullable Refusal refusal,
            @Nullable ScanAnswer answer) {
        return new CounterView(
                page,
                place.id().value(),
                page.say(place.name()),
                places(page, counter, place),
                !workplaces.of(counter, Right.SEE_DESK).isEmpty(),
                UUID.randomUUID(),
                typed,
                refusal == null ? null : page.refusal(refusal),
                answer == null ? null : verdicts.of(page, place, answer),
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
