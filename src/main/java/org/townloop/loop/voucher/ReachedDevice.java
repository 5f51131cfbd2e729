package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a device said when it reached us. A claim that is further on than a device can have come is noted as the furthest
 * that it can: it is forged, or more is lost than we believe, and either is to be seen.
 *
 * @param numbers those that came now, and never before
 * @param claimed the highest number that it says it used, 0 for none
 * @param skew our clock less its own, null if it did not say what time it is
 */
public record ReachedDevice(
        DeviceId id,
        Collection<Long> numbers,
        long claimed,
        @Nullable Duration skew) {

    /** In the order in which the statement wants them. */
    static Object[] columns(List<ReachedDevice> reached, Instant now) {
        return new Object[] {
            Timestamp.from(now),
            Device.LONGEST_STEP,
            Device.LONGEST_STEP,
            reached.stream()
                    .flatMap(each -> each.numbers.stream().map(number -> each.id.value()))
                    .toArray(UUID[]::new),
            reached.stream().flatMap(each -> each.numbers.stream()).toArray(Long[]::new),
            reached.stream().map(each -> each.id.region().number()).toArray(Integer[]::new),
            reached.stream().map(each -> each.id.value()).toArray(UUID[]::new),
            longs(reached, ReachedDevice::highest),
            longs(reached, each -> (long) each.numbers.size()),
            longs(reached, ReachedDevice::claimed),
            longs(reached, each -> each.skew == null ? null : each.skew.toMillis())
        };
    }

    private long highest() {
        return numbers.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static @Nullable Long[] longs(List<ReachedDevice> reached, Function<ReachedDevice, @Nullable Long> of) {
        return reached.stream().map(of).toArray(Long[]::new);
    }
}
