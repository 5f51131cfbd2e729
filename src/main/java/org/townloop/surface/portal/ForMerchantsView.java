package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import org.townloop.base.identity.Role;
import org.townloop.supply.merchant.TakeOverState;
import org.townloop.surface.page.Page;

/**
 * The page for merchants.
 *
 * @param share what the town and its partner keep of a sale, as a percentage
 * @param claims what the reader has claimed
 */
record ForMerchantsView(Page page, String share, List<Claimed> claims) {

    /** A listing that somebody says is theirs. */
    record Claimed(String id, String place, TakeOverState state, String when, String refusal) {

        String stateKey() {
            return "portal.claim." + state.name().toLowerCase(Locale.ROOT);
        }

        String tone() {
            return switch (state) {
                case OPEN -> "wait";
                case GRANTED -> "good";
                case REFUSED -> "bad";
                case WITHDRAWN -> "";
            };
        }
    }

    boolean hasDesk() {
        var actor = page.actor();
        return actor != null && actor.is(Role.MERCHANT);
    }
}
