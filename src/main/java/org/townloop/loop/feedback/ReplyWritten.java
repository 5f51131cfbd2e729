package org.townloop.loop.feedback;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A merchant answered a review.
 *
 * @param subject the visit
 * @param resident who is to be told
 */
public record ReplyWritten(UUID subject, UUID offer, UUID resident) implements Event {}
