package org.townloop.surface.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Paper;
import org.townloop.base.kernel.Paper.Column;
import org.townloop.loop.ledger.Statement;

/** A statement to be kept on paper: the same lines and sums as on the page, to be added up with a pencil. */
@Component
class StatementPaper {

    private final StatementReader reader;
    private final StatementSheets sheets;

    StatementPaper(StatementReader reader, StatementSheets sheets) {
        this.reader = reader;
        this.sheets = sheets;
    }

    byte[] of(Desk desk, Period period) {
        var page = desk.page();
        var read = reader.read(desk, period);
        var statement = read.statement();
        var sheet = sheets.of(desk, period);
        return Paper.wide(page.text("desk.statement"), page.locale())
                .pair(page.text("desk.paper.merchant"), sheet.merchant())
                .pair(page.text("desk.paper.period"), sheet.title())
                .pair(
                        page.text("desk.csv.currency"),
                        statement.opening().currency().getCurrencyCode())
                .pair(page.text("desk.statement.opening"), StatementFile.plain(statement.opening()))
                .gap()
                .table(
                        columns(desk),
                        statement.entries().stream()
                                .map(entry -> line(desk, read, entry))
                                .toList(),
                        Part.sums(statement).stream()
                                .map(sum -> total(desk, sum))
                                .toList())
                .gap()
                .pair(page.text("desk.statement.closing"), StatementFile.plain(statement.closing()))
                .small(page.text("desk.statement.check"))
                .bytes();
    }

    private static List<Column> columns(Desk desk) {
        var page = desk.page();
        return List.of(
                Column.words(page.text("desk.csv.at"), 14),
                Column.words(page.text("desk.csv.kind"), 12),
                Column.words(page.text("desk.csv.what"), 20),
                Column.words(page.text("desk.csv.who"), 10),
                Column.amounts(page.text("desk.csv.gross"), 10),
                Column.amounts(page.text("desk.csv.platform"), 10),
                Column.amounts(page.text("desk.csv.partner"), 10),
                Column.amounts(page.text("desk.csv.yours"), 10),
                Column.amounts(page.text("desk.csv.balance"), 11));
    }

    private static List<String> line(Desk desk, StatementReader.Read read, Statement.Entry entry) {
        return List.of(
                desk.times().date(entry.at()) + " " + desk.times().time(entry.at()),
                desk.page().text("desk.transfer." + StatementSheets.code(entry)),
                read.title(entry, desk),
                read.resident(entry),
                StatementFile.plain(StatementSheets.gross(entry)),
                StatementFile.plain(entry.platformShare()),
                StatementFile.plain(entry.partnerShare()),
                StatementFile.plain(entry.amount()),
                StatementFile.plain(entry.balance()));
    }

    private static List<String> total(Desk desk, Part.Sum sum) {
        return List.of(
                desk.page().text(sum.part().key()),
                "",
                "",
                "",
                StatementFile.plain(sum.gross()),
                StatementFile.plain(sum.platform()),
                StatementFile.plain(sum.partner()),
                StatementFile.plain(sum.yours()),
                "");
    }
}
