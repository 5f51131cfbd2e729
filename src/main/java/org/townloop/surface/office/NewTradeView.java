package org.townloop.surface.office;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A new trade that is being described.
 *
 * @param faults what is missing or wrong, a sentence each
 * @param preview what it will look like; null if there are faults, or nobody asked
 */
record NewTradeView(
        Office office,
        TradeDraft draft,
        List<String> faults,
        @Nullable PackSheet preview,
        @Nullable String refusal) {

    String value(String name) {
        return draft.value(name);
    }

    /** Whether it was chosen; the first of several is where nothing was. */
    boolean chosen(String name, String value, List<String> all) {
        var said = draft.value(name);
        return said.isEmpty() ? all.getFirst().equals(value) : said.equals(value);
    }

    List<Integer> rows() {
        return IntStream.range(0, draft.rows()).boxed().toList();
    }

    List<String> colours() {
        return TradeDraft.COLOURS.keySet().stream().sorted().toList();
    }
}
