package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.quote.PaidStages;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.RequestState;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QuotationSheet;

/** Says of an order that is a stage where its work is, what all of it costs, and what follows. */
@Component
class StageParts {

    private final PaidStages paidStages;
    private final Regions regions;

    StageParts(PaidStages paidStages, Regions regions) {
        this.paidStages = paidStages;
        this.regions = regions;
    }

    /** Null if it is none, or lapsed unpaid. */
    @Nullable
    StagePart of(Page page, Order order) {
        return paidStages.of(order.id()).map(part -> part(page, part)).orElse(null);
    }

    private StagePart part(Page page, PaidStages.Part part) {
        var request = part.request();
        var quotation = part.quotation();
        var times = page.times().in(regions.get(request.id().region()).zone());
        var money = paidStages.money(List.of(quotation));
        return new StagePart(
                QuoteViews.href(request),
                page.text(
                        "portal.stage.of",
                        "number",
                        part.stage().number(),
                        "count",
                        quotation.stages().size(),
                        "paper",
                        QuotationSheet.paper(page, request, quotation),
                        "total",
                        page.money(quotation.total())),
                request.address(),
                request.destination(),
                where(page, request),
                QuotationSheet.of(page, times, request, quotation, money, List.of()).stages().stream()
                        .filter(row -> row.number() > part.stage().number())
                        .toList(),
                request.state() == RequestState.ACCEPTED || request.state() == RequestState.OFFERED);
    }

    /** In one line; empty once it was forgotten. */
    private static String where(Page page, QuoteRequest request) {
        var from = request.address();
        var to = request.destination();
        return from == null ? "" : to == null ? from : page.text("page.from-to", "from", from, "to", to);
    }
}
