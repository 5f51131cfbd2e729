package org.townloop.surface.sandbox;

/** A refund as the merchant reads it. The sandbox pays back at once. */
record RefundJson(String id, String reference, String state, long amountMinor, String currency) {}
