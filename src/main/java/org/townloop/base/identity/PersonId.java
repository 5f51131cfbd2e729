package org.townloop.base.identity;

import java.util.UUID;

/** A person's public id. */
public record PersonId(UUID value) {}
