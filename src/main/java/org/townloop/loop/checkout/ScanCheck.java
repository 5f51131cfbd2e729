package org.townloop.loop.checkout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;

/** Whether a request for redemptions can be read at all; what is wrong with it is named by its field. */
final class ScanCheck {

    static final int MOST = 100;

    private static final int MOST_UNITS = 100;
    private static final int LONGEST_NONCE = 100;
    private static final int LONGEST_MOMENT = 40;

    private ScanCheck() {}

    static Optional<Refusal> of(List<Scan> items, boolean byDevice) {
        if (items.isEmpty()) {
            return Optional.of(Refusal.of(CheckoutReason.SCANS_MISSING, "items"));
        }
        if (items.size() > MOST) {
            return Optional.of(Refusal.of(CheckoutReason.SCANS_TOO_MANY, "items", Map.of("max", MOST)));
        }
        for (int i = 0; i < items.size(); i++) {
            var wrong = of(items.get(i), "items[" + i + "].", byDevice);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    /** The time that a device names, if it is one. */
    static Optional<Instant> moment(String text) {
        try {
            return text.length() > LONGEST_MOMENT
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant()).filter(ScanCheck::isInCalendar);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Refusal> of(Scan item, String at, boolean byDevice) {
        if (item.token().isBlank()) {
            return wrong(CheckoutReason.TOKEN_MISSING, at + "token", 0);
        }
        if (item.nonce().isBlank()
                || item.nonce().length() > LONGEST_NONCE
                || item.nonce().indexOf(0) >= 0) {
            return wrong(CheckoutReason.NONCE_INVALID, at + "nonce", LONGEST_NONCE);
        }
        if (item.units() < 1 || item.units() > MOST_UNITS) {
            return wrong(CheckoutReason.UNITS_INVALID, at + "units", MOST_UNITS);
        }
        var offline = item.offline();
        if (offline == null) {
            return Optional.empty();
        }
        if (!byDevice) {
            return wrong(CheckoutReason.OFFLINE_NOT_ENROLLED, at + "offline", 0);
        }
        if (moment(offline.scannedAt()).isEmpty()) {
            return wrong(CheckoutReason.SCANNED_AT_INVALID, at + "scannedAt", 0);
        }
        return offline.sequence() < 1 ? wrong(CheckoutReason.SEQUENCE_INVALID, at + "sequence", 0) : Optional.empty();
    }

    /** Within the years that the tables and the pages know. */
    private static boolean isInCalendar(Instant moment) {
        return moment.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
                && moment.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
    }

    private static Optional<Refusal> wrong(Reason reason, String field, int max) {
        return Optional.of(max == 0 ? Refusal.of(reason, field) : Refusal.of(reason, field, Map.of("max", max)));
    }
}
