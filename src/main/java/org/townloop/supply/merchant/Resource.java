package org.townloop.supply.merchant;

import org.townloop.base.kernel.Words;

/**
 * Something at a place that a visit occupies: a chair, a room, a vehicle.
 *
 * @param kind a resource kind of the pack
 */
public record Resource(ResourceId id, PlaceId place, String kind, Words name) {}
