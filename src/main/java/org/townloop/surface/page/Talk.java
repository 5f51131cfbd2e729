package org.townloop.surface.page;

import java.util.List;
import org.townloop.loop.quote.QuoteMessage;

/**
 * A message between a resident and a place, as one of them reads it.
 *
 * @param mine whether the reader's side wrote it
 */
public record Talk(String who, boolean mine, String words, String when) {

    /** @param residents and {@code place}, the names of the two; {@code staff}, whether the place reads */
    public static List<Talk> of(
            Times times, List<QuoteMessage> messages, String resident, String place, boolean staff) {
        return messages.stream()
                .map(message -> new Talk(
                        message.byStaff() ? place : resident,
                        message.byStaff() == staff,
                        message.words(),
                        times.moment(message.at())))
                .toList();
    }
}
