package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.townloop.launch.demo.HomeDiary.Visit;
import org.townloop.launch.demo.HomeFirms.Firm;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Mode;

/** The firms whose people go to homes, or take people along, and where they were and will be. */
record Homes(List<Firm> firms, List<Shop> taxis, List<Visit> visits) {

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
        return new Homes(firms, List.of(), new HomeDiary(guests, addresses, dice, now).written(firms));
    }

    /** With those that drive people, of a throw of their own. */
    Homes driven(
            Addresses addresses,
            Residents residents,
            Resident known,
            List<Resident> guests,
            Dice dice,
            Instant since,
            Instant now) {
        var opened = new RideFirms(addresses, residents, known, dice, since).opened();
        var all = new ArrayList<>(visits);
        all.addAll(new RideDiary(guests, addresses, dice, now).written(opened));
        return new Homes(firms, opened, all);
    }

    List<Shop> shops() {
        return Stream.concat(firms.stream().map(Firm::shop), taxis.stream()).toList();
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
        if (mode.booking() instanceof BookingMode.Ride(var _, var window, var _)) {
            return window;
        }
        return mode.booking() instanceof BookingMode.HomeVisit(var _, var window) ? window : Duration.ZERO;
    }
}
