package org.townloop.base.notice;

import java.time.Instant;

/** What is to be told at a moment to come. */
public record Later(Instant due, NewNotice notice) {}
