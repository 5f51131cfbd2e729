package org.townloop.loop.voucher;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a window knows of used numbers that asked just before another window wrote one: nothing, the first time. */
public final class StaleNumbers extends EarlierScans {

    private boolean asked;

    public StaleNumbers(JdbcTemplate jdbc) {
        super(jdbc);
    }

    @Override
    public Map<Long, String> used(DeviceId device, Collection<Long> sequences) {
        if (!asked) {
            asked = true;
            return Map.of();
        }
        return super.used(device, sequences);
    }
}
