package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TownTest;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.booking.Pricing;
import org.townloop.supply.booking.Unlocked;
import org.townloop.supply.pack.Packs;

/**
 * A guest moves two pieces of one appointment to one time at once, each to somebody who is free: one is moved. Without the
 * lock on all of their pieces the guest is in two chairs.
 */
@TownTest
class OneAtATimeRaceTests extends TwoSalons {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");

    @Autowired
    ApplicationContext town;

    private List<UUID> pieces;

    @BeforeEach
    void aCutAndAPermByTwoHairdressers() throws IOException {
        pieces = piecesAtNineAndTen();
    }

    private List<UUID> piecesAtNineAndTen() throws IOException {
        var salon = TestSalon.with(2, 2);
        var cut = offer(service(salon, 60, salon.staff().get(0), "chair", false));
        var perm = offer(service(salon, 60, salon.staff().get(1), "chair", false));
        var items = List.of(item(cut, NINE), item(perm, NINE.plus(Duration.ofHours(1))));
        var held = client.post(
                resident, "/api/orders", UUID.randomUUID().toString(), Map.of("items", items, "combined", true));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        return paid(held.body());
    }

    @Rounds
    void ofTwoPiecesThatAreMovedToOneTimeOneIs() throws IOException {
        for (int round = 0; round < 5; round++) {
            var now = round == 0 ? pieces : piecesAtNineAndTen();
            var answers = new ConcurrentLinkedQueue<Integer>();
            Race.of(now.stream().map(piece -> () -> answers.add(move(piece))));
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void withoutTheLockTheGuestIsInTwoChairs() {
        var unlocked =
                new OneAtATime(
                        town.getBean(Orders.class),
                        town.getBean(Baskets.class),
                        town.getBean(LeavingOrders.class),
                        offers,
                        clock) {
                    @Override
                    Order lock(OrderId id) {
                        return town.getBean(Orders.class).lock(id);
                    }
                };
        assertThat(race(unlocked)).containsExactly(true, true);
    }

    /** Which of them were moved, if both choose before either writes. */
    private Collection<Boolean> race(OneAtATime oneAtATime) {
        var moves = new Moves(
                town.getBean(Orders.class),
                town.getBean(MoveRules.class),
                oneAtATime,
                town.getBean(Deliveries.class),
                offers,
                Unlocked.bookings(town, 2),
                town.getBean(Doorsteps.class),
                town.getBean(DayWindows.class),
                town.getBean(Pricing.class),
                town.getBean(Packs.class),
                town.getBean(Askings.class),
                town.getBean(Custody.class),
                town.getBean(Vouchers.class),
                town.getBean(Issuance.class),
                town.getBean(EventLog.class),
                clock);
        var moved = new ConcurrentLinkedQueue<Boolean>();
        Race.of(pieces.stream()
                .map(OrderId::new)
                .map(id -> () -> moved.add(
                        atomically.run(() -> moves.move(moves.lock(id), SATURDAY, null)) instanceof Outcome.Done)));
        return moved;
    }

    private int move(UUID piece) {
        try {
            return client.post(
                            resident,
                            "/api/orders/" + piece + "/move",
                            UUID.randomUUID().toString(),
                            Map.of("slotStart", SATURDAY.toString()))
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
