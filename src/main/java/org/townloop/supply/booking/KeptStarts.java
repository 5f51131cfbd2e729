package org.townloop.supply.booking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * The starts of offers, by number: who asks about very many looks nothing up. They are kept until they are to be
 * forgotten; what was being read while it was to be forgotten is not kept.
 */
@Component
class KeptStarts {

    private static final int FIRST_SIZE = 1024;

    private final Map<OfferId, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<PlaceId, BitSet> ofPlaces = new HashMap<>();
    private volatile @Nullable Starts[] kept = new Starts[FIRST_SIZE];
    private OfferId[] ids = new OfferId[FIRST_SIZE];
    private long[] forgottenAt = new long[FIRST_SIZE];
    private int count;
    private long moment;

    /** The offer's number in this process, from 0 on. */
    int number(OfferId id) {
        var number = numbers.get(id);
        return number != null ? number : numbers.computeIfAbsent(id, this::next);
    }

    private synchronized int next(OfferId id) {
        if (count == ids.length) {
            kept = Arrays.copyOf(kept, count * 2);
            ids = Arrays.copyOf(ids, count * 2);
            forgottenAt = Arrays.copyOf(forgottenAt, count * 2);
        }
        ids[count] = id;
        return count++;
    }

    synchronized OfferId id(int number) {
        return ids[number];
    }

    /** By number, null where none are kept; not to be written to, and not to be held on to. */
    @Nullable
    Starts[] all() {
        return kept;
    }

    synchronized long moment() {
        return moment;
    }

    /** From now on what happens at the place concerns that offer. */
    synchronized void isAt(PlaceId place, int number) {
        ofPlaces.computeIfAbsent(place, each -> new BitSet()).set(number);
    }

    /** @param began the moment before anything of it was read */
    synchronized void keep(int number, Starts starts, long began) {
        if (forgottenAt[number] <= began) {
            kept[number] = starts;
        }
    }

    synchronized void forget(OfferId id) {
        var number = numbers.get(id);
        if (number != null) {
            forget(number, ++moment);
        }
    }

    synchronized void forget(PlaceId place) {
        var now = ++moment;
        var here = ofPlaces.get(place);
        if (here != null) {
            here.stream().forEach(number -> forget(number, now));
        }
    }

    synchronized void forgetAll() {
        var now = ++moment;
        for (int number = 0; number < count; number++) {
            forget(number, now);
        }
    }

    private void forget(int number, long now) {
        kept[number] = null;
        forgottenAt[number] = now;
    }
}
