package org.townloop.loop.visit;

import java.time.Instant;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * Somebody came and had what the voucher is for, or some of its units.
 *
 * @param unit the first of its units that they had, from 1
 */
public record Visit(
        VisitId id,
        OrderId order,
        VoucherId voucher,
        int unit,
        PlaceId place,
        OfferId offer,
        PersonId resident,
        Instant visitedAt) {}
