package org.townloop.supply.offer;

/**
 * Priced for each case by a quotation: moving house, a new bathroom. The price of the offer is that from which on it is.
 *
 * @param photos whether the resident is asked for photographs
 * @param survey whether somebody may come and look before the offer is written
 * @param destination whether it goes from one address to another
 * @param answerDays within how many days the place answers
 */
public record ByQuote(boolean photos, boolean survey, boolean destination, int answerDays) implements Arrangement {}
