package org.townloop.surface.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Icon;

/**
 * What fills the screen after a scan.
 *
 * @param light green, amber or red
 * @param facts who, what, when and how much, a line each
 * @param advice what to do now
 * @param balanceHref where it is noted that the rest of the price was paid; null if nothing is open
 */
record Verdict(
        Light light,
        String title,
        List<String> facts,
        @Nullable String advice,
        @Nullable String balanceHref) {

    Verdict(Light light, String title, List<String> facts, @Nullable String advice) {
        this(light, title, facts, advice, null);
    }

    /** Its colour, its sign and its sound: none of them tells it alone. */
    enum Light {
        GREEN("good", Icon.TICK),
        AMBER("wait", Icon.WARN),
        RED("bad", Icon.CROSS);

        private final String code;
        private final Icon icon;

        Light(String code, Icon icon) {
            this.code = code;
            this.icon = icon;
        }

        String code() {
            return code;
        }

        Icon icon() {
            return icon;
        }
    }
}
