package org.townloop.surface.portal;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text of which what was understood is taken away, until nothing is left. */
final class Said {

    private String rest;

    Said(String text) {
        this.rest = text;
    }

    /** Takes away the first place where the pattern is found. */
    Optional<MatchResult> take(Pattern pattern) {
        var matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var found = matcher.toMatchResult();
        rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
        return Optional.of(found);
    }

    String without(Pattern filler) {
        return filler.matcher(rest).replaceAll(" ");
    }
}
