package org.townloop.loop.stored;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.ledger.StoredValueBook;

/** The negative control of claiming: who claims does not lock the card, or gives it whoever has it. */
public final class UnguardedGifts {

    private UnguardedGifts() {}

    /** @param other where those meet who have read that nobody has claimed it */
    public static Gifts of(ApplicationContext town, boolean locked, boolean guarded, Runnable other) {
        var jdbc = town.getBean(JdbcClient.class);
        var clock = town.getBean(Clock.class);
        var cards = new Cards(jdbc, town.getBean(StoredValueBook.class), clock) {
            @Override
            public List<Card> lock(Collection<CardId> ids) {
                var read = locked ? super.lock(ids) : List.copyOf(get(ids).values());
                other.run();
                return read;
            }
        };
        return new Gifts(jdbc, cards, town.getBean(Atomically.class), town.getBean(EventLog.class), clock) {
            @Override
            boolean give(CardId id, PersonId owner) {
                return guarded ? super.give(id, owner) : take(jdbc, id, owner);
            }
        };
    }

    private static boolean take(JdbcClient jdbc, CardId id, PersonId owner) {
        return jdbc.sql("update stored.card set owner_id = ? where region_id = ? and id = ?")
                        .params(owner.value(), id.region().number(), id.value())
                        .update()
                == 1;
    }
}
