package org.townloop.surface.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.invoice.FapiaoDesk;

/** The fapiao that were asked for as a file (RFC 4180), for the software that writes them. */
@Component
class FapiaoFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST = 20_000;

    private static final String[] COLUMNS = {
        "asked",
        "order",
        "what",
        "buyer",
        "title",
        "tax-number",
        "email",
        "currency",
        "released",
        "at-place",
        "had",
        "state",
        "number",
        "issued",
        "to-red"
    };

    private final FapiaoViews views;

    FapiaoFile(FapiaoViews views) {
        this.views = views;
    }

    String of(Desk desk) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(Arrays.stream(COLUMNS).map(column -> desk.page().text("desk.fapiao.csv." + column)));
            for (var line : views.lines(desk, MOST)) {
                csv.printRecord(row(desk, line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object[] row(Desk desk, FapiaoViews.Line line) {
        var request = line.request();
        var sold = line.sold();
        var fapiao = request.fapiao();
        var buyer = request.buyer();
        return new Object[] {
            desk.times().exact(request.askedAt()),
            request.order().value(),
            Cells.text(desk.page().say(sold.order().title())),
            desk.page().text("portal.invoice.buyer." + buyer.kind().name().toLowerCase(Locale.ROOT)),
            Cells.text(buyer.title()),
            Cells.text(Objects.requireNonNullElse(buyer.taxNumber(), "")),
            Cells.text(Objects.requireNonNullElse(request.email(), "")),
            sold.fee().currency(),
            StatementFile.plain(sold.released()),
            StatementFile.plain(sold.atPlace()),
            StatementFile.plain(sold.had()),
            FapiaoViews.state(desk, request),
            fapiao == null ? "" : Cells.text(fapiao.number()),
            fapiao == null
                    ? ""
                    : StatementFile.plain(new Money(fapiao.minor(), sold.fee().currency())),
            StatementFile.plain(FapiaoDesk.red(request, sold))
        };
    }
}
