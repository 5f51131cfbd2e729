package org.townloop.supply.booking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.townloop.supply.booking.ModesModel.Kept;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/** Whether two things can be had at once: every choice for the first is tried with the second. Slow, and exact. */
record ModesPairs(ModesModel model) {

    /** Whether both can be had, by whichever of those who would do: all of them are tried. */
    boolean fitBoth(Offer one, Wish its, Offer other, Wish theirs) {
        return model.fits(one, its, null)
                && choices(one, its).stream().anyMatch(subjects -> {
                    var taken = new Kept(new UUID(0, 0), one, its, subjects, null);
                    model.kept().add(taken);
                    var fit = model.fits(other, theirs, null);
                    model.kept().remove(taken);
                    return fit;
                });
    }

    /** Whom and what it could take; more than it needs does no harm, for less is tried too. */
    private List<Set<UUID>> choices(Offer offer, Wish wish) {
        var others = model.kept().stream().filter(model::isLive).toList();
        var things = model.freeThings(offer, wish, others);
        return switch (offer.arrangement()) {
            case Appointment _ -> {
                var staff = subsets(model.freeStaff(offer, wish, others).stream()
                        .map(StaffId::value)
                        .toList());
                var chairs = offer.resourceKind() == null ? List.of(Set.<UUID>of()) : subsets(ids(things));
                yield staff.stream()
                        .filter(some -> some.size() == wish.quantity())
                        .flatMap(some -> chairs.stream()
                                .filter(each -> offer.resourceKind() == null || each.size() == wish.quantity())
                                .map(each -> union(some, each)))
                        .toList();
            }
            case Table _ ->
                subsets(ids(things)).stream()
                        .filter(some -> Thing.isSeated(
                                wish.quantity(),
                                things.stream()
                                        .filter(thing -> some.contains(thing.id()))
                                        .toList()))
                        .toList();
            case Session _ -> List.of(offer.staff().stream().map(StaffId::value).collect(Collectors.toSet()));
            case WalkIn _, Stay _ -> List.of(Set.of());
            case HomeVisit _, Ride _, Ad _, ByQuote _, Online _, Stored _, Article _ ->
                throw new IllegalArgumentException("not of this model");
        };
    }

    private static List<UUID> ids(List<Thing> things) {
        return things.stream().map(Thing::id).toList();
    }

    private static Set<UUID> union(Set<UUID> one, Set<UUID> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static List<Set<UUID>> subsets(List<UUID> all) {
        return IntStream.range(0, 1 << all.size())
                .mapToObj(chosen -> IntStream.range(0, all.size())
                        .filter(i -> (chosen & 1 << i) != 0)
                        .mapToObj(all::get)
                        .collect(Collectors.toSet()))
                .toList();
    }
}
