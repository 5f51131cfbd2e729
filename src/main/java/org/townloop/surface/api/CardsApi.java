package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.OwnCards;
import org.townloop.loop.screening.ScreeningReason;
import org.townloop.loop.stored.CardId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

@RestController
@Tag(name = "Cards", description = "Gift vouchers, passes and balances: paid now, had later, in parts.")
class CardsApi {

    private static final int MOST = 100;

    /** @param cursor for the next page; null on the last */
    record CardPage(
            List<CardViews.OwnCardJson> cards, @Nullable String cursor) {}

    private final OwnCards own;
    private final Places places;
    private final CardViews views;

    CardsApi(OwnCards own, Places places, CardViews views) {
        this.own = own;
        this.places = places;
        this.views = views;
    }

    @Operation(
            summary = "The gift vouchers, passes and balances that one owns, the latest first",
            description = "left is what can still be paid with one: what an order has set aside is taken off."
                    + " limit: 20 if not given, 100 at most.")
    @GetMapping("/api/cards")
    CardPage cards(
            Actor actor,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw Refused.with(Refusal.of(ScreeningReason.LIMIT_OUT_OF_RANGE, "limit", Map.of("max", MOST)));
        }
        var found = own.of(actor, cursor.isEmpty() ? null : after(cursor), limit + 1);
        var shown = found.stream().limit(limit).toList();
        return new CardPage(
                shown.stream().map(seen -> views.own(seen, locale)).toList(),
                found.size() > limit ? shown.getLast().card().id().value().toString() : null);
    }

    @Operation(
            summary = "One card that one owns, or has bought for somebody",
            description = "Who gave it away sees no left: what becomes of it is not theirs to know.")
    @GetMapping("/api/cards/{id}")
    CardViews.OwnCardJson card(Actor actor, @PathVariable UUID id, Locale locale) {
        return views.own(own.get(actor, new CardId(id)), locale);
    }

    @Operation(
            summary = "The gift vouchers, passes and balances that a place sells now",
            description = "Bought by POST /api/orders with its offerId and card. None where nobody keeps their money.")
    @GetMapping("/api/places/{id}/cards")
    CardViews.ShelfJson shelf(@PathVariable UUID id, Locale locale) {
        if (!RegionId.isIn(id) || !places.get(List.of(new PlaceId(id))).containsKey(new PlaceId(id))) {
            throw new Absent("place " + id);
        }
        return views.shelf(new PlaceId(id), locale);
    }

    private static CardId after(String cursor) {
        try {
            var id = UUID.fromString(cursor);
            if (RegionId.isIn(id)) {
                return new CardId(id);
            }
        } catch (IllegalArgumentException e) {
            // refused below, like an id of nothing
        }
        throw Refused.with(Refusal.of(ScreeningReason.CURSOR_INVALID, "cursor"));
    }
}
