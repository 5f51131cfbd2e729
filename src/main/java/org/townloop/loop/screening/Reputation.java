package org.townloop.loop.screening;

/**
 * What customers who were there think of an offer.
 *
 * @param mean of their ratings, 1 to 5; 0 while there are none
 * @param lower what the mean is at least, with 95 % confidence: few ratings weigh little (see
 *     docs/algorithms/reputation.md)
 * @param visits how many visits were rated
 */
public record Reputation(double mean, double lower, int visits) {}
