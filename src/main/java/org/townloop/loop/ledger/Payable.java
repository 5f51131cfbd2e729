package org.townloop.loop.ledger;

import org.townloop.base.kernel.Money;

/**
 * What somebody has and what of it may be paid out.
 *
 * @param balance may be below zero
 * @param payable never below zero
 */
public record Payable(Payee payee, Money balance, Money payable) {}
