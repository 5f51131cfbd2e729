package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

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

    /** Those that the order was sold under; of a deposit with what they come to. */
    static List<String> of(Page page, Times times, Order order) {
        var sentences = new ArrayList<>(
                of(page, order.terms().cancellation(), order.terms().noShow()));
        sentences.addAll(DepositWords.refunds(page, times, order, times.now()));
        return sentences;
    }
}
