package org.townloop.loop.ledger;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The negative control: a book that takes more of a card, or of a payee, than is there. */
public final class BottomlessBook {

    private BottomlessBook() {}

    public static StoredValueBook of(ApplicationContext town) {
        var transfers = transfers(town);
        return new StoredValueBook(new Journal(transfers, town.getBean(Clock.class)), town.getBean(JdbcClient.class));
    }

    public static PayoutBook payouts(ApplicationContext town) {
        var transfers = transfers(town);
        return new PayoutBook(
                transfers, new Journal(transfers, town.getBean(Clock.class)), town.getBean(Payables.class));
    }

    private static Transfers transfers(ApplicationContext town) {
        var jdbc = town.getBean(JdbcTemplate.class);
        var floor = new Floor(jdbc) {
            @Override
            void lock(List<Transfer> transfers) {}

            @Override
            void require(List<Transfer> transfers) {}
        };
        return new Transfers(jdbc, new Accounts(jdbc), floor);
    }
}
