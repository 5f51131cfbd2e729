package org.townloop.supply.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is opened of an offer, words or a file; the bytes of a file are read apart from it.
 *
 * @param number 1 for the first, one more with each correction
 */
public record Deliverable(
        int number, @Nullable String text, @Nullable Document document, Instant writtenAt) {

    /** @param bytes how many */
    public record Document(String name, FileKind kind, int bytes) {}

    /** Without what was paid for. */
    @Override
    public String toString() {
        return "Deliverable[" + number + "]";
    }
}
