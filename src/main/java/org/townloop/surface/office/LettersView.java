package org.townloop.surface.office;

import java.util.List;

/**
 * The letters that this town sends, and how sending goes.
 *
 * @param days how far back the figures look
 */
record LettersView(Office office, List<Row> letters, int days, List<Sent> sent, List<Trouble> troubles) {

    /** A letter in each language. */
    record Row(String name, List<Text> texts) {}

    /** @param own whether the operator wrote it */
    record Text(String language, String tag, String title, String href, boolean own) {}

    record Sent(String channel, int queued, int sent, int failed, int suppressed) {}

    record Trouble(String channel, String reason, int count, String last) {}
}
