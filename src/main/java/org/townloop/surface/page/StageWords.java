package org.townloop.surface.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuotationState;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.RequestState;
import org.townloop.loop.quote.Stage;

/** A stage of a quotation in words: when it is due, and what became of it. */
record StageWords(Page page, Times times, QuoteRequest request, Quotation quotation, Map<OrderId, Order> orders) {

    private static final Duration PATIENCE = Duration.ofDays(3);

    QuotationSheet.StageRow row(Stage stage) {
        var order = stage.order() == null ? null : orders.get(stage.order());
        var standing = standing(stage, order);
        return new QuotationSheet.StageRow(
                stage.number(),
                stage.name(),
                page.formats().exact(stage.amount()),
                due(stage),
                standing == Standing.NONE ? "" : words(stage, standing),
                standing.tone,
                order == null || order.paidAt() == null
                        ? null
                        : "/orders/" + order.id().value(),
                standing == Standing.DUE || standing == Standing.OVERDUE || standing == Standing.PAYING);
    }

    private enum Standing {
        NONE(""),
        LATER(""),
        DUE("wait"),
        OVERDUE("bad"),
        PAYING("wait"),
        PAID("wait"),
        DONE("good"),
        CALLED_OFF("");

        private final String tone;

        Standing(String tone) {
            this.tone = tone;
        }
    }

    private Standing standing(Stage stage, @Nullable Order order) {
        if (order != null && order.paidAt() != null) {
            return switch (order.state()) {
                case HELD, PAID -> Standing.PAID;
                case FULFILLED, SETTLED, DISPUTED -> Standing.DONE;
                case CANCELLED, EXPIRED, REFUNDED -> Standing.CALLED_OFF;
            };
        }
        if (quotation.state() == QuotationState.HELD && stage.number() == 1) {
            return Standing.PAYING;
        }
        if (quotation.state() != QuotationState.ACCEPTED) {
            return Standing.NONE;
        }
        if (request.state() != RequestState.ACCEPTED) {
            return Standing.CALLED_OFF;
        }
        var dueAt = stage.dueAt();
        if (dueAt == null || dueAt.isAfter(times.now())) {
            return Standing.LATER;
        }
        return dueAt.plus(PATIENCE).isBefore(times.now()) ? Standing.OVERDUE : Standing.DUE;
    }

    private String words(Stage stage, Standing standing) {
        var dueAt = stage.dueAt();
        return standing == Standing.LATER && dueAt != null
                ? page.text("page.stage.from", "when", times.date(dueAt))
                : page.text(
                        "page.stage." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String due(Stage stage) {
        return page.text("page.due." + stage.due().code(), "days", stage.daysBefore());
    }
}
