package org.townloop.loop.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Secrets;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;

/**
 * Cards that are given to somebody: whoever has the secret and is signed in claims one, once. Its buyer sees that it was
 * claimed, and not what becomes of it.
 */
@Component
public class Gifts {

    private static final String SELECT =
            "select g.card_id, g.buyer_id, g.secret_hash is not null as has_link, g.claimed_at from stored.gift g ";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Atomically atomically;
    private final EventLog events;
    private final Clock clock;

    Gifts(JdbcClient jdbc, Cards cards, Atomically atomically, EventLog events, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.atomically = atomically;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction of their sale: who bought them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Map<CardId, PersonId> buyers) {
        if (buyers.isEmpty()) {
            return;
        }
        var ids = List.copyOf(buyers.keySet());
        jdbc.sql("""
            insert into stored.gift (region_id, card_id, buyer_id)
            select * from unnest(?::int[], ?::uuid[], ?::uuid[])
            """)
                .params(
                        Cards.regions(ids),
                        Cards.ids(ids),
                        ids.stream().map(buyers::get).map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    public Optional<Gift> of(CardId card) {
        return RegionId.isIn(card.value())
                ? jdbc.sql(SELECT + "where g.region_id = ? and g.card_id = ?")
                        .params(card.region().number(), card.value())
                        .query(Gifts::read)
                        .optional()
                : Optional.empty();
    }

    /** Those of them that are gifts, or were. */
    public Map<CardId, Gift> of(Collection<CardId> ids) {
        return jdbc
                .sql(SELECT + "where (g.region_id, g.card_id) in (select * from unnest(?::int[], ?::uuid[]))")
                .params(Cards.regions(ids), Cards.ids(ids))
                .query(Gifts::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Gift::card, gift -> gift));
    }

    /** Those that somebody bought, the latest first. */
    public List<Gift> of(PersonId buyer) {
        return jdbc.sql(SELECT + "where g.buyer_id = ? order by g.card_id desc")
                .param(buyer.value())
                .query(Gifts::read)
                .list();
    }

    /**
     * A new secret for whoever is to have it; an earlier one opens nothing any more.
     *
     * @return refused once it is claimed, or not good any more
     * @throws Absent if the actor has not bought it to be given away
     */
    public Outcome<String> link(Actor buyer, CardId card) {
        var gift = of(card).filter(each -> each.buyer().equals(buyer.person()));
        if (gift.isEmpty()) {
            throw new Absent("gift " + card.value());
        }
        return atomically.run(() -> {
            var secret = Secrets.random();
            return isOpen(cards.lock(List.of(card))) && keep(card, secret)
                    ? Outcome.done(secret)
                    : Outcome.refused(StoredReason.GIFT_CLAIMED);
        });
    }

    /** What a secret opens; nothing if it is none. */
    public Optional<CardLeft> behind(String secret) {
        return card(secret)
                .map(cards::get)
                .map(card -> cards.left(List.of(card)).getFirst());
    }

    /**
     * From now on the card is theirs who have its secret. Whoever has claimed it may say so again.
     *
     * @return refused if somebody else has it, or it is not good any more
     * @throws Absent if the secret is none
     */
    public Outcome<CardId> claim(Actor actor, String secret) {
        var id = card(secret).orElseThrow(() -> new Absent("a gift"));
        return atomically.run(() -> {
            var locked = cards.lock(List.of(id));
            var isTheirs = locked.stream().anyMatch(card -> actor.person().equals(card.owner()));
            if (isTheirs) {
                return Outcome.done(id);
            }
            if (!isOpen(locked) || !give(id, actor.person())) {
                return Outcome.refused(StoredReason.GIFT_CLAIMED);
            }
            events.append(new CardClaimed(id.value()));
            return Outcome.done(id);
        });
    }

    private boolean isOpen(Collection<Card> locked) {
        return locked.stream().allMatch(card -> card.owner() == null && card.isGood(clock.instant()));
    }

    /** Guarded besides the lock: a card that has an owner gets no other. */
    boolean give(CardId id, PersonId owner) {
        var given = jdbc.sql("""
            update stored.card set owner_id = ?
            where region_id = ? and id = ? and owner_id is null and state = 'ACTIVE'
            """)
                .params(owner.value(), id.region().number(), id.value())
                .update();
        return given == 1
                && jdbc.sql("update stored.gift set claimed_at = ? where region_id = ? and card_id = ?")
                                .params(
                                        Timestamp.from(clock.instant()),
                                        id.region().number(),
                                        id.value())
                                .update()
                        == 1;
    }

    private boolean keep(CardId id, String secret) {
        return jdbc.sql("""
            update stored.gift set secret_hash = ?, made_at = ?
            where region_id = ? and card_id = ? and claimed_at is null
            """)
                        .params(
                                Secrets.hash(secret),
                                Timestamp.from(clock.instant()),
                                id.region().number(),
                                id.value())
                        .update()
                == 1;
    }

    private Optional<CardId> card(String secret) {
        return jdbc.sql("select card_id from stored.gift where secret_hash = ?")
                .param(Secrets.hash(secret))
                .query((row, number) -> new CardId(row.getObject("card_id", UUID.class)))
                .optional();
    }

    private static Gift read(ResultSet row, int number) throws SQLException {
        var claimed = row.getTimestamp("claimed_at");
        return new Gift(
                new CardId(row.getObject("card_id", UUID.class)),
                new PersonId(row.getObject("buyer_id", UUID.class)),
                row.getBoolean("has_link"),
                claimed == null ? null : claimed.toInstant());
    }
}
