package org.townloop.supply.booking;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read once and is kept until it is to be forgotten, or until there is too much of it: then those make room that nobody
 * has asked for the longest. What was being read while it was to be forgotten may be stale: it is given to whoever asked
 * before, and not kept.
 */
final class Kept<K, V> {

    private static final class Entry<V> {
        final V value;
        volatile long askedAt;

        Entry(V value, long askedAt) {
            this.value = value;
            this.askedAt = askedAt;
        }
    }

    private final int most;
    private final Map<K, Entry<V>> values = new ConcurrentHashMap<>();
    private final Map<K, Long> forgottenAt = new ConcurrentHashMap<>();
    private final AtomicLong moment = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private volatile long allForgottenAt;

    /** @param most that are kept, at least 1 */
    Kept(int most) {
        this.most = most;
    }

    /**
     * The values of those keys that have one.
     *
     * @param read reads all that are missing at once
     */
    Map<K, V> get(Collection<K> keys, Predicate<V> isStillGood, Function<Set<K>, Map<K, V>> read) {
        var found = new HashMap<K, V>(keys.size() * 2);
        var missing = new HashSet<K>();
        var now = asked.incrementAndGet();
        for (var key : keys) {
            var entry = values.get(key);
            if (entry != null && isStillGood.test(entry.value)) {
                entry.askedAt = now;
                found.put(key, entry.value);
            } else {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            var began = moment.get();
            var fresh = read.apply(missing);
            fresh.forEach((key, value) -> keep(key, new Entry<>(value, now), began));
            found.putAll(fresh);
            makeRoom();
        }
        return found;
    }

    void forget(K key) {
        values.compute(key, (same, old) -> {
            forgottenAt.put(key, moment.incrementAndGet());
            return null;
        });
        if (forgottenAt.size() > most) {
            forgetWhatWasForgotten();
        }
    }

    /** The moment first: what is kept after the values were cleared has seen it. */
    void forgetAll() {
        allForgottenAt = moment.incrementAndGet();
        values.clear();
    }

    /** How many are kept. */
    int size() {
        return values.size();
    }

    /** The moment first, here too: whatever is being read is not kept, whether it was forgotten or not. */
    private void forgetWhatWasForgotten() {
        allForgottenAt = moment.incrementAndGet();
        forgottenAt.clear();
    }

    /** A quarter at a time, so that it is not looked for one by one. */
    private void makeRoom() {
        if (values.size() <= most) {
            return;
        }
        synchronized (asked) {
            values.entrySet().stream()
                    .map(each -> Map.entry(each.getKey(), each.getValue().askedAt))
                    .sorted(Comparator.comparingLong(Map.Entry::getValue))
                    .limit(Math.max(0, values.size() - most + most / 4))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(values::remove);
        }
    }

    private void keep(K key, Entry<V> entry, long began) {
        values.compute(key, (same, old) -> isForgottenSince(key, began) ? old : entry);
    }

    private boolean isForgottenSince(K key, long began) {
        return allForgottenAt > began || forgottenAt.getOrDefault(key, 0L) > began;
    }
}
