package org.townloop.base.region;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** A calendar has other days, or a region lives by another calendar: hours of places may have changed by it. */
public record HolidaysChanged(UUID subject) implements Event {}
