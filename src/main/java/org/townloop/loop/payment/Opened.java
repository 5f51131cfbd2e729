package org.townloop.loop.payment;

/**
 * A payment that its gateway has opened, and that waits for the payer.
 *
 * @param redirectUrl where the payer goes
 */
record Opened(IntentId intent, String gatewayRef, String redirectUrl) {}
