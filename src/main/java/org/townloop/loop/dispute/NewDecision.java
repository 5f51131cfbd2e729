package org.townloop.loop.dispute;

/**
 * What an operator decides, in minor units of the order's currency.
 *
 * @param ofOrder to the resident, of what was paid for the order
 * @param platform to the resident, from the platform's own pocket
 * @param toMerchant to the merchant, from the platform's own pocket; of a second opinion only
 * @param reasons as both are told
 */
public record NewDecision(long ofOrder, long platform, long toMerchant, String reasons) {}
