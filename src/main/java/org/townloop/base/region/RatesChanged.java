package org.townloop.base.region;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** A region has other shares from now on, and so perhaps those below it. */
public record RatesChanged(UUID subject) implements Event {}
