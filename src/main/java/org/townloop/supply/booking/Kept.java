package org.townloop.supply.booking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read once and is kept until it is to be forgotten. What was being read while it was to be forgotten may be
 * stale: it is given to whoever asked before, and not kept.
 */
final class Kept<K, V> {

    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final Map<K, Long> forgottenAt = new ConcurrentHashMap<>();
    private final AtomicLong moment = new AtomicLong();
    private volatile long allForgottenAt;

    /**
     * The values of those keys that have one.
     *
     * @param read reads all that are missing at once
     */
    Map<K, V> get(Collection<K> keys, Predicate<V> isStillGood, Function<Set<K>, Map<K, V>> read) {
        var found = new HashMap<K, V>(keys.size() * 2);
        var missing = new HashSet<K>();
        for (var key : keys) {
            var value = values.get(key);
            if (value != null && isStillGood.test(value)) {
                found.put(key, value);
            } else {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            var began = moment.get();
            var fresh = read.apply(missing);
            fresh.forEach((key, value) -> keep(key, value, began));
            found.putAll(fresh);
        }
        return found;
    }

    void forget(K key) {
        values.compute(key, (same, old) -> {
            forgottenAt.put(key, moment.incrementAndGet());
            return null;
        });
    }

    /** The moment first: what is kept after the values were cleared has seen it. */
    void forgetAll() {
        allForgottenAt = moment.incrementAndGet();
        values.clear();
    }

    private void keep(K key, V value, long began) {
        values.compute(key, (same, old) -> isForgottenSince(key, began) ? old : value);
    }

    private boolean isForgottenSince(K key, long began) {
        return allForgottenAt > began || forgottenAt.getOrDefault(key, 0L) > began;
    }
}
