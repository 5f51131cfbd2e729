package org.townloop.surface.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** When, where to and for how much a place brings what it sells. */
@Controller
class DeliverySettingsPage {

    private static final String PATH = "/desk/delivery/settings";
    private static final int MORE_WINDOWS = 4;
    private static final int MORE_RINGS = 2;

    private final Desks desks;
    private final DeliveryBook deliveries;
    private final Regions regions;

    DeliverySettingsPage(Desks desks, DeliveryBook deliveries, Regions regions) {
        this.desks = desks;
        this.deliveries = deliveries;
        this.regions = regions;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String start) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.DELIVERY, desk -> {
            var fields = new LinkedHashMap<>(
                    DeliveryForm.of(deliveries.of(delivering(desk).place().id()), decimals(desk)));
            if (start != null) {
                fields.put("start", List.of("yes"));
            }
            return View.of("desk/delivery-settings", view(desk, new Form(fields, null)));
        });
    }

    @PostMapping(PATH)
    View save(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.DELIVERY, desk -> {
            var written = switch (new DeliveryForm(decimals(desk), typed).read()) {
                case Outcome.Refused<DeliverySettings> refused -> refused;
                case Outcome.Done<DeliverySettings>(var settings) ->
                    deliveries.write(actor, delivering(desk).place().id(), settings);
            };
            return switch (written) {
                case Outcome.Done<DeliverySettings> _ -> Saved.next(desk, PATH, typed.containsKey("start"));
                case Outcome.Refused<DeliverySettings>(var refusal) ->
                    View.of(
                            "desk/delivery-settings",
                            view(desk, new Form(typed, refusal)),
                            Problems.status(refusal.reason()));
            };
        });
    }

    /** @throws Absent if it brings nothing */
    static Desk delivering(Desk desk) {
        if (!desk.delivers()) {
            throw new Absent("deliveries of " + desk.place().id());
        }
        return desk;
    }

    private DeliverySettingsView view(Desk desk, Form form) {
        return new DeliverySettingsView(
                desk,
                form,
                Math.min(
                        DeliveryForm.WINDOW_ROWS,
                        rows(form.typed(), "from.", "to.", "orders.", "closes.") + MORE_WINDOWS),
                Math.min(DeliveryForm.RING_ROWS, rows(form.typed(), "within.", "fee.") + MORE_RINGS),
                regions.get(desk.place().region())
                        .currency()
                        .getDisplayName(desk.page().locale()));
    }

    /** Up to the last row in which anything stands. */
    private static int rows(Map<String, List<String>> typed, String... names) {
        return Stream.of(names)
                .flatMap(name -> typed.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(name)
                                && !field.getValue().getFirst().isBlank())
                        .map(field -> field.getKey().substring(name.length())))
                .flatMap(row -> Typed.number(row).stream())
                .max(Comparator.naturalOrder())
                .map(last -> last + 1)
                .orElse(0);
    }

    private int decimals(Desk desk) {
        return regions.get(desk.place().region()).currency().getDefaultFractionDigits();
    }
}
