package org.townloop.base.identity;

import java.util.UUID;

/** The name of a token, by which it is listed and revoked; it opens nothing. */
public record TokenId(UUID value) {}
