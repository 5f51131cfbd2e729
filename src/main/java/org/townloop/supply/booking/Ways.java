package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.base.kernel.Point;

/** Ways that were learned from a server, and of the others the distance with a detour, at a usual speed. */
@Component
class Ways implements Travel {

    private record Way(Point from, Point to) {}

    private record Known(Duration time, long metres, Instant since) {}

    private final TravelSettings settings;
    private final RouteServer server;
    private final TravelCounts counts;
    private final Clock clock;
    private final Map<Way, Known> known;

    Ways(TravelSettings settings, RouteServer server, TravelCounts counts, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.counts = counts;
        this.clock = clock;
        this.known = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Way, Known> eldest) {
                return size() > settings.mostKept();
            }
        };
    }

    @Override
    public Duration between(Point from, Point to) {
        if (from.equals(to)) {
            return Duration.ZERO;
        }
        var learned = server == RouteServer.NONE ? null : known(new Way(from, to));
        if (learned != null) {
            return learned.time();
        }
        if (server != RouteServer.NONE) {
            counts.fellBack();
        }
        return byDistance(from, to);
    }

    @Override
    public long metres(Point from, Point to) {
        if (from.equals(to)) {
            return 0;
        }
        var learned = server == RouteServer.NONE ? null : known(new Way(from, to));
        return learned == null ? metresByDistance(from, to) : learned.metres();
    }

    @Override
    public void learn(Collection<Point> points) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a server is never waited for within a transaction");
        }
        var asked = points.stream().distinct().limit(settings.mostPoints()).toList();
        if (server != RouteServer.NONE && asked.size() > 1 && !isKnown(asked)) {
            server.table(asked).ifPresentOrElse(table -> keep(asked, table), counts::unanswered);
        }
    }

    private Duration byDistance(Point from, Point to) {
        var hours = from.metresTo(to) * settings.detour() / 1_000 / settings.kilometresPerHour();
        return Duration.ofMinutes((long) Math.ceil(hours * 60));
    }

    private long metresByDistance(Point from, Point to) {
        return (long) Math.ceil(from.metresTo(to) * settings.detour());
    }

    /** Where there is no street, somebody walks. */
    private Duration time(Way way, long minutes) {
        return minutes < 0 ? byDistance(way.from(), way.to()) : Duration.ofMinutes(minutes);
    }

    private long length(Way way, long metres) {
        return metres < 0 ? metresByDistance(way.from(), way.to()) : metres;
    }

    private synchronized @Nullable Known known(Way way) {
        var found = known.get(way);
        if (found != null && found.since().plus(settings.keptFor()).isBefore(clock.instant())) {
            known.remove(way);
            return null;
        }
        return found;
    }

    private synchronized boolean isKnown(List<Point> points) {
        return points.stream()
                .allMatch(from -> points.stream().allMatch(to -> from.equals(to) || known(new Way(from, to)) != null));
    }

    private synchronized void keep(List<Point> points, RouteServer.Table table) {
        counts.answered();
        var now = clock.instant();
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < points.size(); j++) {
                var way = new Way(points.get(i), points.get(j));
                if (i != j) {
                    known.put(way, new Known(time(way, table.minutes()[i][j]), length(way, table.metres()[i][j]), now));
                }
            }
        }
    }
}
