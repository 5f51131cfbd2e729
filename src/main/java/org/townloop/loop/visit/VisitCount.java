package org.townloop.loop.visit;

import org.townloop.supply.merchant.PlaceId;

/** How often a place was visited within a span of time. */
public record VisitCount(PlaceId place, int visits) {}
