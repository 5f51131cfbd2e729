package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.ledger.StoredMove;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardState;

/** Cards that run out, and what merchants owe on those that have not. */
@TownTest
class CardExpiryTests extends CardDay {

    @Autowired
    CardExpiry expiry;

    @Autowired
    CardLiabilities liabilities;

    @Test
    void whatIsLeftOnACardThatRanOutIsItsMerchants() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        assertThat(owed()).isEqualTo(10_000);
        runsOut(card);
        expiredBy(card);
        assertThat(left(card)).isZero();
        assertThat(owed()).isZero();
        assertThat(liabilities.of(salon.merchant()))
                .containsEntry(StoredMove.Kind.SOLD, 10_000L)
                .containsEntry(StoredMove.Kind.EXPIRED, 10_000L);
        expiry.expire(1_000);
        assertThat(own.moves(actor(resident), card.id())).hasSize(2);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aCardOfWhichSomethingIsSetAsideDoesNotRunOutYet() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        runsOut(card);
        var other = ordered(resident, gift(), 5_000, false);
        TestTown.jdbc()
                .sql("""
                    insert into stored.reservation (region_id, payment_id, order_id, card_id, amount_minor, state, made_at, until)
                    values (?, ?, ?, ?, 100, 'OPEN', now(), now())
                    """)
                .params(
                        salon.region().number(),
                        salon.order(),
                        other.id().value(),
                        card.id().value())
                .update();
        expiry.expire(1_000);
        assertThat(cards.get(card.id()).state()).isEqualTo(CardState.ACTIVE);
        TestTown.jdbc()
                .sql("update stored.reservation set state = 'FREED' where card_id = ?")
                .param(card.id().value())
                .update();
        expiredBy(card);
        assertThat(left(card)).isZero();
    }

    @Test
    void whatMerchantsOweIsAddedUpOverAllTheirCards() throws IOException {
        bought(resident, gift(), 10_000, false);
        bought(resident, pass(), 35_000, false);
        assertThat(owed()).isEqualTo(45_000);
        var mine = liabilities.in(List.of(salon.region())).stream()
                .filter(each -> each.merchant().equals(salon.merchant()))
                .findFirst()
                .orElseThrow();
        assertThat(mine.cards()).isEqualTo(2);
    }

    private long owed() {
        return liabilities.in(List.of(salon.region())).stream()
                .filter(each -> each.merchant().equals(salon.merchant()))
                .mapToLong(each -> each.outstanding().minor())
                .sum();
    }

    private void runsOut(Card card) {
        clock.move(Duration.ofDays(1));
        TestTown.jdbc()
                .sql("update stored.card set expires_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), card.id().value())
                .update();
    }

    /** A batch of another may hold it at that moment. */
    private void expiredBy(Card card) {
        Awaitility.await().untilAsserted(() -> {
            expiry.expire(1_000);
            assertThat(cards.get(card.id()).state()).isEqualTo(CardState.EXPIRED);
        });
    }
}
