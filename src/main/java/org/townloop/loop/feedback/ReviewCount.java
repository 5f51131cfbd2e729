package org.townloop.loop.feedback;

import org.townloop.supply.merchant.PlaceId;

/** How many of the visits that a place had within a span of time were reviewed. */
public record ReviewCount(PlaceId place, int reviewed) {}
