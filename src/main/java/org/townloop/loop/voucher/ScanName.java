package org.townloop.loop.voucher;

import java.util.UUID;

/**
 * The name of one scan: the scanner's own.
 *
 * @param region of the place where it was made
 * @param scanner the device or the person
 */
public record ScanName(int region, UUID scanner, String nonce) {}
