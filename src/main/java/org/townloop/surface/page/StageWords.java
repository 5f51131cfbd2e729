package org.townloop.surface.page;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuotationState;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.RequestState;
import org.townloop.loop.quote.Stage;
import org.townloop.loop.quote.StageMoney;

/** A stage of a quotation in words: when it is due, and what became of it. */
record StageWords(Page page, Times times, QuoteRequest request, Quotation quotation, StageMoney money) {

    private static final Duration PATIENCE = Duration.ofDays(3);

    QuotationSheet.StageRow row(Stage stage) {
        var order = money.order(stage);
        var standing = standing(stage, order);
        return new QuotationSheet.StageRow(
                stage.number(),
                stage.name(),
                page.money(stage.amount()),
                said(stage, standing),
                standing == Standing.NONE ? "" : words(stage, standing),
                standing.tone,
                order == null || order.paidAt() == null
                        ? null
                        : "/orders/" + order.id().value(),
                standing == Standing.PAID,
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

    private String said(Stage stage, Standing standing) {
        return switch (standing) {
            case NONE, LATER, DUE, OVERDUE, PAYING, PAID -> due(stage);
            case CALLED_OFF -> back(stage);
            case DONE -> "";
        };
    }

    /** Of what was paid; nothing is said of what was not. */
    private String back(Stage stage) {
        var order = money.order(stage);
        if (order == null || order.paidAt() == null) {
            return page.text("page.stage.unpaid");
        }
        var back = money.back(stage);
        if (back == null) {
            return page.text("page.stage.back-later");
        }
        return page.text(
                "page.stage.back",
                "back",
                page.money(back),
                "kept",
                page.money(order.total().minus(back)),
                "how",
                back.isZero() ? "nothing" : back.equals(order.total()) ? "all" : "some");
    }

    private String due(Stage stage) {
        return page.text("page.due." + stage.due().code(), "days", stage.daysBefore());
    }
}
