package org.townloop.supply.booking;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/**
 * Where residents were visited at home: that somebody was there remains, without the door. A foreign calendar is the
 * place's, whoever has typed its address: it stays, of somebody without a name.
 */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.stays("calendars-added", "booking.foreign_calendar", """
                select added_at, host, read_at, next_read_at from booking.foreign_calendar
                where added_by = :person order by added_at, subject_id
                """),
            Kept.goes("home-visits", "booking.job", """
                select starts_at, ends_at, order_id, lat, lon, to_lat, to_lon, set_out_at
                from booking.job where resident_id = :person order by starts_at, order_id, line
                """, """
                update booking.job set lat = null, lon = null, to_lat = null, to_lon = null
                where resident_id = any (:people) and lat is not null
                """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
