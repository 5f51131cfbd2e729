package org.townloop.surface.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.surface.page.RequestReason;
import org.townloop.surface.page.Typed;

/** Times as RFC 3339 with the offset of the place. */
@Component
class Moments {

    private final Regions regions;

    Moments(Regions regions) {
        this.regions = regions;
    }

    OffsetDateTime in(RegionId region, Instant instant) {
        return instant.atZone(zone(region)).toOffsetDateTime();
    }

    @Nullable
    OffsetDateTime inNullable(RegionId region, @Nullable Instant instant) {
        return instant == null ? null : in(region, instant);
    }

    /** A date (its first moment there) or a date and time with offset. */
    Instant read(RegionId region, String field, @Nullable String text, Instant otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return Typed.day(text)
                .map(day -> day.atStartOfDay(zone(region)).toInstant())
                .or(() -> Typed.moment(text.replace(' ', '+')))
                .orElseThrow(() -> Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field)));
    }

    /** Of a year that is in the calendar of any offset, as {@link Typed} has it; null if there is none. */
    static @Nullable Instant read(@Nullable OffsetDateTime moment, String field) {
        return moment == null
                ? null
                : Typed.moment(moment.toString())
                        .orElseThrow(() -> Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field)));
    }

    private ZoneId zone(RegionId region) {
        return regions.get(region).zone();
    }
}
