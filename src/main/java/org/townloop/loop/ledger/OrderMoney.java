package org.townloop.loop.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.townloop.base.kernel.Money;

/**
 * Where an order's money is. What is neither released nor refunded is held in escrow.
 *
 * @param released net of what was taken back
 * @param goodwill what the platform gave the resident on top, from its own pocket
 * @param chargedBack what of the refunded the payer's bank took
 */
public record OrderMoney(Money captured, Money released, Money refunded, Money goodwill, Money chargedBack) {

    public OrderMoney {
        if (released.plus(refunded).minor() > captured.minor()) {
            throw new Overdrawn("released " + released.minor() + " and refunded " + refunded.minor()
                    + " exceed the captured " + captured.minor() + " " + captured.currency());
        }
        if (released.minor() < 0) {
            throw new Overdrawn("more was taken back than was released: " + released.minor());
        }
        if (refunded.minus(chargedBack).plus(goodwill).minor() > captured.minor()) {
            throw new Overdrawn("refunded " + refunded.minor() + " and given " + goodwill.minor()
                    + " exceed the captured " + captured.minor() + " " + captured.currency());
        }
    }

    public OrderMoney(Money captured, Money released, Money refunded, Money goodwill) {
        this(captured, released, refunded, goodwill, Money.zero(captured.currency()));
    }

    public OrderMoney(Money captured, Money released, Money refunded) {
        this(captured, released, refunded, Money.zero(captured.currency()));
    }

    public static OrderMoney none(Currency currency) {
        return new OrderMoney(Money.zero(currency), Money.zero(currency), Money.zero(currency));
    }

    static OrderMoney read(ResultSet row, String currency) throws SQLException {
        return new OrderMoney(
                Money.of(row.getLong("captured"), currency),
                Money.of(row.getLong("released"), currency),
                Money.of(row.getLong("refunded"), currency),
                Money.of(row.getLong("goodwill"), currency),
                Money.of(row.getLong("charged_back"), currency));
    }

    /** In escrow. */
    public Money held() {
        return captured.minus(released).minus(refunded);
    }
}
