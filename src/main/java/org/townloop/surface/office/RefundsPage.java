package org.townloop.surface.office;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.RefusedRefundDesk;
import org.townloop.loop.checkout.RefusedRefundDesk.Shown;
import org.townloop.loop.payment.RefundId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Refunds that gateways refused: asked for again, or paid otherwise and confirmed by a second operator. */
@Controller
class RefundsPage {

    private static final String PATH = "/office/refunds";
    private static final int SHOWN = 100;

    private final Offices offices;
    private final RefusedRefundDesk desk;
    private final People people;

    RefundsPage(Offices offices, RefusedRefundDesk desk, People people) {
        this.offices = offices;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping(PATH)
    View list(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "owed") String shown) {
        return offices.open(
                page,
                actor,
                region,
                office -> View.of("office/refunds", view(office, actor, shown(shown), null, Form.EMPTY)));
    }

    /** @param act {@code again}, {@code otherwise}, {@code confirm} or {@code withdraw} */
    @PostMapping(PATH + "/{id}")
    View act(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String region,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String key) {
        var refund = new RefundId(id);
        var outcome = switch (act) {
            case "again" -> desk.askAgain(actor, refund, key);
            case "otherwise" -> desk.enter(actor, refund, reference, key);
            case "confirm" -> desk.confirm(actor, refund, key);
            case "withdraw" -> desk.withdraw(actor, refund, key);
            default -> throw new Absent("an act " + act);
        };
        return offices.open(page, actor, region, office -> switch (outcome) {
            case Outcome.Done<RefundId> _ -> View.seeOther(office.to(PATH) + "&shown=all#r-" + id);
            case Outcome.Refused<RefundId>(var why) -> refused(office, actor, id, reference, why);
        });
    }

    private View refused(Office office, Actor actor, UUID id, String reference, Refusal why) {
        var form = new Form(Map.of("reference", List.of(reference)), why);
        return View.of("office/refunds", view(office, actor, Shown.ALL, id, form), Problems.status(why.reason()));
    }

    private static Shown shown(String code) {
        return switch (code) {
            case "owed" -> Shown.OWED;
            case "done" -> Shown.DONE;
            case "all" -> Shown.ALL;
            default -> throw new Absent("refunds that are " + code);
        };
    }

    private RefundsView view(Office office, Actor actor, Shown shown, @Nullable UUID tried, Form form) {
        var found = desk.in(office.within(), shown, SHOWN);
        var orders = desk.orders(found);
        var names = people.get(
                found.stream().flatMap(each -> RefundsView.people(each, orders)).collect(Collectors.toSet()));
        return new RefundsView(
                office,
                shown,
                found.stream()
                        .map(each -> RefundsView.Row.of(
                                office,
                                each,
                                orders,
                                names,
                                actor.person(),
                                each.refund().id().value().equals(tried) ? form : Form.EMPTY))
                        .toList());
    }
}
