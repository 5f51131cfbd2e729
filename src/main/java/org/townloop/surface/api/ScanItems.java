package org.townloop.surface.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Scan;
import org.townloop.surface.page.RequestReason;

/** Reads the scans of a request; what is wrong with their values is said by those who judge them. */
final class ScanItems {

    private ScanItems() {}

    static List<Scan> scans(@Nullable List<RedemptionsApi.@Nullable Item> items) {
        var scans = new ArrayList<Scan>();
        for (var item : items == null ? List.<RedemptionsApi.@Nullable Item>of() : items) {
            if (item == null) {
                throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "items[" + scans.size() + "]"));
            }
            scans.add(scan(item));
        }
        return scans;
    }

    private static Scan scan(RedemptionsApi.Item item) {
        var offline = Boolean.TRUE.equals(item.offline())
                ? new Scan.Offline(
                        Objects.requireNonNullElse(item.scannedAt(), ""),
                        Objects.requireNonNullElse(item.sequence(), 0L),
                        Objects.requireNonNullElse(item.signature(), ""))
                : null;
        return new Scan(
                Objects.requireNonNullElse(item.token(), ""),
                Objects.requireNonNullElse(item.nonce(), ""),
                Objects.requireNonNullElse(item.units(), 1),
                item.staffId(),
                offline);
    }
}
