package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.Marks;
import org.townloop.loop.voucher.PlaceVouchers;
import org.townloop.loop.voucher.ReachedDevice;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.OfflineCaps;
import org.townloop.supply.pack.Packs;

/** Packs what a counter's device takes along: a dozen bounded statements, in one transaction. */
@Component
public class Bundles {

    static final int MOST_OPEN = 5_000;

    private static final int MOST_HAD = 1_000;
    private static final int MOST_CALLED_OFF = 5_000;

    private final Counters counters;
    private final Devices devices;
    private final Marks marks;
    private final Vouchers vouchers;
    private final PlaceVouchers placeVouchers;
    private final BalanceReceipts balances;
    private final DayBook dayBook;
    private final Crew crew;
    private final Places places;
    private final Offers offers;
    private final ChosenDishes dishes;
    private final Packs packs;
    private final People people;
    private final Regions regions;
    private final Atomically atomically;
    private final Clock clock;

    Bundles(
            Counters counters,
            Devices devices,
            Marks marks,
            Vouchers vouchers,
            PlaceVouchers placeVouchers,
            BalanceReceipts balances,
            DayBook dayBook,
            Crew crew,
            Places places,
            Offers offers,
            ChosenDishes dishes,
            Packs packs,
            People people,
            Regions regions,
            Atomically atomically,
            Clock clock) {
        this.counters = counters;
        this.devices = devices;
        this.marks = marks;
        this.vouchers = vouchers;
        this.placeVouchers = placeVouchers;
        this.balances = balances;
        this.dayBook = dayBook;
        this.crew = crew;
        this.places = places;
        this.offers = offers;
        this.dishes = dishes;
        this.packs = packs;
        this.people = people;
        this.regions = regions;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * A new bundle for the device. Refunds wait for it until it acknowledges that it keeps it.
     *
     * @param claimed the last number that the device gave a scan, 0 for none
     * @param deviceTime what time it is by the device's clock
     */
    public Outcome<Bundle> pack(Actor counter, PlaceId at, DeviceId id, long claimed, @Nullable Instant deviceTime) {
        var device = counters.working(counter, at, id);
        return device.isRevoked()
                ? Outcome.refused(CheckoutReason.DEVICE_REVOKED)
                : atomically.run(() -> Outcome.done(pack(device, claimed, deviceTime)));
    }

    /** The mark is taken first: each withdrawal below it is to be seen, and none above it can have happened. */
    private Bundle pack(Device device, long claimed, @Nullable Instant deviceTime) {
        var mark = marks.next(device.place());
        var now = clock.instant();
        var place = places.get(device.place());
        var today = now.atZone(regions.get(place.region()).zone()).toLocalDate();
        var skew = Counters.skew(deviceTime, now);
        var bundle = Ids.next(place.region(), now);
        devices.reached(List.of(new ReachedDevice(device.id(), List.of(), Math.max(0, claimed), skew)), now);
        devices.give(device.id(), bundle, mark, now, Bundle.GOOD);
        var unread = placeVouchers.open(place.id(), now, MOST_OPEN);
        var had = placeVouchers.hadSince(place.id(), start(place, today), MOST_HAD);
        var sold = offers(unread, had);
        var open =
                unread.stream().filter(voucher -> isForCounters(sold, voucher)).toList();
        return new Bundle(
                bundle,
                now,
                skew,
                place,
                vouchers.keySet(),
                sold,
                open,
                had,
                placeVouchers.calledOff(place.id(), now, MOST_CALLED_OFF),
                names(open, had),
                dishes.of(Stream.concat(open.stream(), had.stream()).toList()),
                balances.open(open.stream().map(Voucher::order).distinct().toList()),
                expected(place, today),
                caps(place),
                places.staff(place.id()),
                crew.pins(place.id()));
    }

    private Instant start(Place place, LocalDate day) {
        return day.atStartOfDay(regions.get(place.region()).zone()).toInstant();
    }

    private Map<OfferId, Offer> offers(List<Voucher> open, List<Voucher> had) {
        return offers.get(Stream.concat(open.stream(), had.stream())
                .map(Voucher::offer)
                .distinct()
                .toList());
    }

    /** What is opened online is no counter's. */
    private static boolean isForCounters(Map<OfferId, Offer> sold, Voucher voucher) {
        var offer = sold.get(voucher.offer());
        return offer == null || !offer.isOnline();
    }

    private Map<PersonId, String> names(List<Voucher> open, List<Voucher> had) {
        var residents = Stream.concat(open.stream(), had.stream())
                .map(Voucher::resident)
                .distinct()
                .toList();
        return people.get(residents).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, known -> known.getValue().name()));
    }

    private List<Appointment> expected(Place place, LocalDate today) {
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> dayBook.of(place.id(), day).stream())
                .toList();
    }

    /** Of the trades that the place sells, whether there is a voucher now or not: one may be bought meanwhile. */
    private Map<String, OfflineCaps> caps(Place place) {
        return offers.at(place.id()).stream()
                .map(Offer::pack)
                .distinct()
                .collect(Collectors.toMap(
                        pack -> pack.value(), pack -> packs.current(pack).offlineCaps()));
    }
}
