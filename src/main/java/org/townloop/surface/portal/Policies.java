package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.surface.page.Page;

/** What becomes of who cancels, comes late or does not come: a sentence or two each. */
final class Policies {

    private Policies() {}

    static List<String> of(Page page, CancellationPolicy cancellation, @Nullable NoShowPolicy noShow) {
        var sentences = new ArrayList<String>();
        sentences.add(page.say(cancellation.inWords()));
        if (noShow != null) {
            sentences.add(page.say(noShow.inWords()));
        }
        return sentences;
    }

    /** Those that the order was sold under. */
    static List<String> of(Page page, Order order) {
        return of(page, order.terms().cancellation(), order.terms().noShow());
    }
}
