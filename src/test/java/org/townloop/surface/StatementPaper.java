package org.townloop.surface;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.List;

/**
 * A statement as it can be read off the page, to be checked with a pencil.
 *
 * @param totals the merchant's part of what was earned, and of what was paid out
 */
record StatementPaper(BigDecimal opening, List<Row> rows, List<BigDecimal> totals, BigDecimal closing) {

    /** @param what said of it, with whom it concerns */
    record Row(
            String what,
            BigDecimal gross,
            BigDecimal platform,
            BigDecimal partner,
            BigDecimal yours,
            BigDecimal balance) {

        boolean addsUp() {
            return gross.subtract(platform).subtract(partner).compareTo(yours) == 0;
        }
    }

    static StatementPaper read(Visitor merchant) {
        return new StatementPaper(
                amounts(merchant.find("tbody tr.balance")).getFirst(),
                merchant.all("tbody tr:not(.balance)").all().stream()
                        .map(StatementPaper::row)
                        .toList(),
                merchant.all("tfoot tr:not(.balance)").all().stream()
                        .map(row -> amounts(row).getLast())
                        .toList(),
                amounts(merchant.find("tfoot tr.balance")).getFirst());
    }

    /** Every row, the running balance, and the totals below. */
    boolean addsUp() {
        var balance = opening;
        for (var row : rows) {
            balance = balance.add(row.yours());
            if (!row.addsUp() || balance.compareTo(row.balance()) != 0) {
                return false;
            }
        }
        return balance.compareTo(closing) == 0
                && totals.stream().reduce(opening, BigDecimal::add).compareTo(closing) == 0;
    }

    private static Row row(Locator row) {
        var amounts = amounts(row);
        return new Row(
                row.locator("th").innerText(),
                amounts.get(0),
                amounts.get(1),
                amounts.get(2),
                amounts.get(3),
                amounts.get(4));
    }

    private static List<BigDecimal> amounts(Locator row) {
        return row.locator("td.amount").allInnerTexts().stream()
                .map(StatementPaper::amount)
                .toList();
    }

    static BigDecimal amount(String text) {
        return new BigDecimal(text.replace('−', '-').replaceAll("[^\\d.-]", ""));
    }
}
