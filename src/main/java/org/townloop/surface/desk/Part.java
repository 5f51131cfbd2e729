package org.townloop.surface.desk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Statement;

/** What the lines of a statement are added up apart: what is earned is no payout, and what is paid out no fee. */
enum Part {
    EARNED,
    PAID_OUT;

    /** In the order in which they stand below the lines. */
    record Sum(Part part, Money gross, Money platform, Money partner, Money yours) {}

    private static Part of(Statement.Entry entry) {
        return entry.isPayout() ? PAID_OUT : EARNED;
    }

    /** What was earned, even if it was nothing; and what was paid out, if anything was. */
    static List<Sum> sums(Statement statement) {
        return Arrays.stream(values())
                .filter(part -> part == EARNED || statement.entries().stream().anyMatch(entry -> of(entry) == part))
                .map(part -> part.sum(statement))
                .toList();
    }

    String key() {
        return switch (this) {
            case EARNED -> "desk.statement.earned";
            case PAID_OUT -> "desk.statement.paid-out";
        };
    }

    private Sum sum(Statement statement) {
        return new Sum(
                this,
                total(statement, StatementSheets::gross),
                total(statement, Statement.Entry::platformShare),
                total(statement, Statement.Entry::partnerShare),
                total(statement, Statement.Entry::amount));
    }

    private Money total(Statement statement, Function<Statement.Entry, Money> column) {
        return statement.entries().stream()
                .filter(entry -> of(entry) == this)
                .map(column)
                .reduce(Money.zero(statement.opening().currency()), Money::plus);
    }
}
