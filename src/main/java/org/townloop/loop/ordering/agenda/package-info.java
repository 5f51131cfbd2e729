/** Orders as calendars that telephones subscribe to (RFC 5545): a resident's own, and those of who works at a place. */
@NamedInterface("agenda")
@NullMarked
package org.townloop.loop.ordering.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
