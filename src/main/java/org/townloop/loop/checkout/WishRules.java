package org.townloop.loop.checkout;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.base.kernel.Written;

/** What is wrong with a wish before anything is asked of the calendar. */
final class WishRules {

    private static final int LONGEST_ANSWER = 500;

    private WishRules() {}

    static Optional<Refusal> refusal(HoldOrder wish) {
        if (wish.quantity() < 1 || wish.quantity() > HoldOrder.MOST) {
            return Optional.of(Refusal.of(CheckoutReason.QUANTITY_INVALID, "quantity", Map.of("max", HoldOrder.MOST)));
        }
        var nameless = unaddressed(wish.site());
        if (nameless.isPresent()) {
            return nameless;
        }
        if (wish.answers().values().stream().anyMatch(answer -> answer.length() > LONGEST_ANSWER)) {
            return Optional.of(Refusal.of(CheckoutReason.ANSWERS_TOO_LONG, "answers", Map.of("max", LONGEST_ANSWER)));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unaddressed(@Nullable Site site) {
        if (site == null) {
            return Optional.empty();
        }
        var field = isAddress(site.address()) ? "destination.address" : "site.address";
        return isAddress(site.address())
                        && (site.to() == null || isAddress(site.to().address()))
                ? Optional.empty()
                : Optional.of(Refusal.of(CheckoutReason.ADDRESS_INVALID, field, Map.of("max", Site.LONGEST_ADDRESS)));
    }

    private static boolean isAddress(String address) {
        return Written.plain(address) != null && address.length() <= Site.LONGEST_ADDRESS;
    }
}
