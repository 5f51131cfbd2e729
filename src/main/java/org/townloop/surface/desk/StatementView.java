package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or what is wrong with the days that were asked for.
 *
 * @param from the first day, as it was typed
 * @param to the last day, as it was typed
 * @param wrong by field what is wrong with it, empty if nothing is
 * @param verified whether the merchant may be paid
 * @param sheet null if anything is
 */
record StatementView(
        Desk desk,
        String from,
        String to,
        Map<String, String> wrong,
        List<Preset> presets,
        boolean verified,
        List<NotNoted.Row> notNoted,
        @Nullable Sheet sheet) {

    /** Days that are often asked for. */
    record Preset(String label, String href, boolean chosen) {}

    /**
     * The amounts of the rows of a column add up to its sums; the opening balance and the merchant's part of the sums to
     * the closing balance.
     *
     * @param sums what was earned, and what was paid out if anything was
     */
    record Sheet(
            String merchant,
            String title,
            String opening,
            List<Row> rows,
            List<Sum> sums,
            String closing,
            String csv,
            String pdf) {}

    /** Of the rows of one part. */
    record Sum(String label, String gross, String platform, String partner, String yours) {}

    /** A transfer. */
    record Row(
            String date,
            String time,
            String what,
            String who,
            String order,
            String kind,
            String gross,
            String platform,
            String partner,
            String yours,
            String balance) {}
}
