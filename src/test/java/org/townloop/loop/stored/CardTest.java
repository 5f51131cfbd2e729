package org.townloop.loop.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

class CardTest {

    private static final Instant SOLD = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void whatDoesNotDivideIsWorthOfTheLastUse() {
        var pass = pass(88_500, 7); // 12642 each, the last one 12648
        var left = pass.worth();
        for (int uses = 7; uses > 0; uses--) {
            assertThat(pass.usesLeft(left)).isEqualTo(uses);
            var taken = pass.worthOf(1, left);
            assertThat(taken.minor()).isEqualTo(uses == 1 ? 12_648 : 12_642);
            left = left.minus(taken);
        }
        assertThat(left.isZero()).isTrue();
        assertThat(pass.usesLeft(left)).isZero();
    }

    @Test
    void severalUsesAtOnceTakeAsMuchAsOneAfterAnother() {
        var pass = pass(1_000, 3);
        assertThat(pass.worthOf(2, pass.worth()).minor()).isEqualTo(666);
        assertThat(pass.worthOf(3, pass.worth()).minor()).isEqualTo(1_000);
        assertThat(pass.worthOf(2, yuan(667)).minor()).isEqualTo(667);
    }

    @Test
    void whatCameBackInPartMakesNoUseThatIsNotWhole() {
        var pass = pass(15, 10); // 1 each, the last one 6
        assertThat(pass.usesLeft(yuan(15))).isEqualTo(10);
        assertThat(pass.usesLeft(yuan(6))).isEqualTo(1);
        assertThat(pass.usesLeft(yuan(5))).isEqualTo(1);
        assertThat(pass(1_000, 3).usesLeft(yuan(332))).isZero();
    }

    @Test
    void aCardIsGoodUntilItRunsOut() {
        var gift = new Card(
                new CardId(id()),
                new MerchantId(id()),
                new PlaceId(id()),
                CardKind.GIFT,
                null,
                null,
                yuan(100),
                null,
                new OrderId(id()),
                1,
                CardState.ACTIVE,
                SOLD,
                SOLD.plus(Duration.ofDays(1)));
        assertThat(gift.isGood(SOLD)).isTrue();
        assertThat(gift.isGood(SOLD.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void halfAPassIsNone() {
        assertThatThrownBy(() -> card(CardKind.PASS, null, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> card(CardKind.GIFT, new OfferId(id()), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pass(9, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Card pass(long worth, int uses) {
        return card(CardKind.PASS, new OfferId(id()), uses, worth);
    }

    private static Card card(CardKind kind, @Nullable OfferId offer, int uses) {
        return card(kind, offer, uses, 1_000);
    }

    private static Card card(CardKind kind, @Nullable OfferId offer, int uses, long worth) {
        return new Card(
                new CardId(id()),
                new MerchantId(id()),
                new PlaceId(id()),
                kind,
                offer,
                uses,
                yuan(worth),
                null,
                new OrderId(id()),
                1,
                CardState.ACTIVE,
                SOLD,
                null);
    }

    private static Money yuan(long minor) {
        return Money.of(minor, "CNY");
    }

    private static UUID id() {
        return Ids.next(new RegionId(1), SOLD);
    }
}
