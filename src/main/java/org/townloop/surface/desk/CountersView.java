package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a place.
 *
 * @param came what became of a scan that was counted, null if none was
 */
record CountersView(
        Desk desk,
        List<DeviceRow> devices,
        List<ConflictRow> conflicts,
        List<HeldRow> held,
        @Nullable String came) {

    /** What may happen, each with its answer in the messages. */
    static final List<String> QUESTIONS =
            List.of("offline", "twice", "cancelled", "expired", "lost", "gap", "clock", "three-days");

    /**
     * A device.
     *
     * @param tone of how long ago it reached us: good, wait or bad
     * @param missing how many of its scans did not arrive
     * @param gap the same in words, which count no further than a merchant can; null if none is missing
     * @param overflowed whether it sent more after it was revoked than is kept
     * @param skew in words, if its clock is wrong
     * @param revoked when, if it was
     */
    record DeviceRow(
            String id,
            String name,
            String since,
            String synced,
            String tone,
            long missing,
            @Nullable String gap,
            boolean overflowed,
            @Nullable String skew,
            @Nullable String revoked) {}

    /**
     * A scan that was served and is not paid.
     *
     * @param first where and when the one was that counts, or that it was called off
     */
    record ConflictRow(String device, String nonce, String who, String what, String worth, String here, String first) {}

    /** A scan of a device that was reported lost. */
    record HeldRow(String device, String nonce, String who, String what, String worth, String here) {}

    boolean anyActive() {
        return devices.stream().anyMatch(device -> device.revoked() == null);
    }
}
