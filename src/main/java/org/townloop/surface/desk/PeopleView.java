package org.townloop.surface.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Table;
import org.townloop.surface.page.Form;

/**
 * Who and what there is at a place.
 *
 * @param wrong what was refused of somebody who works there, or null
 * @param staffWord what somebody who works there is called in the trade
 */
record PeopleView(
        Desk desk,
        Form form,
        @Nullable Wrong wrong,
        String staffWord,
        List<Crew.Member> crew,
        List<Kind> kinds,
        boolean start) {

    /** What was typed about somebody, and why it was not taken. */
    record Wrong(UUID person, Form form) {}

    PeopleView wrong(UUID person, Form form) {
        return new PeopleView(desk, this.form, new Wrong(person, form), staffWord, crew, kinds, start);
    }

    /** The form of somebody: empty unless it is the one to mend. */
    Form of(Crew.Member person) {
        return wrong != null && wrong.person().equals(person.id().value()) ? wrong.form() : Form.EMPTY;
    }

    /** @param usual how many a new place has, or 0 */
    record Kind(String key, String label, List<Resource> there, int usual) {

        /** Whether people sit at it, so that it matters how many. */
        boolean seats() {
            return key.equals(Table.RESOURCE) || hasPlates();
        }

        /** Whether each has a plate by which people know it. */
        boolean hasPlates() {
            return key.equals(Ride.RESOURCE);
        }
    }

    /** Whoever sets a place up works there, more often than not. */
    String suggested() {
        var actor = desk.page().actor();
        return start && crew.isEmpty() && actor != null ? actor.name() : "";
    }
}
