package org.townloop.surface.desk;

import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Statement;

/** Sets a statement out for reading. */
@Component
class StatementSheets {

    private final StatementReader reader;

    StatementSheets(StatementReader reader) {
        this.reader = reader;
    }

    /** Whether the merchant may be paid. */
    boolean verified(Desk desk) {
        return reader.merchant(desk).standing().isVerified();
    }

    StatementView.Sheet of(Desk desk, Period period) {
        var read = reader.read(desk, period);
        var statement = read.statement();
        var formats = desk.page().formats();
        return new StatementView.Sheet(
                desk.page().say(reader.merchant(desk).name()),
                title(desk, period),
                formats.exact(statement.opening()),
                statement.entries().stream()
                        .map(entry -> row(desk, read, entry))
                        .toList(),
                formats.exact(total(statement, Statement.Entry::gross)),
                formats.exact(total(statement, Statement.Entry::platformShare)),
                formats.exact(total(statement, Statement.Entry::partnerShare)),
                formats.exact(total(statement, Statement.Entry::amount)),
                formats.exact(statement.closing()),
                desk.to("/desk/statement.csv") + "&from=" + period.from() + "&to=" + period.to());
    }

    private static String title(Desk desk, Period period) {
        var times = desk.times();
        return period.from().equals(period.to())
                ? times.date(period.from())
                : desk.page()
                        .text(
                                "desk.statement.period",
                                "from",
                                times.date(period.from()),
                                "to",
                                times.date(period.to()));
    }

    static Money total(Statement statement, Function<Statement.Entry, Money> column) {
        return statement.entries().stream()
                .map(column)
                .reduce(Money.zero(statement.opening().currency()), Money::plus);
    }

    private static StatementView.Row row(Desk desk, StatementReader.Read read, Statement.Entry entry) {
        var formats = desk.page().formats();
        return new StatementView.Row(
                desk.times().date(entry.at()),
                desk.times().time(entry.at()),
                read.title(entry, desk),
                read.resident(entry),
                entry.order().toString(),
                desk.page().text("desk.transfer." + code(entry)),
                formats.exact(entry.gross()),
                formats.exact(entry.platformShare()),
                formats.exact(entry.partnerShare()),
                formats.exact(entry.amount()),
                formats.exact(entry.balance()));
    }

    static String code(Statement.Entry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
