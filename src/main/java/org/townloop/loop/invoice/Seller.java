package org.townloop.loop.invoice;

/**
 * Who issues, as it stands on the invoice.
 *
 * @param registration the number in a register, or empty
 */
public record Seller(String title, String address, String registration, String taxNumber) {}
