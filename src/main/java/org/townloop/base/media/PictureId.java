package org.townloop.base.media;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a picture by its content.
 *
 * @param value the SHA-256 of what is kept, 64 hexadecimal digits
 */
public record PictureId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public PictureId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no name of a picture: " + value);
        }
    }

    /** @return empty if the text names no picture */
    public static Optional<PictureId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PictureId(text)) : Optional.empty();
    }
}
