package org.townloop.loop.quote;

import org.townloop.base.kernel.Money;

/** What is done, and for how much; less than nothing is a rebate. */
public record QuoteLine(String text, Money amount) {}
