package org.townloop.surface.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.Packed;
import org.townloop.loop.checkout.Packing;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** What is to be packed for a window, and where it goes. */
@Controller
class DeliveryPage {

    private static final String PATH = "/desk/delivery";
    private static final String ORDER = PATH + "/orders/{id}";

    private final Desks desks;
    private final WindowViews windows;
    private final PackingViews packings;
    private final Packing packing;

    DeliveryPage(Desks desks, WindowViews windows, PackingViews packings, Packing packing) {
        this.desks = desks;
        this.windows = windows;
        this.packings = packings;
        this.packing = packing;
    }

    @GetMapping(PATH)
    View ahead(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page,
                actor,
                Right.PACK,
                place,
                Desk.Tab.DELIVERY,
                desk -> View.of("desk/windows", windows.ahead(DeliverySettingsPage.delivering(desk))));
    }

    @GetMapping(PATH + "/window")
    View window(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String start) {
        return desks.open(
                page,
                actor,
                Right.PACK,
                place,
                Desk.Tab.DELIVERY,
                desk -> View.of("desk/window", windows.of(DeliverySettingsPage.delivering(desk), moment(start), null)));
    }

    /** What is packed of a window is on its way. */
    @PostMapping(PATH + "/window/out")
    View setOut(Page page, Actor actor, @RequestParam UUID place, @RequestParam(defaultValue = "") String start) {
        return desks.open(page, actor, Right.PACK, place, Desk.Tab.DELIVERY, desk -> {
            var at = moment(start);
            return switch (packing.setOut(
                    actor, DeliverySettingsPage.delivering(desk).place().id(), at)) {
                case Outcome.Done<List<OrderId>> _ -> View.seeOther(desk.to(PATH + "/window") + "&start=" + at);
                case Outcome.Refused<List<OrderId>>(var refusal) ->
                    View.of(
                            "desk/window",
                            windows.of(desk, at, page.refusal(refusal)),
                            Problems.status(refusal.reason()));
            };
        });
    }

    @GetMapping(ORDER)
    View order(Page page, Actor actor, @PathVariable UUID id) {
        var order = packing.order(actor, id(id));
        return open(page, actor, order, desk -> View.of("desk/packing", packings.of(desk, order, Form.EMPTY)));
    }

    @PostMapping(ORDER + "/begin")
    View begin(Page page, Actor actor, @PathVariable UUID id) {
        var order = packing.order(actor, id(id));
        return open(page, actor, order, desk -> answered(desk, order, Map.of(), packing.begin(actor, order.id())));
    }

    @PostMapping(ORDER)
    View pack(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var order = packing.order(actor, id(id));
        return open(
                page,
                actor,
                order,
                desk -> answered(desk, order, typed, packing.pack(actor, order.id(), said(order, typed))));
    }

    private View open(Page page, Actor actor, Order order, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.PACK, order.place().value(), Desk.Tab.DELIVERY, shown);
    }

    private View answered(Desk desk, Order order, Map<String, List<String>> typed, Outcome<OrderId> outcome) {
        return switch (outcome) {
            case Outcome.Done<OrderId> _ ->
                View.seeOther(
                        typed.isEmpty()
                                ? "/desk/delivery/orders/" + order.id().value()
                                : desk.to(PATH + "/window") + "&start=" + order.startsAt());
            case Outcome.Refused<OrderId>(var refusal) ->
                View.of(
                        "desk/packing",
                        packings.of(desk, order, new Form(typed, refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /**
     * A field that was emptied says nothing that can be gone by, and is asked about. If another article is named without a
     * number, it stands for all that is missing.
     */
    private static List<Packed> said(Order order, Map<String, List<String>> typed) {
        var said = new ArrayList<Packed>();
        for (var line : order.lines()) {
            var packed = Saved.number(typed, "packed." + line.line(), Saved.UNREADABLE);
            var other = Typed.id(
                    typed.getOrDefault("other." + line.line(), List.of("")).getFirst());
            said.add(new Packed(
                    line.line(),
                    packed,
                    other.map(OfferId::new).orElse(null),
                    other.isPresent() ? Saved.number(typed, "others." + line.line(), line.quantity() - packed) : 0));
        }
        return said;
    }

    private static Instant moment(String start) {
        return Typed.moment(start).orElseThrow(() -> new Absent("window " + start));
    }

    private static OrderId id(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return new OrderId(id);
    }
}
