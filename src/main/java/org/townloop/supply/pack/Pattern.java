package org.townloop.supply.pack;

/**
 * How a place of the trade is drawn where it has no photograph: a quiet pattern, varied by the place's name.
 *
 * @param light the ground on light pages, {@code #rrggbb}
 * @param dark the ground on dark pages, {@code #rrggbb}
 * @param stroke the lines on both, {@code #rrggbb}
 */
public record Pattern(Kind kind, String light, String dark, String stroke) {

    /** What the lines look like. */
    public enum Kind {
        /** long falling curves, like hair */
        STRANDS,
        /** level waves */
        WAVES,
        /** concentric arcs */
        RIPPLES,
        /** crossed lines, like a window */
        LATTICE,
        /** layered ridges */
        HILLS,
        /** rounded leaves */
        PETALS
    }
}
