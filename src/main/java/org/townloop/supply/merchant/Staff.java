package org.townloop.supply.merchant;

import org.townloop.base.kernel.Words;

/** Someone who does the work at a place. */
public record Staff(StaffId id, PlaceId place, Words name) {}
