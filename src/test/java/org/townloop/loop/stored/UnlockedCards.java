package org.townloop.loop.stored;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.loop.ledger.StoredValueBook;

/** The negative control of races for cards. */
public final class UnlockedCards {

    private UnlockedCards() {}

    /** Reads and goes on as if it had locked; when it has read what is left, the other one goes as far as they get. */
    public static Cards of(ApplicationContext town, boolean locked, Runnable other) {
        return new Cards(
                town.getBean(JdbcClient.class), town.getBean(StoredValueBook.class), town.getBean(Clock.class)) {
            @Override
            public List<Card> lock(Collection<CardId> ids) {
                return locked ? super.lock(ids) : List.copyOf(get(ids).values());
            }

            @Override
            public List<CardLeft> left(List<Card> cards) {
                var read = super.left(cards);
                other.run();
                return read;
            }
        };
    }
}
