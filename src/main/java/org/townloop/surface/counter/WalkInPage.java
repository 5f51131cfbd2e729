package org.townloop.surface.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.CardWalkIns;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.checkout.StaffOrder;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.RequestReason;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/**
 * An order for somebody who stands at the counter or telephones, in three taps: what, when, how it is paid. At the desk
 * the same page has every day to choose from.
 */
@Controller
class WalkInPage {

    static final String ANSWER = "answer.";
    private static final String BY_CARD = "CARD";
    private static final Set<String> PAYS = Set.of("SHOP", "LINK", BY_CARD);

    private final Workplaces workplaces;
    private final StaffOrders staffOrders;
    private final CardWalkIns cardWalkIns;
    private final WalkIns walkIns;

    WalkInPage(Workplaces workplaces, StaffOrders staffOrders, CardWalkIns cardWalkIns, WalkIns walkIns) {
        this.workplaces = workplaces;
        this.staffOrders = staffOrders;
        this.cardWalkIns = cardWalkIns;
        this.walkIns = walkIns;
    }

    @GetMapping("/counter/walk-in")
    View atTheCounter(
            Page page,
            Actor staff,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable UUID offer,
            @RequestParam(required = false) @Nullable String day) {
        return show(page, staff, place, offer, day, WalkInView.From.COUNTER);
    }

    @GetMapping("/desk/orders/new")
    View atTheDesk(
            Page page,
            Actor staff,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable UUID offer,
            @RequestParam(required = false) @Nullable String day) {
        return show(page, staff, place, offer, day, WalkInView.From.DESK);
    }

    /** @param look the day whose windows are to be shown for an address; anything else for the first */
    @PostMapping({"/counter/walk-in", "/desk/orders/new"})
    View take(
            Page page,
            Actor staff,
            @RequestParam UUID place,
            @RequestParam UUID offer,
            @RequestParam(defaultValue = "") String slotStart,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "SHOP") String pays,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable String look,
            @RequestParam Map<String, String> form) {
        var from = page.path().startsWith("/desk") ? WalkInView.From.DESK : WalkInView.From.COUNTER;
        var here = workplaces.get(staff, Right.REDEEM, new PlaceId(place));
        var start = Typed.moment(slotStart).orElse(null);
        var door = walkIns.door(here, form.getOrDefault("address", ""), form.getOrDefault("landmark", ""));
        var to = walkIns.door(here, form.getOrDefault("toAddress", ""), form.getOrDefault("toLandmark", ""));
        var typed = new WalkInView.Typing(
                start, number(quantity), name, contact, form.getOrDefault("card", ""), door, to, answers(form));
        if (look != null) {
            var day = Typed.day(look).orElse(null);
            return View.of("counter/walk-in", walkIns.of(page, here, new OfferId(offer), day, from, typed, null));
        }
        var wanted = new StaffOrder(
                here.id(),
                new HoldOrder(
                        new OfferId(offer),
                        start,
                        null,
                        number(quantity),
                        typed.site(to.site() != null),
                        answers(typed)),
                name,
                contact,
                pays.equals("SHOP") ? Pays.SHOP : Pays.ESCROW);
        if (!PAYS.contains(pays)) {
            var wrong = page.refusal(Refusal.of(RequestReason.FIELD_UNREADABLE, "pays"));
            return View.of(
                    "counter/walk-in",
                    walkIns.of(page, here, new OfferId(offer), null, from, typed, wrong),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome = pays.equals(BY_CARD)
                ? cardWalkIns.take(staff, wanted, typed.card(), key)
                : staffOrders.take(staff, wanted, key);
        return switch (outcome) {
            case Outcome.Done<StaffOrder.Taken>(var taken) ->
                View.of("counter/taken", walkIns.taken(page, here, taken, from), HttpStatus.CREATED);
            case Outcome.Refused<StaffOrder.Taken>(var refusal) ->
                View.of(
                        "counter/walk-in",
                        walkIns.of(page, here, new OfferId(offer), null, from, typed, page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /** The guest is here and has paid: the visit is on. */
    @PostMapping("/counter/walk-in/{order}/had")
    View had(Page page, Actor staff, @PathVariable UUID order) {
        var taken = staffOrders.get(staff, new OrderId(order));
        var here = workplaces.get(staff, Right.REDEEM, taken.place());
        return switch (staffOrders.had(staff, taken.id())) {
            case Outcome.Done<List<ScanAnswer>>(var answers) ->
                View.seeOther("/counter/scans/" + answers.getFirst().nonce() + "?place="
                        + here.id().value());
            case Outcome.Refused<List<ScanAnswer>> _ ->
                View.seeOther("/counter?place=" + here.id().value());
        };
    }

    private View show(
            Page page,
            Actor staff,
            @Nullable UUID place,
            @Nullable UUID offer,
            @Nullable String day,
            WalkInView.From from) {
        var right = from == WalkInView.From.DESK ? Right.SEE_DESK : Right.REDEEM;
        var here = place == null
                ? workplaces.of(staff, right).stream().findFirst().orElse(null)
                : workplaces.get(staff, right, new PlaceId(place));
        return here == null
                ? View.of("counter/none", new NoCounterView(page), HttpStatus.NOT_FOUND)
                : View.of("counter/walk-in", view(page, here, offer, day, from));
    }

    private WalkInView view(Page page, Place here, @Nullable UUID offer, @Nullable String day, WalkInView.From from) {
        return walkIns.of(
                page,
                here,
                offer == null ? null : new OfferId(offer),
                day == null ? null : Typed.day(day).orElse(null),
                from,
                WalkInView.Typing.NOTHING,
                null);
    }

    /** Zero, which is refused with a sentence, for what is no number. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Those who go to the door can telephone. */
    private static Map<String, String> answers(WalkInView.Typing typed) {
        var answers = new HashMap<>(typed.answers());
        if (typed.door().site() != null
                && !typed.contact().isBlank()
                && !typed.contact().contains("@")) {
            answers.put("phone", typed.contact().strip());
        }
        return answers;
    }

    private static Map<String, String> answers(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(ANSWER) && !field.getValue().isBlank())
                .collect(Collectors.toMap(field -> field.getKey().substring(ANSWER.length()), Map.Entry::getValue));
    }
}
