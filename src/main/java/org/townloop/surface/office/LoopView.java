package org.townloop.surface.office;

import java.util.List;
import java.util.Objects;
import org.townloop.supply.merchant.Place;

/**
 * A region's loop.
 *
 * @param trades by trade, the largest first
 * @param regions by region below this one, empty if there are none
 * @param worst where most is lost
 * @param needs what an operator has to look at
 */
record LoopView(
        Office office,
        LoopPicture picture,
        FlowRow total,
        List<FlowRow> trades,
        List<FlowRow> regions,
        List<Worst> worst,
        Attention.Needs needs) {

    /** What a place loses at one point of the loop. */
    record Worst(String place, String leak, int count, String words, String href) {

        static Worst of(Office office, Place place, Flow.Kind leak, Flow flow) {
            var page = office.page();
            var outOf = Objects.requireNonNull(leak.outOf(), "a leak leaks from something");
            return new Worst(
                    page.say(place.name()),
                    page.text("office.flow." + leak.code()),
                    flow.of(leak),
                    page.text("office.of", "count", flow.of(leak), "whole", flow.of(outOf)),
                    FlowRow.href(office, leak, "&place=" + place.id().value()));
        }
    }
}
