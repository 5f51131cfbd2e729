package org.townloop.loop.visit;

import java.time.Instant;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** Somebody came: the voucher was redeemed at that moment. */
public record Visit(
        VisitId id,
        OrderId order,
        VoucherId voucher,
        PlaceId place,
        OfferId offer,
        PersonId resident,
        Instant visitedAt) {}
