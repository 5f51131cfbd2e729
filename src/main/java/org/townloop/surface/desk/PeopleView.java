package org.townloop.surface.desk;

import java.util.List;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.Resource;
import org.townloop.surface.page.Form;

/**
 * Who and what there is at a place.
 *
 * @param staffWord what somebody who works there is called in the trade
 */
record PeopleView(Desk desk, Form form, String staffWord, List<Crew.Member> crew, List<Kind> kinds, boolean start) {

    /** @param usual how many a new place has, or 0 */
    record Kind(String key, String label, List<Resource> there, int usual) {}

    /** Whoever sets a place up works there, more often than not. */
    String suggested() {
        var actor = desk.page().actor();
        return start && crew.isEmpty() && actor != null ? actor.name() : "";
    }
}
