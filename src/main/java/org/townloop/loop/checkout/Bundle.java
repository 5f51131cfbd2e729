package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.StaffPin;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.pack.OfflineCaps;

/**
 * All that a counter needs to work with no network.
 *
 * @param skew what is to be added to the device's time to get ours, null if it did not say what time it is
 * @param keys public, by which tokens are verified
 * @param open vouchers that are good, the nearest first
 * @param hadToday vouchers of which everything was had today
 * @param calledOff what must not be accepted any more
 * @param names of the residents
 * @param chosen dishes, of the vouchers of set menus
 * @param balances what is left to be paid at the place, of the orders of vouchers that are good
 * @param expected whom the place expects today and tomorrow
 * @param caps by pack, of what the bundle does not know
 */
public record Bundle(
        UUID id,
        Instant issuedAt,
        @Nullable Duration skew,
        Place place,
        List<? extends Map<String, String>> keys,
        Map<OfferId, Offer> offers,
        List<Voucher> open,
        List<Voucher> hadToday,
        List<VoucherId> calledOff,
        Map<PersonId, String> names,
        Map<VoucherId, List<SetMenu.Chosen>> chosen,
        Map<OrderId, BalanceReceipts.Open> balances,
        List<Appointment> expected,
        Map<String, OfflineCaps> caps,
        List<Staff> staff,
        Map<StaffId, StaffPin> pins) {

    /** After so long nothing is accepted by it any more. */
    public static final Duration GOOD = Duration.ofHours(72);
}
