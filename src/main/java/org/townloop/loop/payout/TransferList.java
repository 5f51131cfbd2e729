package org.townloop.loop.payout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A run as a list for banks that read no XML: RFC 4180, in UTF-8 with its mark. */
final class TransferList {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_FORMULA = "=+-@\t\r＝＋－＠";
    private static final String[] COLUMNS = {
        "reference", "holder", "number", "bank", "bankCode", "amount", "currency", "executeOn", "message"
    };

    private TransferList() {}

    static String write(PayoutRun run, List<BankFiles.Transfer> transfers) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord((Object[]) COLUMNS);
            for (var transfer : transfers) {
                csv.printRecord(row(run, transfer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object[] row(PayoutRun run, BankFiles.Transfer transfer) {
        var payout = transfer.payout();
        var account = transfer.account();
        return new Object[] {
            payout.reference(),
            text(account.holder()),
            account.number(),
            text(Objects.requireNonNullElse(account.bankName(), "")),
            Objects.requireNonNullElse(account.bankCode(), ""),
            Decimals.of(payout.amount()),
            payout.amount().currency(),
            run.executeOn(),
            run.message()
        };
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection). */
    private static String text(String text) {
        return text.isEmpty() || BEGINS_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
