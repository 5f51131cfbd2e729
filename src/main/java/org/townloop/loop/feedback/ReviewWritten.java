package org.townloop.loop.feedback;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** A resident said how a visit was. */
public record ReviewWritten(UUID subject, UUID offer, int rating) implements Event {}
