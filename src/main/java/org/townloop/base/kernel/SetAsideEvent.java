package org.townloop.base.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a consumer could not digest, kept for an operator.
 *
 * @param failure the exception, in its own words
 */
public record SetAsideEvent(String consumer, String type, UUID subject, RegionId region, String failure, Instant at) {}
