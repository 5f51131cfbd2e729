package org.townloop.loop.screening;

import java.util.Map;
import org.townloop.base.kernel.Words;

/**
 * What somebody may be about to ask for.
 *
 * @param text as it is shown
 * @param asks the parameters that ask for it, by the names of {@link QueryReader}
 */
public record Suggestion(Kind kind, Words text, Map<String, String> asks) {

    /** What it is the name of. */
    public enum Kind {
        TRADE,
        ATTRIBUTE,
        LANDMARK,
        NAME
    }
}
