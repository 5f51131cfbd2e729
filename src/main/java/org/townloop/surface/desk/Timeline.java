package org.townloop.surface.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day as a picture: a lane for each member of staff and each resource, on a grid of five-minute marks.
 *
 * @param marks how many marks the picture is wide; the grid is cut so that each label has room
 * @param now the share of the width at which the present is, null if it is not in the picture
 */
record Timeline(List<Hour> hours, int marks, @Nullable Double now, List<Lane> lanes) {

    /** A full hour at a mark. */
    record Hour(int mark, String label) {}

    /**
     * @param off when nobody works there
     * @param rows how many rows the labels need, at least 1
     */
    record Lane(String name, boolean person, List<Stretch> off, int rows, List<Block> blocks) {}

    /** From a mark on, so many marks long. */
    record Stretch(int from, int marks) {}

    /**
     * Something that takes the lane's time.
     *
     * @param row in which its label stands, from 1
     * @param room how many marks wide the label may be, at least as wide as the block
     * @param state the word for the style sheet
     */
    record Block(
            Stretch taken,
            int row,
            int room,
            String time,
            String who,
            String what,
            String state,
            String stateWords,
            @Nullable String anchor) {

        /** How much of the label's width is taken time. */
        String share() {
            return percent(taken.marks(), room);
        }
    }

    /** Where a mark stands, as a length in the style sheet. */
    String at(int mark) {
        return percent(mark, marks);
    }

    /** Where the present stands; an empty text if it is not in the picture. */
    String nowAt() {
        return now == null ? "" : String.format(Locale.ROOT, "%.3f%%", 100 * now);
    }

    static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
