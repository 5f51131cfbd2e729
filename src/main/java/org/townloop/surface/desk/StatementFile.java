package org.townloop.surface.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Statement;

/** A statement as a file (RFC 4180) that a spreadsheet opens as it is, Chinese letters included. */
@Component
class StatementFile {

    /** By which spreadsheets know UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String[] COLUMNS = {
        "at", "order", "kind", "what", "who", "currency", "gross", "platform", "partner", "yours", "balance"
    };

    private final StatementReader reader;

    StatementFile(StatementReader reader) {
        this.reader = reader;
    }

    String of(Desk desk, Period period) {
        var read = reader.read(desk, period);
        var statement = read.statement();
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(Arrays.stream(COLUMNS).map(column -> desk.page().text("desk.csv." + column)));
            csv.printRecord(balance(desk, "desk.statement.opening", statement.opening()));
            for (var entry : statement.entries()) {
                csv.printRecord(row(desk, read, entry));
            }
            for (var sum : Part.sums(statement)) {
                csv.printRecord(totals(desk, sum));
            }
            csv.printRecord(balance(desk, "desk.statement.closing", statement.closing()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object[] row(Desk desk, StatementReader.Read read, Statement.Entry entry) {
        return new Object[] {
            desk.times().exact(entry.at()),
            entry.order(),
            Cells.text(desk.page().text("desk.transfer." + StatementSheets.code(entry))),
            Cells.text(read.title(entry, desk)),
            Cells.text(read.resident(entry)),
            entry.amount().currency(),
            plain(StatementSheets.gross(entry)),
            plain(entry.platformShare()),
            plain(entry.partnerShare()),
            plain(entry.amount()),
            plain(entry.balance())
        };
    }

    private static Object[] totals(Desk desk, Part.Sum sum) {
        return new Object[] {
            "",
            "",
            Cells.text(desk.page().text(sum.part().key())),
            "",
            "",
            sum.yours().currency(),
            plain(sum.gross()),
            plain(sum.platform()),
            plain(sum.partner()),
            plain(sum.yours()),
            ""
        };
    }

    private static Object[] balance(Desk desk, String key, Money balance) {
        return new Object[] {
            "", "", Cells.text(desk.page().text(key)), "", "", balance.currency(), "", "", "", "", plain(balance)
        };
    }

    /** A number that a spreadsheet adds up: no sign of the currency, all decimals, a point. */
    static String plain(Money money) {
        return BigDecimal.valueOf(money.minor(), money.exponent()).toPlainString();
    }
}
