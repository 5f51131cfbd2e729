package org.townloop.surface.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of what was booked on a day, as the merchant reads them.
 *
 * @param next to be sent as {@code after} for the lines after these; missing if these are the last so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportJson(
        String merchant,
        String day,
        List<Line> lines,
        @Nullable String next) {

    /** @param reference the merchant's own name for it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String kind,
            String id,
            @Nullable String reference,
            long amountMinor,
            long feeMinor,
            String currency,
            String at) {}
}
