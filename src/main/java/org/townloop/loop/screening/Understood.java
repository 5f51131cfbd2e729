package org.townloop.loop.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;

/**
 * What was made of the words of a question.
 *
 * @param words those that were looked for
 * @param near the place that the others name, or null
 * @param nearlySpelt of the words those that nothing says, so that others spelled nearly so were looked for
 */
public record Understood(String words, @Nullable Near near, List<String> nearlySpelt) {

    static final Understood NOTHING = new Understood("", null, List.of());

    /** Within so many metres of a landmark, or of a place. */
    public record Near(Words name, Point point, int withinMetres) {}

    /** Whether the words may name a place, so that a distance may be measured from it. */
    public static boolean mayNamePlace(String words) {
        return PlaceWords.mayBeIn(words);
    }
}
