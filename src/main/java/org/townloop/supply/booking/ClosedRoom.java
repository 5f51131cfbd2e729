package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.UUID;
import org.townloop.supply.merchant.ResourceId;

/**
 * Rooms of a type that are out of sale for some nights.
 *
 * @param last the last night
 * @param why in the words of the house
 */
public record ClosedRoom(UUID id, ResourceId type, LocalDate first, LocalDate last, int rooms, String why) {}
