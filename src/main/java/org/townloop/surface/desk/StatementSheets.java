package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Statement;
import org.townloop.loop.ledger.TransferKind;

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
                Part.sums(statement).stream().map(sum -> sum(desk, sum)).toList(),
                formats.exact(statement.closing()),
                desk.to("/desk/statement.csv") + "&from=" + period.from() + "&to=" + period.to(),
                desk.to("/desk/statement.pdf") + "&from=" + period.from() + "&to=" + period.to());
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

    /** What was moved before the shares: nobody has a share of a payout or of what is taken back, so that all lines add up. */
    static Money gross(Statement.Entry entry) {
        return entry.gross().isZero() ? entry.amount() : entry.gross();
    }

    private static StatementView.Sum sum(Desk desk, Part.Sum sum) {
        var formats = desk.page().formats();
        return new StatementView.Sum(
                desk.page().text(sum.part().key()),
                formats.exact(sum.gross()),
                formats.exact(sum.platform()),
                formats.exact(sum.partner()),
                formats.exact(sum.yours()));
    }

    private static StatementView.Row row(Desk desk, StatementReader.Read read, Statement.Entry entry) {
        var formats = desk.page().formats();
        return new StatementView.Row(
                desk.times().date(entry.at()),
                desk.times().time(entry.at()),
                read.title(entry, desk),
                note(desk, read, entry),
                entry.order().toString(),
                desk.page().text("desk.transfer." + code(entry)),
                formats.exact(gross(entry)),
                formats.exact(entry.platformShare()),
                formats.exact(entry.partnerShare()),
                formats.exact(entry.amount()),
                formats.exact(entry.balance()));
    }

    /** Who it was, what it is if it is no release, and what rounding brought. */
    private static String note(Desk desk, StatementReader.Read read, Statement.Entry entry) {
        var page = desk.page();
        var kind =
                entry.kind() == TransferKind.RELEASE || read.title(entry, desk).isEmpty()
                        ? ""
                        : page.text("desk.transfer." + code(entry));
        var rounding = entry.rounding() == 0
                ? ""
                : page.text("desk.statement.rounding", "amount", exactly(entry.rounding(), entry.amount()));
        return Stream.of(read.resident(entry), kind, coupon(desk, read, entry), rounding)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What was let off of what is released, or what of it the platform has paid. */
    private static String coupon(Desk desk, StatementReader.Read read, Statement.Entry entry) {
        var order = read.order(entry);
        return order == null || entry.kind() != TransferKind.RELEASE || !order.hasCoupon()
                ? ""
                : desk.page()
                        .text(
                                order.coupon().isPositive()
                                        ? "desk.statement.coupon-platform"
                                        : "desk.statement.coupon",
                                "off",
                                desk.page().money(order.couponOff()));
    }

    /** Ten-thousandths of a minor unit, in the unit of the currency: less than three of the smallest coins. */
    private static String exactly(int tenThousandths, Money of) {
        return BigDecimal.valueOf(tenThousandths, of.exponent() + 4)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String code(Statement.Entry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
