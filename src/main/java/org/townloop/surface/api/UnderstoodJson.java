package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.screening.Understood;

/**
 * What was made of the words of a question.
 *
 * @param words those that were looked for
 * @param near the place that the others name
 * @param nearlySpelt words that nothing says: others spelled nearly so were looked for
 */
record UnderstoodJson(
        String words,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NearJson near,

        List<String> nearlySpelt) {

    record NearJson(String name, double lat, double lon, int withinMetres) {}

    static UnderstoodJson of(Understood understood, Locale locale) {
        return new UnderstoodJson(understood.words(), near(understood.near(), locale), understood.nearlySpelt());
    }

    private static @Nullable NearJson near(Understood.@Nullable Near near, Locale locale) {
        return near == null
                ? null
                : new NearJson(
                        near.name().in(locale), near.point().lat(), near.point().lon(), near.withinMetres());
    }
}
