package org.townloop.loop.stored;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.supply.merchant.PlaceId;

/** The cards. What is left on one is what the ledger says, less what is set aside. */
@Component
public class Cards {

    private final JdbcClient jdbc;
    private final StoredValueBook book;
    private final Clock clock;

    Cards(JdbcClient jdbc, StoredValueBook book, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Writes cards that were sold, by one statement. A line of an order sells one card, however often it is said.
     *
     * @return those that were written now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<CardId> insert(Collection<Card> cards) {
        return cards.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                    insert into stored.card (region_id, id, merchant_id, place_id, kind, offer_id, uses, worth_minor,
                        currency, owner_id, order_id, line, state, sold_at, expires_at)
                    select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::int[],
                        ?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::timestamptz[],
                        ?::timestamptz[])
                    on conflict on constraint sold_once do nothing
                    returning id
                    """)
                        .params(CardColumns.of(List.copyOf(cards)))
                        .query((row, number) -> new CardId(row.getObject("id", UUID.class)))
                        .list());
    }

    /** @throws Absent if there is no such card */
    public Card get(CardId id) {
        return find(id).orElseThrow(() -> new Absent("card " + id.value()));
    }

    public Optional<Card> find(CardId id) {
        return RegionId.isIn(id.value()) ? of(List.of(id), "").stream().findFirst() : Optional.empty();
    }

    /** Those of them that there are. */
    public Map<CardId, Card> get(Collection<CardId> ids) {
        return of(ids, "").stream().collect(Collectors.toMap(Card::id, card -> card));
    }

    /** Locks them until the transaction ends, by their ids, so that two who want some of the same wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Card> lock(Collection<CardId> ids) {
        return ids.isEmpty() ? List.of() : of(ids, " order by c.region_id, c.id for no key update of c");
    }

    /** All that somebody owns, the latest first. */
    public List<Card> of(PersonId owner) {
        return jdbc.sql(CardRows.SELECT + " where c.owner_id = ? order by c.sold_at desc, c.id desc")
                .param(owner.value())
                .query(CardRows::read)
                .list();
    }

    /**
     * Some of them, from after one of them on.
     *
     * @param after null for the first of them; nothing comes after what is not theirs
     */
    public List<Card> of(PersonId owner, @Nullable CardId after, int limit) {
        return jdbc.sql(CardRows.SELECT + """
             where c.owner_id = ? and (?::uuid is null or (c.sold_at, c.id) < (
                select l.sold_at, l.id from stored.card l where (l.region_id, l.id, l.owner_id) = (?, ?, c.owner_id)))
            order by c.sold_at desc, c.id desc
            limit ?
            """)
                .params(Arrays.<@Nullable Object>asList(
                        owner.value(),
                        after == null ? null : after.value(),
                        after == null ? null : after.region().number(),
                        after == null ? null : after.value(),
                        limit))
                .query(CardRows::read)
                .list();
    }

    /** What a person can pay with at a place now, if it fits what is bought; what runs out first comes first. */
    public List<CardLeft> usable(PersonId owner, PlaceId place) {
        var good = jdbc.sql(CardRows.SELECT + """
             where c.owner_id = ? and c.region_id = ? and c.place_id = ? and c.state = 'ACTIVE'
                and (c.expires_at is null or c.expires_at > ?)
            order by c.expires_at nulls last, c.sold_at, c.id
            """)
                .params(owner.value(), place.region().number(), place.value(), Timestamp.from(clock.instant()))
                .query(CardRows::read)
                .list();
        return left(good).stream().filter(card -> card.left().isPositive()).toList();
    }

    /** What is left on each of them, in their order: what the ledger says, less what is set aside. */
    public List<CardLeft> left(List<Card> cards) {
        var on = book.on(cards.stream().map(card -> card.id().value()).toList());
        var aside = setAside(cards);
        return cards.stream()
                .map(card -> new CardLeft(
                        card,
                        on.getOrDefault(
                                        card.id().value(),
                                        Money.zero(card.worth().currency()))
                                .minus(new Money(
                                        aside.getOrDefault(card.id(), 0L),
                                        card.worth().currency()))))
                .toList();
    }

    /**
     * Moves cards on, by one guarded statement.
     *
     * @return those that were moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<CardId> become(CardState next, Collection<CardId> cards) {
        var before = List.of(CardState.values()).stream()
                .filter(state -> state.canBecome(next))
                .map(Enum::name)
                .toArray(String[]::new);
        return Set.copyOf(jdbc.sql("""
            update stored.card c set state = ?
            where (c.region_id, c.id) in (select * from unnest(?::int[], ?::uuid[])) and c.state = any (?)
            returning c.id
            """)
                .params(next.name(), regions(cards), ids(cards), before)
                .query((row, number) -> new CardId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Those that ran out, or are about to, are good until then; the others stay as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revive(Collection<CardId> cards, Instant until) {
        if (!cards.isEmpty()) {
            jdbc.sql("""
                update stored.card c set state = 'ACTIVE', expires_at = ?
                where (c.region_id, c.id) in (select * from unnest(?::int[], ?::uuid[]))
                    and c.state in ('ACTIVE', 'EXPIRED') and c.expires_at < ?
                """)
                    .params(Timestamp.from(until), regions(cards), ids(cards), Timestamp.from(until))
                    .update();
        }
    }

    private Map<CardId, Long> setAside(List<Card> cards) {
        var ids = cards.stream().map(Card::id).toList();
        return jdbc
                .sql("""
                        select r.card_id, sum(r.amount_minor) as amount_minor
                        from stored.reservation r
                        where (r.region_id, r.card_id) in (select * from unnest(?::int[], ?::uuid[])) and r.state = 'OPEN'
                    and r.until > ?
                        group by r.card_id
                    """)
                .params(regions(ids), ids(ids), Timestamp.from(clock.instant()))
                .query((row, number) ->
                        Map.entry(new CardId(row.getObject("card_id", UUID.class)), row.getLong("amount_minor")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Card> of(Collection<CardId> ids, String order) {
        return jdbc.sql(CardRows.SELECT + " where (c.region_id, c.id) in (select * from unnest(?::int[], ?::uuid[]))"
                        + order)
                .params(regions(ids), ids(ids))
                .query(CardRows::read)
                .list();
    }

    static Integer[] regions(Collection<CardId> ids) {
        return ids.stream().map(id -> id.region().number()).toArray(Integer[]::new);
    }

    static UUID[] ids(Collection<CardId> ids) {
        return ids.stream().map(CardId::value).toArray(UUID[]::new);
    }
}
