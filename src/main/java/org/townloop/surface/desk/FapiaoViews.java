package org.townloop.surface.desk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.invoice.FapiaoDesk;
import org.townloop.loop.invoice.InvoiceDesk;
import org.townloop.loop.invoice.InvoiceRequest;
import org.townloop.loop.invoice.InvoiceState;
import org.townloop.loop.invoice.Sold;

/** Gathers what the desk shows of fapiao. */
@Component
class FapiaoViews {

    /** A request with what was sold and had of its order. */
    record Line(InvoiceRequest request, Sold sold) {}

    private static final int MOST = 300;

    private final InvoiceDesk invoices;

    FapiaoViews(InvoiceDesk invoices) {
        this.invoices = invoices;
    }

    FapiaoView of(Desk desk, @Nullable String refusal, String tried, String number, boolean saved) {
        return new FapiaoView(
                desk,
                refusal,
                tried,
                number,
                saved,
                lines(desk, MOST).stream().map(line -> row(desk, line)).toList(),
                desk.to("/desk/fapiao.csv"),
                desk.to(InvoicesPage.PATH));
    }

    /** The newest first. */
    List<Line> lines(Desk desk, int limit) {
        var requests = invoices.requests(desk.merchant(), InvoiceRequest.Kind.FAPIAO, limit);
        var sold = invoices.sold(requests.stream().map(InvoiceRequest::order).collect(Collectors.toSet()));
        return requests.stream()
                .filter(request -> sold.containsKey(request.order()))
                .map(request -> new Line(request, Objects.requireNonNull(sold.get(request.order()))))
                .toList();
    }

    private static FapiaoView.Row row(Desk desk, Line line) {
        var request = line.request();
        var sold = line.sold();
        var formats = desk.page().formats();
        var fapiao = request.fapiao();
        var red = FapiaoDesk.red(request, sold);
        var asked = request.state() == InvoiceState.ASKED;
        return new FapiaoView.Row(
                request.id().toString(),
                desk.page().say(sold.order().title()),
                desk.times().date(sold.order().createdAt()),
                request.buyer().title(),
                Objects.requireNonNullElse(request.buyer().taxNumber(), ""),
                Objects.requireNonNullElse(request.email(), ""),
                state(desk, request),
                tone(request.state()),
                formats.exact(sold.released()),
                sold.atPlace().isZero() ? null : formats.exact(sold.atPlace()),
                formats.exact(sold.had()),
                sold.had().minor(),
                asked && sold.had().isPositive(),
                asked,
                fapiao == null ? null : fapiao.number() + " · " + formats.exact(money(fapiao.minor(), sold)),
                fapiao == null || !fapiao.file() ? null : FapiaoPage.PATH + "/" + request.id() + ".pdf",
                red.isZero() ? null : formats.exact(red),
                red.minor(),
                fapiao == null || fapiao.redNumber() == null
                        ? null
                        : fapiao.redNumber() + " · −" + formats.exact(money(fapiao.redMinor(), sold)));
    }

    static String state(Desk desk, InvoiceRequest request) {
        return desk.page().text("desk.fapiao.state." + request.state().name().toLowerCase(Locale.ROOT));
    }

    private static Money money(long minor, Sold sold) {
        return new Money(minor, sold.fee().currency());
    }

    private static String tone(InvoiceState state) {
        return switch (state) {
            case ASKED -> "wait";
            case ISSUED -> "good";
            case DECLINED, REVERSED -> "bad";
        };
    }
}
