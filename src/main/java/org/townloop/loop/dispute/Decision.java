package org.townloop.loop.dispute;

import java.time.Instant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * What an operator decided.
 *
 * @param instance 1, or 2 for the second opinion, whose amounts come on top
 * @param ofOrder to the resident, of what was paid for the order
 * @param platform to the resident, from the platform's own pocket
 * @param toMerchant to the merchant, from the platform's own pocket
 */
public record Decision(
        int instance, Money ofOrder, Money platform, Money toMerchant, String reasons, PersonId by, Instant at) {

    public Money toResident() {
        return ofOrder.plus(platform);
    }
}
