package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.SoldCards;

/** Tells who owns a card, once, that it runs out within thirty days, if something is left on it. */
@Component
class CardReminders implements Chore {

    private static final Duration AHEAD = Duration.ofDays(30);
    private static final int BATCH = 200;

    private final SoldCards sold;
    private final Cards cards;
    private final CardLetters letters;
    private final Notices notices;
    private final Atomically atomically;
    private final Clock clock;

    CardReminders(
            SoldCards sold, Cards cards, CardLetters letters, Notices notices, Atomically atomically, Clock clock) {
        this.sold = sold;
        this.cards = cards;
        this.letters = letters;
        this.notices = notices;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remind-of-cards";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var done = BATCH;
        while (done == BATCH) {
            done = remind(BATCH);
        }
    }

    /** @return how many cards were looked at */
    int remind(int limit) {
        var seen = atomically.run(() -> {
            var ending = sold.lockEnding(clock.instant(), AHEAD, limit);
            sold.toldOf(ending.stream().map(Card::id).toList(), clock.instant());
            notices.tell(letters.of(news(ending)));
            return Outcome.done(ending.size());
        });
        return seen instanceof Outcome.Done<Integer>(var count) ? count : 0;
    }

    private List<CardLetters.News> news(List<Card> ending) {
        return cards.left(ending).stream()
                .filter(each -> each.left().isPositive())
                .map(each -> new CardLetters.News(
                        Notice.Kind.CARD_ENDING, each.card().id(), each.left(), ""))
                .toList();
    }
}
