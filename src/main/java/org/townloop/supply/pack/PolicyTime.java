package org.townloop.supply.pack;

import java.time.Duration;

/** Says a length of time of a policy: in whole days, else hours, else minutes. */
final class PolicyTime {

    private static final int HOUR = 60;
    private static final int DAY = 1_440;

    private PolicyTime() {}

    static String english(Duration time) {
        var minutes = time.toMinutes();
        if (minutes > 0 && minutes % DAY == 0) {
            return counted(minutes / DAY, "day");
        }
        return minutes > 0 && minutes % HOUR == 0 ? counted(minutes / HOUR, "hour") : counted(minutes, "minute");
    }

    static String chinese(Duration time) {
        var minutes = time.toMinutes();
        if (minutes > 0 && minutes % DAY == 0) {
            return minutes / DAY + " 天";
        }
        return minutes > 0 && minutes % HOUR == 0 ? minutes / HOUR + " 小时" : minutes + " 分钟";
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
