package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.launch.demo.HomeDiary.Visit;
import org.townloop.launch.demo.HomeFirms.Firm;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Mode;

/** The firms whose people go to homes, and where they were and will be. */
record Homes(List<Firm> firms, List<Visit> visits) {

    private static final int WITHIN_METRES = 5_000;

    static Homes visited(
            Addresses addresses,
            Residents residents,
            Resident known,
            List<Resident> guests,
            Dice dice,
            Instant since,
            Instant now) {
        var firms = new HomeFirms(addresses, residents, known, dice, since).opened();
        return new Homes(firms, new HomeDiary(guests, addresses, dice, now).written(firms));
    }

    List<Shop> shops() {
        return firms.stream().map(Firm::shop).toList();
    }

    List<Booking> bookings() {
        return visits.stream().map(Visit::booking).toList();
    }

    /** How each of their offers is had. */
    Map<UUID, HomeVisit> arrangements(Mode housekeeping, Mode repairs) {
        return firms.stream()
                .flatMap(firm -> firm.teams().entrySet().stream()
                        .map(team -> Map.entry(team.getKey(), new HomeVisit(team.getValue(), WITHIN_METRES, (int)
                                window(firm.shop().kind() == ShopKind.REPAIRS ? repairs : housekeeping)
                                        .toMinutes()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Duration window(Mode mode) {
        return mode.booking() instanceof BookingMode.HomeVisit(var _, var window) ? window : Duration.ZERO;
    }
}
