package org.townloop.supply.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.booking.Assignment.Need;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/** Whether a place has the people and things for several services at certain times, and who would do them. */
final class ServedTogether implements PlanSearch.Serving {

    private record At(int service, int mark) {}

    private final PlaceBits bits;
    private final List<Offer> offers;
    private final Travel travel;
    private final Instant now;
    private final Map<At, List<Need>> needs = new HashMap<>();
    private List<HoldRequest> requests = List.of();
    private List<Claimed> claimed = List.of();

    ServedTogether(PlaceBits bits, List<Offer> offers, Travel travel, Instant now) {
        this.bits = bits;
        this.offers = offers;
        this.travel = travel;
        this.now = now;
    }

    @Override
    public boolean isPossible(int[] begins) {
        var all = new ArrayList<Need>();
        for (int service = 0; service < begins.length; service++) {
            if (begins[service] != PlanSearch.OPEN) {
                all.addAll(needs.computeIfAbsent(new At(service, begins[service]), this::needs));
            }
        }
        return Assignment.of(all).isPresent();
    }

    /** Asked of what a hold asks: it would be given now. */
    @Override
    public boolean isHeld(int[] begins) {
        var inTime = requests(begins);
        var here = Map.<PlaceId, Roster>of(bits.roster().place(), bits.roster());
        var around = HoldSpan.days(inTime, here);
        var taken = bits.taken(around);
        var chosen = Choosing.choose(
                inTime, () -> Choosing.among(here, taken, around, List.of(), travel, now), HoldRequest::expiresAt);
        if (chosen.outcome() instanceof Outcome.Done<List<Claimed>>(var served)) {
            requests = inTime;
            claimed = served;
            return true;
        }
        return false;
    }

    /** What would be held, as it was when {@link #isHeld} last said yes. */
    Plan plan() {
        return new Plan(requests.stream().map(this::piece).toList());
    }

    private Plan.Piece piece(HoldRequest request) {
        return new Plan.Piece(
                request.offer(),
                request.start(),
                request.start().plus(request.offer().duration()),
                claimed.stream()
                        .filter(claim -> claim.order().equals(request.order()))
                        .filter(claim -> claim.kind() == Claimed.Kind.STAFF)
                        .map(claim -> new StaffId(claim.subject()))
                        .toList());
    }

    private List<HoldRequest> requests(int[] begins) {
        return IntStream.range(0, begins.length)
                .boxed()
                .sorted(Comparator.comparing(service -> begins[service]))
                .map(service -> request(offers.get(service), bits.timeline().at(begins[service])))
                .toList();
    }

    private HoldRequest request(Offer offer, Instant start) {
        return new HoldRequest(Ids.next(offer.region(), now), 1, offer, Wish.at(start, 1), now);
    }

    private List<Need> needs(At at) {
        var offer = offers.get(at.service());
        var from = at.mark() - Timeline.marks(offer.bufferBefore());
        var to = from + Timeline.marks(offer.occupied());
        var staff = need(bits.roster().staffFor(offer), from, to);
        return offer.resourceKind() == null
                ? List.of(staff)
                : List.of(staff, need(bits.roster().resourcesFor(offer), from, to));
    }

    private Need need(List<Subject> able, int from, int to) {
        var ways = bits.free(able, from, to).stream().map(List::<UUID>of).toList();
        return new Need(new TimeSpan(bits.timeline().at(from), bits.timeline().at(to)), ways);
    }
}
