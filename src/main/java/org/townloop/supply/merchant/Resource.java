package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * Something at a place that a visit occupies: a chair, a room, a vehicle, a table.
 *
 * @param kind a resource kind of the pack
 * @param seats how many people sit there; 0 for what nobody sits at
 * @param zone where it stands: tables of one zone can be put together; null for alone
 * @param units how many of it there are: of a type of room its rooms, else 1
 */
public record Resource(
        ResourceId id,
        PlaceId place,
        String kind,
        Words name,
        int seats,
        @Nullable String zone,
        int units) {}
