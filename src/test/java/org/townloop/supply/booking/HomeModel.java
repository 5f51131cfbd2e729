package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Point;
import org.townloop.supply.TestCleaners;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;

/**
 * A day at which people go from home to home, slow and exact: every team and every start is tried, and each day that comes
 * of it is walked through from nine to six, step by step. It shares the travel times with what it judges, and nothing else.
 */
record HomeModel(Travel travel) {

    private static final Point PLACE = new Point(30.27, 119.72);
    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant SIX = Instant.parse("2026-11-28T10:00:00Z");

    /** Work somewhere. */
    record Work(Instant from, Instant to, Point at) {}

    /** How much longer everybody travels at best; empty if nobody can come. */
    Optional<Duration> best(List<Claimed> claims, TestCleaners firm, Offer offer, Instant window, Point door) {
        var visit = (HomeVisit) offer.arrangement();
        var staff = firm.house().staff().stream().map(person -> person.value()).toList();
        Optional<Duration> best = Optional.empty();
        for (var start = window; !start.isAfter(window.plus(visit.window())); start = start.plusSeconds(300)) {
            var work = new Work(start, start.plus(offer.occupied()), door);
            for (var team : teams(staff, visit.team())) {
                var added = added(claims, team, work);
                if (added.isPresent() && (best.isEmpty() || added.get().compareTo(best.get()) < 0)) {
                    best = added;
                }
            }
        }
        return best;
    }

    /** How much longer those who were taken travel than they would without it. */
    Duration added(List<Claimed> now, List<Claimed> held) {
        var order = held.getFirst().order();
        return held.stream()
                .map(Claimed::subject)
                .map(person -> travelled(works(now, person))
                        .minus(travelled(works(
                                now.stream()
                                        .filter(claim -> !claim.order().equals(order))
                                        .toList(),
                                person))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Everybody is everywhere in time, and what is claimed of them covers the way there exactly. */
    void assertReachable(Calendar calendar, TestCleaners firm, Instant day) {
        var claims = calendar.day(firm.house().place(), LocalDate.ofInstant(day, ZoneId.of("Asia/Shanghai")));
        for (var person : claims.stream().map(Claimed::subject).collect(Collectors.toSet())) {
            assertThat(isWalkable(works(claims, person))).isTrue();
            var at = PLACE;
            var theirs = claims.stream()
                    .filter(claim -> claim.subject().equals(person))
                    .sorted(Comparator.comparing(claim -> claim.during().start()))
                    .toList();
            for (var claim : theirs) {
                assertThat(claim.way()).isEqualTo(travel.between(at, at(claim)));
                at = at(claim);
            }
        }
    }

    private Optional<Duration> added(List<Claimed> claims, Set<UUID> team, Work work) {
        var added = Duration.ZERO;
        for (var person : team) {
            var before = works(claims, person);
            var after = new ArrayList<>(before);
            after.add(work);
            after.sort(Comparator.comparing(Work::from));
            if (!isWalkable(after)) {
                return Optional.empty();
            }
            added = added.plus(travelled(after)).minus(travelled(before));
        }
        return Optional.of(added);
    }

    private boolean isWalkable(List<Work> day) {
        var at = PLACE;
        var now = NINE;
        for (var work : day) {
            now = now.plus(travel.between(at, work.at()));
            if (now.isAfter(work.from())) {
                return false;
            }
            now = work.to();
            at = work.at();
        }
        return !now.plus(travel.between(at, PLACE)).isAfter(SIX);
    }

    private Duration travelled(List<Work> day) {
        var at = PLACE;
        var sum = Duration.ZERO;
        for (var work : day) {
            sum = sum.plus(travel.between(at, work.at()));
            at = work.at();
        }
        return sum.plus(travel.between(at, PLACE));
    }

    private static List<Work> works(List<Claimed> claims, UUID person) {
        return claims.stream()
                .filter(claim -> claim.subject().equals(person))
                .map(claim -> new Work(
                        claim.during().start().plus(claim.way()), claim.during().end(), at(claim)))
                .sorted(Comparator.comparing(Work::from))
                .toList();
    }

    private static Point at(Claimed claim) {
        var at = claim.at();
        return at == null ? PLACE : at;
    }

    private static List<Set<UUID>> teams(List<UUID> staff, int size) {
        var teams = new ArrayList<Set<UUID>>();
        for (int picked = 0; picked < 1 << staff.size(); picked++) {
            if (Integer.bitCount(picked) == size) {
                var team = new HashSet<UUID>();
                for (int i = 0; i < staff.size(); i++) {
                    if ((picked >> i & 1) == 1) {
                        team.add(staff.get(i));
                    }
                }
                teams.add(team);
            }
        }
        return teams;
    }
}
