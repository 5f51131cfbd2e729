package org.townloop.surface.portal;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.Offer;

/** What is wrong with how many of an article a shopping list says, before anything is held. */
final class ListFaults {

    private ListFaults() {}

    /** Of the first article of which the number cannot be; empty if all can. */
    static Optional<Refusal> first(Collection<Offer> sold, ShoppingList list) {
        return sold.stream()
                .map(offer -> of(offer, list))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Null if so many may be ordered, or none is wanted. */
    static @Nullable Refusal of(Offer offer, ShoppingList list) {
        var article = offer.article();
        var wanted = list.quantity(offer.id());
        if (article == null || (wanted >= 0 && wanted <= article.most())) {
            return null;
        }
        return Refusal.of(
                wanted < 0 ? CheckoutReason.ARTICLE_NUMBER_INVALID : BookingReason.ARTICLE_TOO_MANY,
                field(offer),
                Map.of("article", offer.title(), "max", article.most()));
    }

    /** The same, or what was refused of it when it was to be held. */
    static @Nullable Refusal of(Offer offer, ShoppingList list, @Nullable Refusal refused) {
        var fault = of(offer, list);
        return fault != null
                        || refused == null
                        || !offer.title().equals(refused.facts().get("article"))
                ? fault
                : refused;
    }

    private static String field(Offer offer) {
        return ShoppingList.QUANTITY + offer.id().value();
    }
}
