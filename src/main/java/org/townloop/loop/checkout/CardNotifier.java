package org.townloop.loop.checkout;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.stored.CardClaimed;
import org.townloop.loop.stored.CardId;

/** Tells people that a card was bought, claimed, used at a counter, or has run out. */
@Component
class CardNotifier implements EventConsumer {

    private final CardLetters letters;
    private final Notices notices;

    CardNotifier(CardLetters letters, Notices notices) {
        this.letters = letters;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "card-notifier";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                CardSold.class.getSimpleName(),
                CardClaimed.class.getSimpleName(),
                CardDrawn.class.getSimpleName(),
                CardRanOut.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        notices.tell(letters.of(events.stream().map(CardNotifier::news).toList()));
    }

    private static CardLetters.News news(RecordedEvent event) {
        var occasion = event.xid() + "." + event.position();
        if (event.is(CardSold.class)) {
            return new CardLetters.News(Notice.Kind.CARD_BOUGHT, new CardId(event.id("card")), null, "");
        }
        if (event.is(CardClaimed.class)) {
            return new CardLetters.News(Notice.Kind.CARD_CLAIMED, new CardId(event.subject()), null, "");
        }
        return event.is(CardDrawn.class)
                ? new CardLetters.News(
                        Notice.Kind.CARD_DRAWN, new CardId(event.id("card")), amount(event, "minor"), occasion)
                : new CardLetters.News(
                        Notice.Kind.CARD_RAN_OUT, new CardId(event.subject()), amount(event, "leftMinor"), occasion);
    }

    private static Money amount(RecordedEvent event, String component) {
        return Money.of(
                event.payload().get(component).asLong(),
                event.payload().get("currency").asString());
    }
}
