package org.townloop.loop.voucher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scan and the verdict on it, as they are kept.
 *
 * @param sequence of an offline scan, null otherwise
 * @param scannedAt by the device's own clock, null if it did not say
 * @param skew our clock less the device's, null if it is not known
 * @param tokenHash by which its token is known again, null if the token is not there any more
 */
public record JudgedScan(
        ScanAnswer answer,
        boolean offline,
        @Nullable Long sequence,
        @Nullable Instant scannedAt,
        @Nullable Duration skew,
        int units,
        @Nullable UUID staff,
        @Nullable String tokenHash) {

    /** The fields of all of them, column by column, between other parameters. */
    static Object[] columns(
            List<JudgedScan> scans, List<? extends @Nullable Object> before, List<? extends @Nullable Object> after) {
        var columns = new ArrayList<@Nullable Object>(before);
        columns.add(texts(scans, scan -> scan.answer.nonce()));
        columns.add(texts(scans, scan -> id(scan.answer.voucher())));
        columns.add(texts(scans, scan -> scan.answer.outcome().name()));
        columns.add(texts(scans, scan -> scan.answer.redeemedAt()));
        columns.add(texts(scans, JudgedScan::offline));
        columns.add(texts(scans, JudgedScan::sequence));
        columns.add(texts(scans, JudgedScan::scannedAt));
        columns.add(texts(scans, scan -> scan.skew == null ? null : scan.skew.toMillis()));
        columns.add(texts(scans, JudgedScan::units));
        columns.add(texts(scans, scan -> scan.answer.unitsLeft()));
        columns.add(texts(scans, JudgedScan::staff));
        columns.add(texts(
                scans,
                scan -> scan.answer.first() == null ? null : scan.answer.first().at()));
        columns.add(texts(
                scans,
                scan -> scan.answer.first() == null ? null : scan.answer.first().counter()));
        columns.add(texts(scans, JudgedScan::tokenHash));
        columns.addAll(after);
        return columns.toArray();
    }

    private static @Nullable UUID id(@Nullable VoucherId voucher) {
        return voucher == null ? null : voucher.value();
    }

    private static String[] texts(List<JudgedScan> scans, Function<JudgedScan, @Nullable Object> field) {
        return scans.stream()
                .map(field)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
