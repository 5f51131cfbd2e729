package org.townloop.surface.desk;

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
 */
record RoomsView(Desk desk, Form form, @Nullable UUID wrong, List<Resource> types) {

    /** The form of a type: empty unless it is the one to mend. */
    Form of(Resource type) {
        return type.id().value().equals(wrong) ? form : Form.EMPTY;
    }

    /** The form of a new type. */
    Form fresh() {
        return wrong == null ? form : Form.EMPTY;
    }
}
