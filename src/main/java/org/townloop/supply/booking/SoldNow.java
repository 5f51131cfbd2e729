package org.townloop.supply.booking;

import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/**
 * Offers as they are sold while the calendars of their places are locked. Whoever writes an offer locks the calendar too,
 * and looks at all that is booked ahead: what was read before the lock may have been called off in between, and nobody
 * would be told.
 */
@Component
class SoldNow {

    private final Offers offers;

    SoldNow(Offers offers) {
        this.offers = offers;
    }

    /**
     * The requests as they are sold now, for what is sold for the first time.
     *
     * @throws OptimisticLockingFailureException if an offer was written since it was read: the price, too, may be another
     */
    List<HoldRequest> unchanged(List<HoldRequest> requests) {
        var unchanged = thoseUnchanged(requests);
        if (unchanged.size() < requests.size()) {
            throw new OptimisticLockingFailureException("an offer was written meanwhile");
        }
        return unchanged;
    }

    /** Without those whose offer was written since it was read: the price, too, may be another. */
    List<HoldRequest> thoseUnchanged(List<HoldRequest> requests) {
        var now = now(requests);
        return requests.stream()
                .filter(request ->
                        soldNow(request, now).version() == request.offer().version())
                .map(request -> {
                    var sold = soldNow(request, now);
                    return sold.active() ? request : request.of(request.offer().soldLike(sold));
                })
                .toList();
    }

    /** What was sold under an earlier version is had with the people and on the days of the one that is sold now. */
    List<HoldRequest> like(List<HoldRequest> requests) {
        var now = now(requests);
        return requests.stream()
                .map(request -> request.of(request.offer().soldLike(soldNow(request, now))))
                .toList();
    }

    private Map<OfferId, Offer> now(List<HoldRequest> requests) {
        return offers.get(requests.stream()
                .map(request -> request.offer().id())
                .distinct()
                .toList());
    }

    private static Offer soldNow(HoldRequest request, Map<OfferId, Offer> now) {
        var sold = now.get(request.offer().id());
        if (sold == null) {
            throw new IllegalStateException("no offer " + request.offer().id());
        }
        return sold;
    }
}
