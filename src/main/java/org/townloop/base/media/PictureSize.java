package org.townloop.base.media;

import java.util.Locale;

/** The sizes in which a picture is kept; each fits into a square. None is enlarged. */
public enum PictureSize {
    /** On a card, sharp also on screens with two points to a pixel. */
    CARD(720, 0.80),
    /** On a page of its own. */
    PAGE(1_600, 0.84);

    private final int longest;
    private final double quality;

    PictureSize(int longest, double quality) {
        this.longest = longest;
        this.quality = quality;
    }

    /** The longer side at most, in pixels. */
    int longest() {
        return longest;
    }

    double quality() {
        return quality;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
