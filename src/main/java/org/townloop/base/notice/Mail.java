package org.townloop.base.notice;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail.
 *
 * @param id the same for each attempt to send it
 * @param text plain text; addresses in it become links
 * @param language BCP 47
 * @param unsubscribe where one says, by a POST and nothing else, that no more of these are wanted; null if one may not
 */
public record Mail(
        String id,
        String to,
        String subject,
        String text,
        String language,
        @Nullable URI unsubscribe) {}
