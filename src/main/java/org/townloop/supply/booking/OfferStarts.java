package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.Packs;

/** Gives the starts of offers; those that are not kept are read, all at once. */
@Component
class OfferStarts {

    private final KeptStarts kept;
    private final FreeTimes freeTimes;
    private final Packs packs;

    OfferStarts(KeptStarts kept, FreeTimes freeTimes, Packs packs) {
        this.kept = kept;
        this.freeTimes = freeTimes;
        this.packs = packs;
    }

    int number(OfferId id) {
        return kept.number(id);
    }

    /** In the order of the numbers; {@link Starts#NONE} for what cannot be had. */
    Starts[] of(int[] numbers, Instant now) {
        var all = kept.all();
        var second = now.getEpochSecond();
        var found = new Starts[numbers.length];
        int missing = 0;
        for (int i = 0; i < numbers.length; i++) {
            var starts = numbers[i] < all.length ? all[numbers[i]] : null;
            if (starts != null && starts.isOfToday(second)) {
                found[i] = starts;
            } else {
                missing++;
            }
        }
        if (missing > 0) {
            read(numbers, found, missing, now);
        }
        return found;
    }

    private void read(int[] numbers, @Nullable Starts[] found, int missing, Instant now) {
        var began = kept.moment();
        var ids = new HashMap<Integer, OfferId>(missing * 2);
        for (int i = 0; i < numbers.length; i++) {
            if (found[i] == null) {
                ids.put(numbers[i], kept.id(numbers[i]));
            }
        }
        var fresh = read(ids, began, now);
        for (int i = 0; i < numbers.length; i++) {
            if (found[i] == null) {
                found[i] = Objects.requireNonNull(fresh.get(numbers[i]));
            }
        }
    }

    /** The place is noted before its bits are read, so that what happens there meanwhile is not missed. */
    private Map<Integer, Starts> read(Map<Integer, OfferId> ids, long began, Instant now) {
        var offers = freeTimes.offers(ids.values());
        ids.forEach((number, id) -> {
            var offer = offers.get(id);
            if (offer != null) {
                kept.isAt(offer.place(), number);
            }
        });
        var places = freeTimes.of(places(offers.values()));
        var fresh = new HashMap<Integer, Starts>(ids.size() * 2);
        ids.forEach((number, id) -> {
            var offer = offers.get(id);
            var bits = offer == null || !offer.active() ? null : places.get(offer.place());
            var starts = offer == null || bits == null ? Starts.NONE : new Starts(offer, bits, mode(offer), now);
            fresh.put(number, starts);
            if (offer != null) {
                kept.keep(number, starts, began);
            }
        });
        return fresh;
    }

    private static Set<PlaceId> places(Collection<Offer> offers) {
        return offers.stream().filter(Offer::active).map(Offer::place).collect(Collectors.toSet());
    }

    Mode mode(Offer offer) {
        return packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
    }
}
