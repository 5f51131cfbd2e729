package org.townloop.supply.pack;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A wish to book, as a pack's questions and checks see it.
 *
 * @param mode the key of the mode it is booked by
 * @param quantity how many: people of a party, rooms, units
 * @param start when it begins, by the place's clock
 * @param now when it is asked
 * @param answers what the resident answered, by question
 * @param attributes what the offer says of itself
 */
public record Asking(
        String mode,
        int quantity,
        ZonedDateTime start,
        Instant now,
        Map<String, String> answers,
        JsonNode attributes) {}
