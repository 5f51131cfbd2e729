package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Point;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.booking.Claimed.Kind;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;

/**
 * A day of a taxi firm, slow and exact: every driver, every start and every vehicle is tried, and each day that comes of it
 * is driven through from nine to six. It shares the travel times with what it judges, and nothing else.
 */
record RideModel(Travel travel) {

    private static final Point PLACE = new Point(30.27, 119.72);
    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant SIX = Instant.parse("2026-11-28T10:00:00Z");

    /** A ride, or work in one place. */
    record Work(Instant from, Instant to, Point at, Point end) {}

    /** The first pick-up, and how much longer is driven for it at best. */
    record Best(Instant start, Duration added) {}

    Optional<Best> best(List<Claimed> claims, TestTaxis firm, Offer offer, Instant asked, Leg leg) {
        var ride = (Ride) offer.arrangement();
        var from = Objects.requireNonNull(leg.from());
        var to = Objects.requireNonNull(leg.to());
        for (var start = asked; !start.isAfter(asked.plus(ride.window())); start = start.plusSeconds(300)) {
            var end = start.plus(travel.between(from, to)).plus(offer.bufferAfter());
            var work = new Work(start, end, from, to);
            Optional<Duration> best = Optional.empty();
            for (var driver : firm.house().staff()) {
                var added = added(claims, driver.value(), work);
                if (added.isPresent()
                        && hasVehicle(claims, firm, ride, driver.value())
                        && (best.isEmpty() || added.get().compareTo(best.get()) < 0)) {
                    best = added;
                }
            }
            if (best.isPresent()) {
                return Optional.of(new Best(start, best.get()));
            }
        }
        return Optional.empty();
    }

    /** One that nobody else drives on that day, and none other than their own if they have one. */
    private static boolean hasVehicle(List<Claimed> claims, TestTaxis firm, Ride ride, UUID driver) {
        for (int i = 0; i < firm.vehicles().size(); i++) {
            var seats = i == firm.vehicles().size() - 1 ? 6 : 4;
            var vehicle = firm.vehicles().get(i);
            var ofDriver = vehiclesOf(claims, driver);
            if (seats >= ride.seats()
                    && (ofDriver.isEmpty() || ofDriver.contains(vehicle))
                    && firm.house().staff().stream()
                            .filter(other -> !other.value().equals(driver))
                            .noneMatch(
                                    other -> vehiclesOf(claims, other.value()).contains(vehicle))) {
                return true;
            }
        }
        return false;
    }

    private static List<UUID> vehiclesOf(List<Claimed> claims, UUID driver) {
        var rides = claims.stream()
                .filter(claim -> claim.subject().equals(driver))
                .map(Claimed::order)
                .collect(Collectors.toSet());
        return claims.stream()
                .filter(claim -> claim.kind() == Kind.RESOURCE && rides.contains(claim.order()))
                .map(Claimed::subject)
                .distinct()
                .toList();
    }

    /** Everybody is everywhere in time, what is claimed covers the way exactly, and nobody changes vehicles. */
    void assertDriven(List<Claimed> claims, TestTaxis firm) {
        for (var driver : firm.house().staff()) {
            assertThat(isDrivable(works(claims, driver.value()))).isTrue();
            assertThat(vehiclesOf(claims, driver.value())).hasSizeLessThan(2);
            var at = PLACE;
            for (var claim : theirs(claims, driver.value())) {
                assertThat(claim.way()).isEqualTo(travel.between(at, begin(claim)));
                at = end(claim);
            }
        }
        for (var vehicle : firm.vehicles()) {
            assertThat(firm.house().staff().stream()
                            .filter(driver -> vehiclesOf(claims, driver.value()).contains(vehicle)))
                    .hasSizeLessThan(2);
        }
    }

    /** How much longer whoever was taken drives. */
    Duration added(List<Claimed> now, UUID order) {
        var driver = now.stream()
                .filter(claim -> claim.order().equals(order) && claim.kind() == Kind.STAFF)
                .findFirst()
                .orElseThrow()
                .subject();
        var before = now.stream().filter(claim -> !claim.order().equals(order)).toList();
        return driven(works(now, driver)).minus(driven(works(before, driver)));
    }

    private Optional<Duration> added(List<Claimed> claims, UUID driver, Work work) {
        var before = works(claims, driver);
        var after = new ArrayList<>(before);
        after.add(work);
        after.sort(Comparator.comparing(Work::from));
        return isDrivable(after) ? Optional.of(driven(after).minus(driven(before))) : Optional.empty();
    }

    private boolean isDrivable(List<Work> day) {
        var at = PLACE;
        var now = NINE;
        for (var work : day) {
            now = now.plus(travel.between(at, work.at()));
            if (now.isAfter(work.from())) {
                return false;
            }
            now = work.to();
            at = work.end();
        }
        return !now.plus(travel.between(at, PLACE)).isAfter(SIX);
    }

    private Duration driven(List<Work> day) {
        var at = PLACE;
        var sum = Duration.ZERO;
        for (var work : day) {
            sum = sum.plus(travel.between(at, work.at()));
            at = work.end();
        }
        return sum.plus(travel.between(at, PLACE));
    }

    private static List<Work> works(List<Claimed> claims, UUID driver) {
        return theirs(claims, driver).stream()
                .map(claim -> new Work(
                        claim.during().start().plus(claim.way()), claim.during().end(), begin(claim), end(claim)))
                .toList();
    }

    private static List<Claimed> theirs(List<Claimed> claims, UUID driver) {
        return claims.stream()
                .filter(claim -> claim.subject().equals(driver))
                .sorted(Comparator.comparing(claim -> claim.during().end()))
                .toList();
    }

    private static Point begin(Claimed claim) {
        var at = claim.at();
        return at == null ? PLACE : at;
    }

    private static Point end(Claimed claim) {
        var to = claim.to();
        return to == null ? begin(claim) : to;
    }
}
