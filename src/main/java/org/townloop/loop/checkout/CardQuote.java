package org.townloop.loop.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.stored.CardId;

/**
 * What chosen cards would pay.
 *
 * @param parts in the order in which they were chosen
 * @param rest what a gateway is to bring; zero if cards pay all
 */
public record CardQuote(List<Part> parts, Money rest) {

    /** @param uses of a pass, null otherwise */
    public record Part(CardId card, Money amount, @Nullable Integer uses) {}
}
