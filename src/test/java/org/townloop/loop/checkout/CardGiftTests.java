package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.Gifts;

/** A card that is bought for somebody else: handed over by a secret, claimed once, and nobody's business afterwards. */
@TownTest
class CardGiftTests extends CardDay {

    @Autowired
    Gifts gifts;

    @Test
    void whoHasTheSecretClaimsItAndItsBuyerSeesOnlyThat() throws IOException {
        var card = bought(resident, gift(), 10_000, true);
        assertThat(card.owner()).isNull();
        assertThat(own.of(actor(resident))).isEmpty();
        var secret = done(gifts.link(actor(resident), card.id()));
        assertThat(gifts.behind(secret).orElseThrow().left().minor()).isEqualTo(10_000);
        var friend = TestPeople.resident(salon.region());
        done(gifts.claim(actor(friend), secret));
        done(gifts.claim(actor(friend), secret));
        assertThat(own.of(actor(friend)))
                .singleElement()
                .satisfies(seen -> assertThat(seen.card().id()).isEqualTo(card.id()));
        var given = own.given(actor(resident)).getFirst();
        assertThat(given.left()).isNull();
        assertThat(given.gift())
                .isNotNull()
                .satisfies(gift -> assertThat(gift.claimedAt()).isNotNull());
        assertThat(own.get(actor(resident), card.id()).left()).isNull();
        assertThat(own.moves(actor(resident), card.id())).isEmpty();
        assertThat(refused(returned.withdraw(actor(resident), card.id()))).isEqualTo("card-not-withdrawable");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aNewSheetMakesTheEarlierOneWorthlessAndOnlyItsBuyerMakesOne() throws IOException {
        var card = bought(resident, gift(), 10_000, true);
        var first = done(gifts.link(actor(resident), card.id()));
        var second = done(gifts.link(actor(resident), card.id()));
        assertThat(gifts.behind(first)).isEmpty();
        assertThat(gifts.behind(second)).isPresent();
        assertThat(second).hasSizeGreaterThanOrEqualTo(43);
        var stranger = TestPeople.resident(salon.region());
        assertThatThrownBy(() -> gifts.link(actor(stranger), card.id())).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> gifts.claim(actor(stranger), first)).isInstanceOf(Absent.class);
        var kept = TestTown.jdbc()
                .sql("select encode(secret_hash, 'escape') from stored.gift where card_id = ?")
                .param(card.id().value())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(second);
    }

    @Test
    void aGiftThatWasGivenBackCannotBeClaimed() throws IOException {
        var card = bought(resident, gift(), 10_000, true);
        var secret = done(gifts.link(actor(resident), card.id()));
        done(returned.withdraw(actor(resident), card.id()));
        var friend = TestPeople.resident(salon.region());
        assertThat(refused(gifts.claim(actor(friend), secret))).isEqualTo("gift-claimed");
        assertThat(left(card)).isZero();
    }

    @Test
    void ofTwentyWhoClaimItAtOnceOneHasIt() throws Exception {
        var card = bought(resident, gift(), 10_000, true);
        var secret = done(gifts.link(actor(resident), card.id()));
        var friends = IntStream.range(0, 20)
                .mapToObj(i -> TestPeople.resident(salon.region()))
                .toList();
        var claims = atOnce(friends.stream()
                .<Callable<Outcome<CardId>>>map(friend -> () -> gifts.claim(actor(friend), secret))
                .toList());
        assertThat(claims.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(friends.stream().map(friend -> new PersonId(friend.id())))
                .contains(cards.get(card.id()).owner());
        assertThat(friends.stream().filter(friend -> !own.of(actor(friend)).isEmpty()))
                .hasSize(1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(call -> {
                        try {
                            return call.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
