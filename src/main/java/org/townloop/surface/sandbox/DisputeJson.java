package org.townloop.surface.sandbox;

/**
 * A dispute as the merchant reads it.
 *
 * @param state OPEN, WON or LOST, as the merchant sees it
 * @param reason fraud, not_received, not_as_described or duplicate
 * @param answerBy until when an answer is heard
 */
record DisputeJson(String id, String state, long amountMinor, String currency, String reason, String answerBy) {}
