package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.KeptRosters.MadeOf;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Rosters of many places at once. For who holds they hardly ever change: they are kept in memory beside the version they were
 * read with, which every writer of theirs changes in its own transaction, and which is read anew each time. What a calendar
 * elsewhere says is read each time, too.
 */
@Component
class Rosters {

    private final RosterReader reader;
    private final Places places;
    private final Regions regions;
    private final Calendars calendars;
    private final Absences absences;
    private final KeptRosters kept = new KeptRosters();

    Rosters(RosterReader reader, Places places, Regions regions, Calendars calendars, Absences absences) {
        this.reader = reader;
        this.places = places;
        this.regions = regions;
        this.calendars = calendars;
        this.absences = absences;
    }

    /**
     * As they stand in the tables at this moment or, of what is written while they are read, a moment later. Who decides by them
     * has locked the calendars: who changes a roster locks them, too, before looking at what is booked.
     *
     * @param now its local day is the first that can be booked
     */
    Map<PlaceId, Roster> read(Collection<PlaceId> ids, Instant now) {
        var madeOf =
                madeOf(ids, now); // before the tables: what is newer than its version is read again, not kept too long
        var rosters = kept.of(madeOf);
        var missing = new HashSet<>(ids);
        missing.removeAll(rosters.keySet());
        reader.read(timelines(missing, now)).forEach((id, roster) -> {
            var whole = roster.withClosedKnown();
            rosters.put(id, whole);
            var made = madeOf.get(id);
            if (made != null) {
                kept.keep(whole, made);
            }
        });
        return busyElsewhere(rosters);
    }

    /** From the tables, for who keeps them and is told of changes: days on which places are closed are read for all of them. */
    Map<PlaceId, Roster> readAnew(Collection<PlaceId> ids, Instant now) {
        return busyElsewhere(reader.read(timelines(ids, now)));
    }

    /** Those of the places that there are. */
    Map<PlaceId, Long> versions(Collection<PlaceId> ids) {
        return places.rosterVersions(ids);
    }

    private Map<PlaceId, MadeOf> madeOf(Collection<PlaceId> ids, Instant now) {
        var madeOf = new HashMap<PlaceId, MadeOf>();
        versions(ids)
                .forEach((id, version) ->
                        madeOf.put(id, new MadeOf(version, timeline(id, now), calendars.of(id.region()))));
        return madeOf;
    }

    private Map<PlaceId, Timeline> timelines(Collection<PlaceId> ids, Instant now) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> timeline(id, now), (one, same) -> one));
    }

    private Timeline timeline(PlaceId place, Instant now) {
        return Timeline.of(regions.get(place.region()).zone(), now);
    }

    private Map<PlaceId, Roster> busyElsewhere(Map<PlaceId, Roster> rosters) {
        if (rosters.isEmpty()) {
            return Map.of();
        }
        var from =
                hull(rosters.values().stream().map(Roster::timeline).toList()).start();
        var away = absences.of(rosters.keySet(), new TimeSpan(from, from.plus(Duration.ofDays(Roster.YEAR + 2L))));
        return rosters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().without(away)));
    }

    static TimeSpan hull(Collection<Timeline> timelines) {
        var spans = timelines.stream().map(Timeline::span).toList();
        return new TimeSpan(
                spans.stream().map(TimeSpan::start).min(Instant::compareTo).orElseThrow(),
                spans.stream().map(TimeSpan::end).max(Instant::compareTo).orElseThrow());
    }
}
