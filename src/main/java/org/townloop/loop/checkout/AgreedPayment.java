package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/**
 * One payment of something that was agreed in writing.
 *
 * @param offer in the version that was agreed on
 * @param title what this payment is for
 * @param start when the work begins, and {@code end} when it is over: its policies count from there
 * @param people who are taken with this payment
 * @param times at which they are taken; none if another payment takes them
 * @param afterwards whether it is paid for what was had already: nothing of it comes back by itself
 */
public record AgreedPayment(
        PersonId resident,
        Offer offer,
        Words title,
        Money amount,
        Instant start,
        Instant end,
        Set<StaffId> people,
        List<TimeSpan> times,
        boolean afterwards) {}
