package org.townloop.base.identity;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file to take along.
 *
 * @param name with its folder: {@code pictures/….jpg}
 * @param content read when its turn has come; empty if it is not there any more
 */
public record Enclosure(String name, Supplier<Optional<byte[]>> content) {}
