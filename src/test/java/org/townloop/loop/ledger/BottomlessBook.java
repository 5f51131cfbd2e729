package org.townloop.loop.ledger;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The negative control: a book that takes more of a card than is on it. */
public final class BottomlessBook {

    private BottomlessBook() {}

    public static StoredValueBook of(ApplicationContext town) {
        var jdbc = town.getBean(JdbcTemplate.class);
        var floor = new Floor(jdbc) {
            @Override
            void lock(List<Transfer> transfers) {}

            @Override
            void require(List<Transfer> transfers) {}
        };
        var transfers = new Transfers(jdbc, new Accounts(jdbc), floor);
        return new StoredValueBook(new Journal(transfers, town.getBean(Clock.class)), town.getBean(JdbcClient.class));
    }
}
