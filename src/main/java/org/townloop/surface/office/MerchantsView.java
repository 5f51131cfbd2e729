package org.townloop.surface.office;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.TakeOver;

/**
 * What waits for an operator.
 *
 * @param merchants that nobody has verified
 * @param claims on listings
 */
record MerchantsView(Office office, List<Case> merchants, List<Case> claims, MerchantsPage.@Nullable Attempt attempt) {

    /**
     * Somebody to decide about.
     *
     * @param evidence null for a merchant with a place of its own
     * @param reason what was typed and could not be taken
     */
    record Case(
            UUID id,
            String name,
            List<String> facts,
            String by,
            String since,
            TakeOver.@Nullable Evidence evidence,
            String words,
            boolean picture,
            String reason) {

        String evidenceKey() {
            return evidence == null ? "" : "office.evidence." + evidence.name().toLowerCase(Locale.ROOT);
        }

        String said() {
            return String.join(
                    " · ", facts.stream().filter(fact -> !fact.isEmpty()).toList());
        }
    }

    static String typed(MerchantsPage.@Nullable Attempt attempt, UUID id) {
        return attempt != null && attempt.id().equals(id) ? attempt.typed() : "";
    }

    /** The sentence that says why a decision was not taken. */
    @Nullable
    String wrong() {
        return attempt == null ? null : office.page().refusal(attempt.refusal());
    }

    boolean nothing() {
        return merchants.isEmpty() && claims.isEmpty();
    }
}
