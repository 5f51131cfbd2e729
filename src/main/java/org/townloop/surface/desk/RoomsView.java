package org.townloop.surface.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.Resource;
import org.townloop.surface.page.Form;

/**
 * The rooms of a house.
 *
 * @param form as it was typed, of the type to mend or of a new one
 * @param wrong the type to mend; null for a new one
 * @param key of the page's forms, of which each does what it does once
 * @param over what is sold or closed that there is not, a sentence for each type
 */
record RoomsView(
        Desk desk,
        Form form,
        @Nullable UUID wrong,
        String key,
        List<String> over,
        List<Resource> types,
        LocalDate first,
        List<Column> columns,
        List<Row> rows,
        List<Closure> closures,
        List<Guests> guests) {

    /** A night of the grid. */
    record Column(String weekday, String day) {}

    /** A type of room in the grid. */
    record Row(String name, List<Cell> cells) {}

    /**
     * A night of a type.
     *
     * @param text sold of those that there are
     * @param words all of it
     * @param look over, full, some or none
     */
    record Cell(String text, String words, String look) {}

    /** Rooms that are out of sale. */
    record Closure(String id, String words, String why) {}

    /** Who arrives, leaves or stays today. */
    record Guests(String title, List<Guest> guests) {}

    /**
     * An order in the house.
     *
     * @param balance what is left to be paid at the place, or was; null if nothing
     * @param balanceHref where that is noted
     */
    record Guest(
            String who,
            String what,
            String nights,
            String state,
            String tone,
            @Nullable String balance,
            String balanceHref) {}

    /** The address of the same page some nights on, or back. */
    String nightsOn(int nights) {
        return desk.to(Desk.Tab.ROOMS) + "&from=" + first.plusDays(nights);
    }

    /** Whether the place is being set up for the first time. */
    boolean start() {
        return !fresh().value("start").isEmpty();
    }

    boolean isFromToday() {
        return first.equals(desk.times().today());
    }

    /** The form of a type: empty unless it is the one to mend. */
    Form of(Resource type) {
        return type.id().value().equals(wrong) ? form : Form.EMPTY;
    }

    /** The form of a new type. */
    Form fresh() {
        return wrong == null ? form : Form.EMPTY;
    }
}
