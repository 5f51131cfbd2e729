package org.townloop.supply.booking;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Table;

/**
 * Part of a request: one member of staff, one resource, or the tables of a party.
 *
 * @param free who or what could serve it
 */
record Want(HoldRequest request, Claimed.Kind kind, List<Subject> free, Assignment.Need need) {

    /** All that a request at the place wants. */
    static Stream<Want> of(HoldRequest request, Choice choice) {
        if (request.offer().arrangement() instanceof Table) {
            var free = choice.free(request, Claimed.Kind.RESOURCE);
            var ways = Seating.ways(free, request.quantity()).stream()
                    .map(tables -> tables.stream().map(Subject::id).toList())
                    .toList();
            return Stream.of(
                    new Want(request, Claimed.Kind.RESOURCE, free, new Assignment.Need(request.during(), ways)));
        }
        var staff = each(request, Claimed.Kind.STAFF, choice.free(request, Claimed.Kind.STAFF));
        return request.offer().resourceKind() == null
                ? staff
                : Stream.concat(
                        staff, each(request, Claimed.Kind.RESOURCE, choice.free(request, Claimed.Kind.RESOURCE)));
    }

    /** One of them for each unit. */
    private static Stream<Want> each(HoldRequest request, Claimed.Kind kind, List<Subject> free) {
        var ways = free.stream().map(subject -> List.of(subject.id())).toList();
        var want = new Want(request, kind, free, new Assignment.Need(request.during(), ways));
        return Collections.nCopies(request.quantity(), want).stream();
    }

    List<Subject> subjects(List<UUID> way) {
        return free.stream().filter(subject -> way.contains(subject.id())).toList();
    }
}
