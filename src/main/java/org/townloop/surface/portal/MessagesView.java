package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.notice.Channel;
import org.townloop.surface.page.Page;

/**
 * How somebody is told.
 *
 * @param channels those by which this town can send at all
 * @param from the hour from which on it is quiet, 0 to 23
 * @param until the hour from which on it is not any more; equal to {@code from}: never
 * @param phone where text messages go, partly hidden; null: nowhere yet
 * @param mail where mails go, partly hidden; null: nowhere yet
 * @param pushKey what a browser subscribes for
 * @param saved whether something was saved a moment ago
 * @param refusal why the browser could not be added, or null
 */
record MessagesView(
        Page page,
        List<Channel> channels,
        List<Row> rows,
        int from,
        int until,
        @Nullable String phone,
        @Nullable String mail,
        String pushKey,
        List<Browser> browsers,
        boolean saved,
        @Nullable String refusal) {

    /** What messages are about, and by which of the channels they come. */
    record Row(String about, String hint, List<Cell> cells) {}

    /** A thing to tick. */
    record Cell(String name, String value, boolean wanted) {}

    record Browser(String id, String service, String since) {}

    boolean has(Channel channel) {
        return channels.contains(channel);
    }

    String hour(int hour) {
        return "%02d:00".formatted(hour);
    }
}
