package org.townloop.surface.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** An offer, and holding a time of it. */
@Controller
class OfferPage {

    /** How the fields begin in which dishes are chosen. */
    static final String ANSWER = "answer.";

    private final Offers offers;
    private final OfferViews views;
    private final Checkouts checkouts;

    OfferPage(Offers offers, OfferViews views, Checkouts checkouts) {
        this.offers = offers;
        this.views = views;
        this.checkouts = checkouts;
    }

    @GetMapping("/offers/{id}")
    View show(
            Page page,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "") String people,
            @RequestParam Map<String, String> typed) {
        var offer = offers.get(new OfferId(id));
        if (offer.card() != null) {
            return View.seeOther(CardOfferViews.href(offer));
        }
        var dishes = DishesToOrder.chosen(offer, answers(typed));
        var asked = new Asked(read(day, Typed::day), read(at, Typed::moment), number(people), dishes, typed);
        return View.of("portal/offer", views.of(page, offer, asked, null));
    }

    /**
     * The same for somebody who looks at another day, or for more guests, after they have typed into the form: what they
     * typed stays.
     *
     * @param people how many; empty for as many as before
     */
    @PostMapping("/offers/{id}")
    View look(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam Map<String, String> form) {
        var asked = new Asked(
                read(day, Typed::day), null, number(people.isEmpty() ? quantity : people), answers(form), form);
        return View.of("portal/offer", views.of(page, offers.get(new OfferId(id)), asked, null));
    }

    /**
     * Holds a time or a day for whoever is signed in.
     *
     * @param form with the dishes that were chosen
     * @param key of the page; another time on the same page is another wish
     */
    @PostMapping("/offers/{id}/hold")
    View hold(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slotStart,
            @RequestParam(defaultValue = "") String slotEnd,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> form) {
        var actor = page.actor();
        if (actor == null) {
            var back = slotEnd.isEmpty()
                    ? "?at=" + encoded(slotStart) + "&people=" + number(quantity) + dishes(id, form)
                    : nights(form);
            return View.seeOther("/sign-in?next=" + encoded("/offers/" + id + back));
        }
        var start = read(slotStart, Typed::moment);
        var answers = answers(form);
        var wish = new HoldOrder(new OfferId(id), start, read(slotEnd, Typed::moment), number(quantity), null, answers);
        return switch (checkouts.hold(actor, wish, keyOf(key, slotStart + slotEnd, quantity, answers))) {
            case Outcome.Done<Order>(var order) ->
                View.seeOther("/orders/" + order.id().value() + "/checkout");
            case Outcome.Refused<Order>(var refusal) -> {
                var asked = new Asked(null, start, number(quantity), answers, form);
                var offer = offers.get(new OfferId(id));
                yield View.of(
                        "portal/offer",
                        views.of(page, offer, asked, page.refusal(refusal)),
                        Problems.status(refusal.reason()));
            }
        };
    }

    /** The nights of the form, for who comes back from signing in. */
    private static String nights(Map<String, String> form) {
        return Stream.of("arrival", "departure", "rooms", "guests")
                .map(name -> name + "=" + encoded(form.getOrDefault(name, "")))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The dishes of the form, for who comes back from signing in. Nothing else that they said stands in an address. */
    private String dishes(UUID id, Map<String, String> form) {
        return DishesToOrder.chosen(offers.get(new OfferId(id)), answers(form)).entrySet().stream()
                .map(dish -> "&" + encoded(ANSWER + dish.getKey()) + "=" + encoded(dish.getValue()))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String keyOf(String key, String slot, String quantity, Map<String, String> answers) {
        var chosen = answers.isEmpty() ? "" : "/" + Integer.toHexString(answers.hashCode());
        return key + "/" + slot + "/" + quantity + chosen;
    }

    /** What the form says of the dishes; what was left open is no answer. */
    static Map<String, String> answers(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(ANSWER) && !field.getValue().isBlank())
                .collect(Collectors.toMap(field -> field.getKey().substring(ANSWER.length()), Map.Entry::getValue));
    }

    /** Zero, which is refused with a sentence, for what is no number. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, Optional<T>> reader) {
        return text == null ? null : reader.apply(text).orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
