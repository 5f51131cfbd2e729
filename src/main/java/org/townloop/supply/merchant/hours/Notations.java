package org.townloop.supply.merchant.hours;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notations that were taken once, read again from where they are kept: each text is parsed once. */
public final class Notations {

    private static final Logger LOG = LoggerFactory.getLogger(Notations.class);

    /** A town has some hundred different ones; whoever has more parses some of them again. */
    private static final int MOST = 20_000;

    private final ConcurrentMap<String, Notation> known = new ConcurrentHashMap<>();

    /** What the text says; never open if it says nothing that can be read. */
    public Notation get(String text) {
        var notation = known.get(text);
        if (notation != null) {
            return notation;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(text, Notations::read);
    }

    private static Notation read(String text) {
        return switch (Notation.read(text)) {
            case Reading.Read(var notation) -> notation;
            case Reading.Fault fault -> {
                LOG.error("Hours that were taken before cannot be read any more: {} ({})", text, fault);
                yield new Notation(text, List.of());
            }
        };
    }
}
