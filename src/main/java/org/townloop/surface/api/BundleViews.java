package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Bundle;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.StaffPin;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** Bundles as JSON shows them: vouchers are rows without names, because there may be thousands. */
@Component
class BundleViews {

    /**
     * All that a counter needs to work with no network.
     *
     * @param goodUntil nothing is accepted offline after that
     * @param skewMillis what is to be added to the device's time to get the server's
     * @param vouchers rows of id, index of the offer, units, units redeemed, value in minor units, start and end of
     *     validity in seconds since 1970 (0: no start), the resident's name, I or R for redeemed, and of a set menu
     *     what was chosen, in words; the nearest vouchers have it, as far as the bundle stays small
     * @param balances what is left to be paid at the place for all units of a voucher, in minor units, by its id; those
     *     of which nothing is are not there
     * @param revoked vouchers that were called off
     * @param caps by pack: how many units and how much (minor units) of a voucher that is not in the bundle
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BundleJson(
            int version,
            UUID id,
            Instant issuedAt,
            Instant goodUntil,
            Instant serverTime,
            @Nullable Long skewMillis,
            DeviceViews.PlaceJson place,
            List<? extends Map<String, String>> keys,
            List<OfferJson> offers,
            List<List<Object>> vouchers,
            Map<UUID, Long> balances,
            List<UUID> revoked,
            List<BookingViews.BookingJson> bookings,
            Map<String, CapJson> caps,
            List<StaffJson> staff) {}

    /** @param onDay whether it is had on a day and at no time of it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferJson(UUID id, Words title, String pack, boolean onDay) {}

    record CapJson(int mostUnits, long mostValueMinor) {}

    record StaffJson(UUID id, String name, @Nullable PinJson pin) {}

    /** PBKDF2 with HMAC-SHA-256; salt and hash in base64url. */
    record PinJson(String salt, int iterations, String hash) {}

    private static final int VERSION = 1;

    private final DeviceViews devices;
    private final BookingViews bookings;
    private final Regions regions;

    BundleViews(DeviceViews devices, BookingViews bookings, Regions regions) {
        this.devices = devices;
        this.regions = regions;
        this.bookings = bookings;
    }

    BundleJson of(Bundle bundle) {
        var place = devices.place(bundle.place());
        var offers = List.copyOf(bundle.offers().values());
        var skew = bundle.skew();
        var spoken = Locale.forLanguageTag(
                regions.get(bundle.place().region()).languages().getFirst());
        return new BundleJson(
                VERSION,
                bundle.id(),
                bundle.issuedAt(),
                bundle.issuedAt().plus(Bundle.GOOD),
                bundle.issuedAt(),
                skew == null ? null : skew.toMillis(),
                place,
                bundle.keys(),
                offers.stream()
                        .map(offer -> new OfferJson(
                                offer.id().value(), offer.title(), offer.pack().value(), offer.isWalkIn()))
                        .toList(),
                rows(bundle, offers),
                balances(bundle),
                bundle.calledOff().stream().map(id -> id.value()).toList(),
                bundle.expected().stream().map(bookings::booking).toList(),
                bundle.caps().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                cap -> new CapJson(
                                        cap.getValue().mostUnits(),
                                        cap.getValue().mostValueMinor().getOrDefault(place.currency(), 0L)))),
                bundle.staff().stream()
                        .map(staff -> staff(bundle, staff, spoken))
                        .toList());
    }

    private List<List<Object>> rows(Bundle bundle, List<Offer> offers) {
        var index = new HashMap<OfferId, Integer>();
        offers.forEach(offer -> index.put(offer.id(), index.size()));
        var choices = new ChoiceTexts(bundle.chosen(), bookings::choices);
        var rows = new ArrayList<List<Object>>();
        Stream.concat(bundle.open().stream(), bundle.hadToday().stream()).forEach(voucher -> {
            var row = row(bundle, voucher, index);
            choices.of(voucher.id()).ifPresent(row::add);
            rows.add(row);
        });
        return rows;
    }

    private static Map<UUID, Long> balances(Bundle bundle) {
        var left = bundle.open().stream()
                .collect(Collectors.groupingBy(Voucher::order, Collectors.summingInt(Voucher::unitsLeft)));
        var balances = new TreeMap<UUID, Long>();
        for (var voucher : bundle.open()) {
            var open = bundle.balances().get(voucher.order());
            if (open != null) {
                balances.put(
                        voucher.id().value(),
                        open.of(voucher.units(), left.getOrDefault(voucher.order(), voucher.units()))
                                .minor());
            }
        }
        return balances;
    }

    private static List<Object> row(Bundle bundle, Voucher voucher, Map<OfferId, Integer> offers) {
        var start = voucher.startsAt();
        return new ArrayList<>(List.of(
                voucher.id().value(),
                offers.getOrDefault(voucher.offer(), 0),
                voucher.units(),
                voucher.unitsRedeemed(),
                voucher.value().minor(),
                start == null ? 0L : start.getEpochSecond(),
                voucher.validUntil().getEpochSecond(),
                bundle.names().getOrDefault(voucher.resident(), ""),
                voucher.state() == VoucherState.REDEEMED ? "R" : "I"));
    }

    private static StaffJson staff(Bundle bundle, Staff staff, Locale spoken) {
        var pin = bundle.pins().get(staff.id());
        return new StaffJson(staff.id().value(), staff.name().in(spoken), pin == null ? null : pin(pin));
    }

    private static PinJson pin(StaffPin pin) {
        return new PinJson(encode(pin.salt()), pin.iterations(), encode(pin.hash()));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
