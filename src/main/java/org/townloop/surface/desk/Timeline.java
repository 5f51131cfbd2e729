package org.townloop.surface.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Rules;

/**
 * A day as a picture: a lane for each member of staff and each resource, on a grid of five-minute marks.
 *
 * @param marks how many marks the picture is wide; the grid is cut so that each label has room
 * @param now the share of the width at which the present is, null if it is not in the picture
 */
record Timeline(List<Hour> hours, int marks, @Nullable Double now, List<Lane> lanes) {

    /** A full hour at a mark. */
    record Hour(int mark, String label) {

        /** The name of the rule that says where it stands. */
        String place() {
            return "at-" + mark;
        }
    }

    /**
     * @param off when nobody works there
     * @param rows how many rows the labels need, at least 1
     */
    record Lane(String name, boolean person, List<Stretch> off, int rows, List<Block> blocks) {}

    /** From a mark on, so many marks long. */
    record Stretch(int from, int marks) {

        /** The name of the rule that says where it stands. */
        String place() {
            return "off-%d-%d".formatted(from, marks);
        }
    }

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

        /** The name of the rule that says where the label stands. */
        String place() {
            return "on-%d-%d-%d".formatted(taken.from(), room, row);
        }

        /** The name of the rule that says how much of the label's width is taken time. */
        String share() {
            return "share-%d-%d".formatted(taken.marks(), room);
        }
    }

    /** Where everything stands, for the style sheet. */
    Rules rules(Page page) {
        var rules = new Rules(page).add(".chart", "--marks:" + marks);
        if (now != null) {
            rules.add(".track .now", String.format(Locale.ROOT, "left:%.3f%%", 100 * now));
        }
        hours.forEach(hour -> rules.add(".track ." + hour.place(), "left:" + percent(hour.mark(), marks)));
        for (var lane : lanes) {
            lane.off().forEach(off -> rules.add(".track ." + off.place(), place(off)));
            lane.blocks().forEach(block -> rules(rules, block));
        }
        return rules;
    }

    private String place(Stretch off) {
        return "left:" + percent(off.from(), marks) + ";width:" + percent(off.marks(), marks);
    }

    private static void rules(Rules rules, Block block) {
        rules.add(
                ".block." + block.place(),
                "grid-column:%d/span %d;grid-row:%d".formatted(block.taken().from() + 1, block.room(), block.row()));
        rules.add(".bar." + block.share(), "width:" + percent(block.taken().marks(), block.room()));
    }

    static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
