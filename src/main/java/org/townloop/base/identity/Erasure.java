package org.townloop.base.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * That a person was erased.
 *
 * @param keepsWords whether what they wrote for all to read stays, without a name
 */
public record Erasure(UUID person, Instant at, boolean keepsWords) {}
