package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.booking.ModesModel.Kept;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/** One bazaar of its own, and what happens in it by the dice, beside the model of it. */
final class ModesRun {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ACTS = 300;
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final ApplicationContext town;
    private final TestClock clock;
    private final Atomically atomically;
    private final long seed;
    private final Random dice;
    private final Counter counter;
    private final ModesModel model;
    private final Bazaar bazaar;
    private final ModesScreen screen;
    private final LocalDate today;
    private final UnaryOperator<List<HoldRequest>> asked;
    private final Map<UUID, UUID> together = new HashMap<>();
    private int act;

    /** @param through books as the town does, or does not */
    ModesRun(ApplicationContext town, long seed, Bookings through) {
        this(town, seed, through, basket -> basket);
    }

    /** @param asked what of a basket is asked for: all of it, or not */
    ModesRun(ApplicationContext town, long seed, Bookings through, UnaryOperator<List<HoldRequest>> asked) {
        this.asked = asked;
        this.town = town;
        this.clock = town.getBean(TestClock.class);
        this.atomically = town.getBean(Atomically.class);
        this.seed = seed;
        this.dice = new Random(seed);
        this.counter = new Counter(through, atomically, clock);
        this.model = new ModesModel(ZONE, clock);
        this.bazaar = Bazaar.open(town.getBean(Offers.class), model);
        this.screen = new ModesScreen(town, model);
        this.today = LocalDate.ofInstant(clock.instant(), ZONE);
    }

    void acts() {
        var end = System.nanoTime() + LONGEST.toNanos();
        for (act = 0; act < ACTS && System.nanoTime() < end; act++) {
            switch (model.kept().isEmpty() ? 0 : dice.nextInt(13)) {
                case 0, 1, 2, 3 -> hold();
                case 4, 5 -> pay(any());
                case 6 -> cancel(any());
                case 7 -> move(any());
                case 8 -> clock.move(Duration.ofMinutes(dice.nextInt(6)));
                case 9 -> closeOrOpen();
                case 10, 11 -> holdTogether();
                default -> endTogether(any());
            }
            if (act % 25 == 24) {
                expire();
                bazaar.offers()
                        .forEach(offer -> screen.agrees(offer, someDay(), "seed " + seed + ", act " + act + ": "));
            }
        }
    }

    private void hold() {
        var offer = bazaar.any(dice);
        var wish = bazaar.wish(offer, dice, today);
        var order = bazaar.order(offer);
        var expected = model.fits(offer, wish, null);
        var held = counter.hold(List.of(counter.request(order, offer, wish)));
        agrees(expected, held instanceof Outcome.Done, offer, wish);
        if (expected) {
            keep(new Kept(
                    order, offer, wish, subjects(order, offer), clock.instant().plus(Counter.HOLD)));
        }
    }

    /** Two things for two orders: both, or neither. The second is often wanted at the time of the first. */
    private void holdTogether() {
        var first = bazaar.any(dice);
        var its = bazaar.wish(first, dice, today);
        var second = bazaar.any(dice);
        var wanted = bazaar.wish(second, dice, today);
        var theirs = dice.nextBoolean() && Bazaar.isAtAnyTime(first) && Bazaar.isAtAnyTime(second)
                ? Wish.at(its.start(), wanted.quantity())
                : wanted;
        var one = bazaar.order(first);
        var other = bazaar.order(second);
        var expected = new ModesPairs(model).fitBoth(first, its, second, theirs);
        var requests = List.of(counter.request(one, first, its), counter.request(other, second, theirs));
        var held = counter.hold(asked.apply(requests));
        assertThat(held instanceof Outcome.Done)
                .as(said(first, its) + " with " + said(second, theirs))
                .isEqualTo(expected);
        if (expected) {
            var until = clock.instant().plus(Counter.HOLD);
            keep(new Kept(one, first, its, subjects(one, first), until));
            keep(new Kept(other, second, theirs, subjects(other, second), until));
            together.put(one, other);
            together.put(other, one);
        }
    }

    /** All of a basket is paid, each judged by itself, or let go of at once. */
    private void endTogether(Kept one) {
        var all = model.kept().stream()
                .filter(each -> each.equals(one) || each.order().equals(together.get(one.order())))
                .toList();
        if (dice.nextBoolean()) {
            all.forEach(this::pay);
        } else {
            counter.release(all.stream().map(Kept::order).toList());
            model.kept().removeAll(all);
        }
    }

    private void pay(Kept one) {
        var inTime = model.isLive(one);
        var expected = inTime || model.fits(one.offer(), one.wish(), one.order());
        var paid = inTime
                ? counter.confirm(one.order())
                : counter.reclaim(counter.request(one.order(), one.offer(), one.wish()));
        agrees(expected, paid, one.offer(), one.wish());
        model.kept().remove(one);
        if (expected) {
            keep(new Kept(one.order(), one.offer(), one.wish(), subjects(one.order(), one.offer()), null));
        }
    }

    private void move(Kept one) {
        if (one.until() != null) {
            return;
        }
        var wish = bazaar.wishLike(one, dice, today);
        var expected = model.fits(one.offer(), wish, one.order());
        var moved = counter.move(counter.request(one.order(), one.offer(), wish));
        agrees(expected, moved instanceof Outcome.Done, one.offer(), wish);
        if (expected) {
            model.kept().remove(one);
            keep(new Kept(one.order(), one.offer(), wish, subjects(one.order(), one.offer()), null));
        }
    }

    private void cancel(Kept one) {
        counter.release(one.order());
        model.kept().remove(one);
    }

    private void expire() {
        var gone = model.kept().stream().filter(one -> !model.isLive(one)).toList();
        gone.forEach(this::cancel);
    }

    private void closeOrOpen() {
        var offer = bazaar.any(dice);
        var day = today.plusDays(1L + dice.nextInt(Bazaar.DAYS));
        bazaar.close(offer, day, model.toggle(offer.place(), day));
        Counter.done(atomically.run(() -> {
            town.publishEvent(new PlaceChanged(offer.place().value()));
            return Outcome.done(day);
        }));
        model.kept().stream()
                .filter(one -> one.offer().place().equals(offer.place()) && model.isLive(one))
                .forEach(one -> assertThat(town.getBean(Closures.class).isClosed(one.order()))
                        .as(said(one.offer(), one.wish()))
                        .isEqualTo(model.isLost(one)));
    }

    private LocalDate someDay() {
        return today.plusDays(1L + dice.nextInt(Bazaar.DAYS));
    }

    private void keep(Kept one) {
        assertThat(model.isSound(one)).as(said(one.offer(), one.wish())).isTrue();
        model.kept().add(one);
    }

    private void agrees(boolean expected, boolean got, Offer offer, Wish wish) {
        assertThat(got).as(said(offer, wish)).isEqualTo(expected);
    }

    private String said(Offer offer, Wish wish) {
        return "seed " + seed + ", act " + act + ": " + offer.title().en() + " " + wish;
    }

    private Set<UUID> subjects(UUID order, Offer offer) {
        var subjects = new HashSet<UUID>();
        town.getBean(Calendar.class)
                .of(List.of(order))
                .getOrDefault(order, List.of())
                .forEach(claim -> subjects.add(claim.subject()));
        if (offer.arrangement() instanceof Session) {
            offer.staff().forEach(staff -> subjects.add(staff.value()));
        }
        return Set.copyOf(subjects);
    }

    private Kept any() {
        return model.kept().get(dice.nextInt(model.kept().size()));
    }
}
