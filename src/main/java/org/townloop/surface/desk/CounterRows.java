package org.townloop.surface.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.voucher.Conflict;
import org.townloop.loop.voucher.CounterNames;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.QuarantinedScan;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** Puts devices and their scans into the merchant's words. */
@Component
class CounterRows {

    private static final Duration FRESH = Duration.ofHours(24);
    private static final long MOST_MISSING = 999;
    private static final Duration GOOD = Duration.ofHours(72);

    /** What the scans are about. */
    private record About(
            Desk desk,
            Map<VoucherId, Voucher> vouchers,
            Map<OfferId, Offer> offers,
            Map<PersonId, Person> people,
            Map<UUID, String> counters) {}

    private final Vouchers vouchers;
    private final Offers offers;
    private final People people;
    private final CounterNames names;

    CounterRows(Vouchers vouchers, Offers offers, People people, CounterNames names) {
        this.vouchers = vouchers;
        this.offers = offers;
        this.people = people;
        this.names = names;
    }

    CountersView view(
            Desk desk,
            List<Device> devices,
            List<Conflict> conflicts,
            List<QuarantinedScan> held,
            @Nullable ScanOutcome came) {
        var about = about(desk, conflicts, held);
        return new CountersView(
                desk,
                devices.stream().map(device -> device(desk, device)).toList(),
                conflicts.stream().map(conflict -> conflict(about, conflict)).toList(),
                held.stream().map(scan -> held(about, scan)).toList(),
                came == null
                        ? null
                        : desk.page()
                                .text("desk.counters.came."
                                        + came.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** Four statements, however many scans. */
    private About about(Desk desk, List<Conflict> conflicts, List<QuarantinedScan> held) {
        var known = vouchers
                .get(Stream.concat(
                                conflicts.stream().map(Conflict::voucher),
                                held.stream().map(QuarantinedScan::voucher).filter(Objects::nonNull))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Voucher::id, Function.identity()));
        return new About(
                desk,
                known,
                offers.get(
                        known.values().stream().map(Voucher::offer).distinct().toList()),
                people.get(known.values().stream()
                        .map(Voucher::resident)
                        .distinct()
                        .toList()),
                names.of(Stream.of(
                                conflicts.stream()
                                        .map(conflict -> conflict.device().value()),
                                conflicts.stream().map(Conflict::firstCounter).filter(Objects::nonNull),
                                held.stream().map(scan -> scan.device().value()))
                        .flatMap(Function.identity())
                        .toList()));
    }

    private static CountersView.DeviceRow device(Desk desk, Device device) {
        var times = desk.times();
        var synced = device.syncedAt();
        var revoked = device.revokedAt();
        return new CountersView.DeviceRow(
                device.id().value().toString(),
                device.name(),
                times.date(device.enrolledAt()),
                synced == null ? desk.page().text("desk.counters.never") : times.ago(synced),
                tone(synced, times.now()),
                device.missing(),
                gap(desk, device.missing()),
                device.overflowed(),
                device.isSkewed() ? skew(desk, Objects.requireNonNull(device.skew())) : null,
                revoked == null ? null : times.moment(revoked));
    }

    private static @Nullable String gap(Desk desk, long missing) {
        if (missing == 0) {
            return null;
        }
        return missing > MOST_MISSING
                ? desk.page().text("desk.counters.missing-many", "most", MOST_MISSING)
                : desk.page().text("desk.counters.missing", "count", missing);
    }

    private static String tone(@Nullable Instant synced, Instant now) {
        if (synced == null || synced.plus(GOOD).isBefore(now)) {
            return "bad";
        }
        return synced.plus(FRESH).isBefore(now) ? "wait" : "good";
    }

    private static String skew(Desk desk, Duration skew) {
        return desk.page()
                .text(
                        skew.isNegative() ? "desk.counters.fast" : "desk.counters.slow",
                        "minutes",
                        skew.abs().toMinutes());
    }

    private static CountersView.ConflictRow conflict(About about, Conflict conflict) {
        var voucher = about.vouchers().get(conflict.voucher());
        return new CountersView.ConflictRow(
                conflict.device().value().toString(),
                conflict.nonce(),
                who(about, voucher),
                what(about, voucher),
                worth(about, voucher, conflict.units()),
                scan(about, conflict.device().value(), conflict.scannedAt()),
                conflict.firstAt() == null || conflict.firstCounter() == null
                        ? about.desk().page().text("desk.counters.called-off")
                        : scan(about, conflict.firstCounter(), conflict.firstAt()));
    }

    private static CountersView.HeldRow held(About about, QuarantinedScan scan) {
        var voucher = scan.voucher() == null ? null : about.vouchers().get(scan.voucher());
        return new CountersView.HeldRow(
                scan.device().value().toString(),
                scan.nonce(),
                who(about, voucher),
                what(about, voucher),
                worth(about, voucher, scan.units()),
                scan(about, scan.device().value(), scan.scannedAt().plus(scan.skew())));
    }

    private static String scan(About about, UUID counter, Instant at) {
        return about.desk()
                .page()
                .text(
                        "desk.counters.scan",
                        "when",
                        about.desk().times().moment(at),
                        "where",
                        about.counters().getOrDefault(counter, ""));
    }

    private static String who(About about, @Nullable Voucher voucher) {
        var person = voucher == null ? null : about.people().get(voucher.resident());
        return person == null ? about.desk().page().text("desk.counters.unknown") : person.name();
    }

    private static String what(About about, @Nullable Voucher voucher) {
        var offer = voucher == null ? null : about.offers().get(voucher.offer());
        return offer == null ? "" : about.desk().page().say(offer.title());
    }

    /** What those units are worth that the scan is about, not all that was bought. */
    private static String worth(About about, @Nullable Voucher voucher, int units) {
        if (voucher == null) {
            return "";
        }
        var page = about.desk().page();
        var amount = page.money(voucher.worthOf(units));
        return voucher.units() == 1
                ? amount
                : page.text("desk.counters.units", "units", units, "all", voucher.units(), "amount", amount);
    }
}
