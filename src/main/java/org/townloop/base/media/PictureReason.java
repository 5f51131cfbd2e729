package org.townloop.base.media;

import org.townloop.base.kernel.Reason;

/** Why a file cannot be taken as a picture. */
public enum PictureReason implements Reason {
    PICTURE_MISSING(Kind.INVALID),
    /** Facts: {@code max} megabytes. */
    PICTURE_TOO_LARGE(Kind.INVALID),
    PICTURE_OF_NO_KNOWN_KIND(Kind.INVALID),
    /** Facts: {@code max} million pixels. */
    PICTURE_HAS_TOO_MANY_PIXELS(Kind.INVALID),
    /** Facts: {@code min} pixels on the shorter side. */
    PICTURE_TOO_SMALL(Kind.INVALID),
    PICTURE_BROKEN(Kind.INVALID),
    /** Facts: {@code max}. */
    TOO_MANY_PICTURES(Kind.CONFLICT),
    PICTURES_BUSY(Kind.BUSY);

    private final Kind kind;

    PictureReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
