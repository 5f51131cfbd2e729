package org.townloop.loop.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/**
 * What is left on gift vouchers, passes and balances ("cards"), in the transaction of what changes it. Each returns false
 * if its cause has moved its money already; no card is ever below zero.
 */
@Component
public class StoredValueBook {

    private final Journal journal;
    private final JdbcClient jdbc;

    StoredValueBook(Journal journal, JdbcClient jdbc) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** What is on each of these cards, what others have set aside included; those that were never sold are left out. */
    public Map<UUID, Money> on(Collection<UUID> cards) {
        return cards.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                            select a.owner_id, a.currency, b.balance
                            from ledger.account a
                            join unnest(?::int[], ?::uuid[]) as card (region_id, id)
                                on card.region_id = a.region_id and card.id = a.owner_id
                            cross join lateral (select %s as balance) b
                            where a.kind = 'STORED_VALUE'
                            """.formatted(AccountBalances.OF_A))
                        .params(
                                cards.stream()
                                        .map(card -> RegionId.of(card).number())
                                        .toArray(Integer[]::new),
                                cards.toArray(UUID[]::new))
                        .query((row, number) -> Map.entry(
                                row.getObject("owner_id", UUID.class),
                                Money.of(row.getLong("balance"), row.getString("currency"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * A card was sold: what was paid for the order is what it is worth.
     *
     * @throws Overdrawn if less than that is held for the order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean sold(UUID order, UUID card, Money amount, String cause) {
        return journal.move(TransferKind.STORED, Account.NOBODY, card, order, amount, cause);
    }

    /** As many by one statement; a sale whose cause has moved its money already moves nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sold(Collection<StoredSale> sales) {
        if (!sales.isEmpty()) {
            journal.writeAll(sales.stream()
                    .map(sale -> journal.transfer(
                            TransferKind.STORED,
                            Account.NOBODY,
                            sale.card(),
                            sale.order(),
                            sale.amount(),
                            sale.cause()))
                    .toList());
        }
    }

    /**
     * Somebody pays for an order with it.
     *
     * @throws Overdrawn if less than that is left on it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean used(UUID order, UUID card, Money amount, String cause) {
        return journal.move(TransferKind.STORED_USED, card, Account.NOBODY, order, amount, cause);
    }

    /**
     * The same of many, by one statement.
     *
     * @throws Overdrawn if less than that is left on one of the cards
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(List<CardMove> moves) {
        journal.write(moves.stream()
                .map(move -> journal.transfer(
                        TransferKind.STORED_USED,
                        move.card(),
                        Account.NOBODY,
                        move.order(),
                        move.amount(),
                        move.cause()))
                .toList());
    }

    /**
     * The cards have again what was paid with them, by one statement.
     *
     * @throws Overdrawn if less than that is held for the order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void givenBack(List<CardMove> moves) {
        onto(TransferKind.STORED_BACK, moves);
    }

    /** The platform gives something onto cards with which an order was paid, from its own pocket, by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goodwill(List<CardMove> moves) {
        onto(TransferKind.STORED_GOODWILL, moves);
    }

    private void onto(TransferKind kind, List<CardMove> moves) {
        journal.write(moves.stream()
                .map(move ->
                        journal.transfer(kind, Account.NOBODY, move.card(), move.order(), move.amount(), move.cause()))
                .toList());
    }

    /**
     * The order is called off: the card has it again.
     *
     * @throws Overdrawn if less than that is held for the order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean givenBack(UUID order, UUID card, Money amount, String cause) {
        return journal.move(TransferKind.STORED_BACK, Account.NOBODY, card, order, amount, cause);
    }

    /** As many that ran out by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expired(Collection<StoredExpiry> expiries) {
        if (!expiries.isEmpty()) {
            journal.writeAll(expiries.stream()
                    .map(expiry -> journal.transfer(
                            TransferKind.STORED_EXPIRED,
                            expiry.card(),
                            expiry.merchant(),
                            expiry.card(),
                            expiry.left(),
                            expiry.cause()))
                    .toList());
        }
    }

    /**
     * It ran out: what is left is the merchant's.
     *
     * @throws Overdrawn if less than that is left on it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean expired(UUID card, UUID merchant, Money left, String cause) {
        return journal.move(TransferKind.STORED_EXPIRED, card, merchant, card, left, cause);
    }
}
